package org.shuqi.record;

import com.apicatalog.jsonld.lang.LanguageTag;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Violation;

/** Reads the plain JSON form: the published context is understood, and a key that it does not know is an error. */
final class JsonReader {

    private static final Set<String> KEYWORDS =
            Set.of("@id", "@type", "@value", "@language", "@list", "@set", "@none", "@graph", "@reverse", "@direction");

    private final JsonContext context;
    private final String base;

    JsonReader(JsonContext context, String base) {
        this.context = context;
        this.base = base;
    }

    /**
     * The quads of one node object.
     *
     * @throws Refusal INVALID naming every unknown key; MALFORMED if a value cannot be read
     */
    List<Quad> read(ObjectNode tree) {
        var unknown = new ArrayList<Violation>();
        look(tree, "", unknown);
        if (!unknown.isEmpty()) {
            throw new Refusal(new Problem(Kind.INVALID, unknown.get(0).message(), unknown));
        }
        var document = JsonTree.object();
        document.set("@context", context.body());
        tree.properties().forEach(entry -> document.set(entry.getKey(), entry.getValue()));
        return Intake.quads(JsonTree.bytes(document), Lang.JSONLD11, Optional.of(base));
    }

    private void look(JsonNode node, String path, List<Violation> unknown) {
        if (node.isArray()) {
            node.forEach(one -> look(one, path, unknown));
        } else if (node.has("@language")) {
            requireLanguage(node.path("@language").asText(), path);
        } else if (isPlainObject(node)) {
            node.properties().forEach(entry -> {
                var key = entry.getKey();
                var here = path.isEmpty() ? key : path + "." + key;
                if (!isKnown(key)) {
                    unknown.add(violation(node, key, here));
                } else if (isLanguageMap(key) && isPlainObject(entry.getValue())) {
                    entry.getValue().fieldNames().forEachRemaining(tag -> requireLanguage(tag, here));
                } else {
                    look(entry.getValue(), here, unknown);
                }
            });
        }
    }

    /** JSON-LD leaves out without a word what is said in a language that cannot be one. */
    private static void requireLanguage(String tag, String path) {
        if (!KEYWORDS.contains(tag) && !LanguageTag.isWellFormed(tag)) {
            throw Refusal.of(
                    Kind.MALFORMED,
                    "`%s` 的语言标签 `%s` 不可用；请写 `zh`、`en` 这样的标签",
                    "`%s` has the language tag `%s`, which is none; write one like `zh` or `en`",
                    path,
                    tag);
        }
    }

    private boolean isKnown(String key) {
        return KEYWORDS.contains(key) || context.property(key).isPresent();
    }

    private static boolean isPlainObject(JsonNode value) {
        return value.isObject() && !value.has("@value");
    }

    private boolean isLanguageMap(String key) {
        return context.term(key).filter(term -> term.holds("@language")).isPresent();
    }

    private Violation violation(JsonNode node, String key, String path) {
        var id = node.path(context.alias("@id")).asText(node.path("@id").asText("_:record"));
        return KnownTerms.violation(id, path, KnownTerms.unknownField(key, context.names()));
    }
}
