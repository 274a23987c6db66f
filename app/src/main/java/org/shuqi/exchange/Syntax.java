package org.shuqi.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Which RDF syntax a file is written in: by its ending, or, if that says nothing, by how it begins. */
final class Syntax {

    private static final Map<String, Lang> BY_ENDING = Map.ofEntries(
            Map.entry("trig", Lang.TRIG),
            Map.entry("nq", Lang.NQUADS),
            Map.entry("ttl", Lang.TURTLE),
            Map.entry("nt", Lang.NTRIPLES),
            Map.entry("jsonld", Lang.JSONLD),
            Map.entry("json", Lang.JSONLD),
            Map.entry("rdf", Lang.RDFXML),
            Map.entry("xml", Lang.RDFXML),
            Map.entry("owl", Lang.RDFXML));

    private Syntax() {}

    /**
     * The syntax of the file.
     *
     * @throws Refusal MALFORMED if the content is not text
     */
    static Lang of(SourceFile file) {
        var head = file.head();
        if (isBinary(head)) {
            throw Refusal.of(
                    Kind.MALFORMED,
                    "`%s` 不是文本；请给出 TriG、N-Quads、Turtle、N-Triples、JSON-LD 或 RDF/XML 文件",
                    "`%s` is not text; give TriG, N-Quads, Turtle, N-Triples, JSON-LD or RDF/XML",
                    file.path());
        }
        return byEnding(file.name()).orElseGet(() -> byContent(new String(head, UTF_8)));
    }

    private static Optional<Lang> byEnding(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(BY_ENDING.get(ending));
    }

    /** JSON and XML show at once; all else is tried as TriG, which holds Turtle and N-Triples too. */
    private static Lang byContent(String head) {
        var text = head.strip();
        if (text.startsWith("{") && text.contains("\"@") || text.startsWith("[")) {
            return Lang.JSONLD;
        }
        if (text.startsWith("<?xml") || text.startsWith("<rdf:RDF") || text.startsWith("<!--")) {
            return Lang.RDFXML;
        }
        return text.lines().findFirst().filter(Syntax::isQuad).isPresent() ? Lang.NQUADS : Lang.TRIG;
    }

    private static boolean isQuad(String line) {
        return line.matches("\\S+ <[^>]*> (<[^>]*>|_:\\S+|\".*\"\\S*) <[^>]*> ?\\.");
    }

    private static boolean isBinary(byte[] head) {
        // UTF-16 XML has zero bytes too, and a mark at its start
        var marked = head.length > 1 && (head[0] == (byte) 0xFE || head[0] == (byte) 0xFF);
        for (var b : head) {
            if (b == 0 && !marked) {
                return true;
            }
        }
        return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] < 9;
    }
}
