package org.shuqi.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.NodeIdInline;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * Which terms the store takes, and how it spells them.
 *
 * <p>TDB2 keeps numbers and times by value, so {@code "01"^^xsd:integer} comes back as {@code "1"^^xsd:integer}. Terms
 * are brought to that spelling before anything is computed from them: log, graph and derived values then agree to the
 * letter, and replaying the log anywhere gives the same graph.
 */
final class Terms {

    private static final String NOT_IN_IRIS = "<>\"{}|^`\\";

    private Terms() {}

    /**
     * The quad as the store will give it back.
     *
     * @throws Refusal MALFORMED if it is no quad of a named graph, or could not be written to the log and read again
     */
    static Quad canonical(Quad quad) {
        var graph = quad.getGraph();
        if (graph == null || !graph.isURI() || Quad.isDefaultGraph(graph) || Quad.isUnionGraph(graph)) {
            throw refused(String.valueOf(graph), "不是命名图；请把数据写入命名图", "is no named graph; write into a named graph");
        }
        iri(graph);
        iri(quad.getPredicate());
        var subject = quad.getSubject();
        if (subject.isLiteral()) {
            throw refused(subject.toString(), "不能作主语；请使用 IRI", "cannot be a subject; use an IRI");
        }
        resource(subject);
        var object = canonical(quad.getObject());
        return object == quad.getObject() ? quad : new Quad(graph, subject, quad.getPredicate(), object);
    }

    /** The term as the store will give it back. */
    private static Node canonical(Node term) {
        if (!term.isLiteral()) {
            resource(term);
            return term;
        }
        wellFormed(term.getLiteralLexicalForm());
        return spelled(term);
    }

    /** The literal in the spelling of the store; any other term as it is. */
    static Node spelled(Node term) {
        if (!term.isLiteral() || !NodeIdInline.hasInlineDatatype(term)) {
            return term;
        }
        var inline = NodeIdInline.inline(term);
        return inline == null ? term : NodeIdInline.extract(inline);
    }

    /** Text that survives being written as UTF-8: halves of surrogate pairs become U+FFFD. */
    static String text(String text) {
        return isWellFormed(text)
                ? text
                : new String(
                        text.getBytes(java.nio.charset.StandardCharsets.UTF_16BE),
                        java.nio.charset.StandardCharsets.UTF_16BE);
    }

    private static void resource(Node term) {
        if (term.isURI()) {
            iri(term);
        } else if (!term.isBlank() || !term.getBlankNodeLabel().chars().allMatch(Terms::inLabel)) {
            throw refused(
                    term.toString(),
                    "不是可存储的项；请使用 IRI、空节点或字面量",
                    "cannot be stored; use an IRI, a blank node or a literal");
        }
    }

    private static void iri(Node term) {
        if (!term.isURI() || term.getURI().isEmpty() || !term.getURI().chars().allMatch(Terms::inIri)) {
            throw refused(term.toString(), "不是合法的 IRI；请去掉空格和特殊字符", "is no IRI; take out blanks and special characters");
        }
        if (term.getURI().startsWith("_:")) {
            throw refused(term.getURI(), "不是合法的 IRI；请使用绝对 IRI", "is no IRI; use an absolute one");
        }
        wellFormed(term.getURI());
    }

    private static boolean inIri(int character) {
        return character > 0x20 && NOT_IN_IRIS.indexOf(character) < 0;
    }

    private static boolean inLabel(int character) {
        return inIri(character) && character < 0x7f;
    }

    private static void wellFormed(String text) {
        if (!isWellFormed(text)) {
            throw refused(text(text), "含有不成对的代理字符；请改正编码", "holds half a surrogate pair; correct the encoding");
        }
    }

    private static boolean isWellFormed(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                if (!Character.isHighSurrogate(text.charAt(at))
                        || at + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(at + 1))) {
                    return false;
                }
                at++;
            }
        }
        return true;
    }

    private static Refusal refused(String term, String zh, String en) {
        return Refusal.of(Kind.MALFORMED, "`%s` " + zh, "`%s` " + en, term);
    }
}
