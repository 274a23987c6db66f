package org.shuqi.form;

import static java.util.stream.Collectors.toMap;

import com.ibm.icu.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.G;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Adms;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Foaf;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** What may be chosen in the fields of a form, from the registry as the reader sees it. For one page and one thread. */
public final class Choices {

    /** More than this are not listed but looked up by name. */
    public static final int FEW = 60;

    private static final List<Node> NAMES = List.of(Skos.prefLabel, Dct.title, Foaf.name);
    private static final List<Node> CODES = List.of(Skos.notation, Dct.identifier, Org.identifier, Adms.identifier);

    /** As typed fields show what is kept: the name, and the code in brackets. */
    private static final Pattern WITH_CODE = Pattern.compile(".*\\S\\s*\\[([^\\[\\]]+)]");

    private final Graph registry;
    private final Map<Source, List<Choice>> listed = new HashMap<>();
    private final Map<Source, Boolean> few = new HashMap<>();

    /** Over the union of all graphs. */
    public Choices(Graph registry) {
        this.registry = registry;
    }

    /** Whether there are so few that they can be listed; if not, what is typed is looked up. */
    public boolean areFew(Field field) {
        return few.computeIfAbsent(
                field.source(),
                source -> !source.isEmpty() && members(source, FEW + 1).size() <= FEW);
    }

    /** All of them, in the order of their ranks, then of their Chinese names; none if there are too many. */
    public List<Choice> of(Field field) {
        return areFew(field) ? listed.computeIfAbsent(field.source(), this::list) : List.of();
    }

    /** What a value is called. */
    public Choice choice(Node value) {
        if (value.isLiteral()) {
            var text = value.getLiteralLexicalForm();
            return new Choice(text, new Text(text, text), "");
        }
        var zh = "";
        var en = "";
        for (var property : NAMES) {
            for (var name : G.listSP(registry, value, property)) {
                if (!name.isLiteral()) {
                    continue;
                }
                if (zh.isEmpty() && name.getLiteralLanguage().startsWith("zh")) {
                    zh = name.getLiteralLexicalForm();
                } else if (en.isEmpty() && name.getLiteralLanguage().startsWith("en")) {
                    en = name.getLiteralLexicalForm();
                }
            }
        }
        return new Choice(value.toString(), new Text(zh, en), code(value));
    }

    /** The same for the value of an input; the text itself if it is no IRI. */
    public Choice choice(String value) {
        return value.contains(":")
                ? choice(NodeFactory.createURI(value))
                : new Choice(value, new Text(value, value), "");
    }

    /** Whether what is typed means this value and no other. */
    public boolean means(Field field, String said, String value) {
        return meant(field, said).equals(Set.of(NodeFactory.createURI(value)));
    }

    /**
     * The thing that somebody means who has chosen or typed this: its IRI, its code, or its name.
     *
     * @return none if nothing is called so, several if it is not clear which is meant
     */
    Set<Node> meant(Field field, String said) {
        var iri = NodeFactory.createURI(said);
        var source = field.source();
        if (source.isEmpty()) {
            return said.matches("[a-zA-Z][a-zA-Z0-9+.-]*:.+") ? Set.of(iri) : Set.of();
        }
        if (said.contains(":") && isMember(source, iri)) {
            return Set.of(iri);
        }
        var found = new LinkedHashSet<Node>();
        var text = Normalizer.normalize(said, Normalizer.Form.NFKC).strip();
        var code = WITH_CODE.matcher(text);
        var coded = code.matches() ? meant(field, code.group(1)) : Set.<Node>of();
        if (!coded.isEmpty()) {
            return coded;
        }
        for (var property : CODES) {
            collect(source, property, NodeFactory.createLiteralString(text), found);
        }
        for (var property : NAMES) {
            // accounts are called the same in every language
            collect(source, property, NodeFactory.createLiteralString(text), found);
            for (var language : List.of("zh", "en")) {
                collect(source, property, NodeFactory.createLiteralLang(said, language), found);
                collect(source, property, NodeFactory.createLiteralLang(text, language), found);
            }
        }
        return found;
    }

    private void collect(Source source, Node property, Node literal, Set<Node> into) {
        registry.find(Node.ANY, property, literal).forEachRemaining(triple -> {
            if (triple.getSubject().isURI() && isMember(source, triple.getSubject())) {
                into.add(triple.getSubject());
            }
        });
    }

    private boolean isMember(Source source, Node node) {
        if (!source.values().isEmpty()) {
            return source.values().contains(node);
        }
        return source.lists().stream().anyMatch(list -> registry.contains(node, Skos.inScheme, list))
                || source.classes().stream().anyMatch(type -> registry.contains(node, Rdf.type, type));
    }

    private Set<Node> members(Source source, int most) {
        var found = new LinkedHashSet<Node>(source.values());
        if (found.isEmpty()) {
            source.lists().forEach(list -> collect(Skos.inScheme, list, most, found));
            source.classes().forEach(type -> collect(Rdf.type, type, most, found));
        }
        return found;
    }

    private void collect(Node property, Node value, int most, Set<Node> into) {
        var triples = registry.find(Node.ANY, property, value);
        try {
            while (triples.hasNext() && into.size() < most) {
                var subject = triples.next().getSubject();
                if (subject.isURI()) {
                    into.add(subject);
                }
            }
        } finally {
            triples.close();
        }
    }

    private List<Choice> list(Source source) {
        var members = new ArrayList<>(members(source, FEW));
        if (source.values().isEmpty()) {
            var names = members.stream().collect(toMap(member -> member, member -> shown(choice(member))));
            var pinyin = Collator.getInstance(Locale.CHINA);
            members.sort(Comparator.<Node>comparingLong(this::rank)
                    .thenComparing(member -> names.getOrDefault(member, ""), pinyin)
                    .thenComparing(member -> member.toString()));
        }
        return members.stream().map(this::listed).toList();
    }

    /** An item is called after the entry that it belongs to, since many entries have items of the same name. */
    private Choice listed(Node member) {
        var alone = choice(member);
        return registry.find(Node.ANY, Sq.dataItem, member)
                .nextOptional()
                .map(owned -> choice(owned.getSubject()).name())
                .map(entry -> new Choice(
                        alone.value(),
                        new Text(
                                within(entry.zh(), alone.name().zh()),
                                within(entry.en(), alone.name().en())),
                        alone.code()))
                .orElse(alone);
    }

    private static String within(String entry, String item) {
        return entry.isEmpty() || item.isEmpty() ? item : entry + " · " + item;
    }

    private static String shown(Choice choice) {
        return !choice.name().zh().isEmpty()
                ? choice.name().zh()
                : !choice.name().en().isEmpty() ? choice.name().en() : choice.value();
    }

    private long rank(Node member) {
        return G.listSP(registry, member, Sq.rank).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .filter(text -> text.matches("-?[0-9]{1,9}"))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private String code(Node value) {
        return CODES.stream()
                .flatMap(property -> G.listSP(registry, value, property).stream())
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse("");
    }
}
