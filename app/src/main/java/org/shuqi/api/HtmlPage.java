package org.shuqi.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.shuqi.record.Filed;

/** The plainest page that lets a person follow links from record to record. */
final class HtmlPage {

    private HtmlPage() {}

    static byte[] of(Filed record) {
        var page = new StringBuilder("<!DOCTYPE html><html lang=\"zh\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(RdfText.last(record.iri())))
                .append("</title></head><body><h1>")
                .append(escaped(record.iri().getURI()))
                .append("</h1><table>");
        var triples = new ArrayList<Triple>(record.description().find().toList());
        triples.sort(
                Comparator.comparing((Triple triple) -> !triple.getSubject().equals(record.iri()))
                        .thenComparing(triple -> triple.getSubject().toString())
                        .thenComparing(triple -> triple.getPredicate().getURI())
                        .thenComparing(triple -> triple.getObject().toString()));
        triples.forEach(triple -> page.append("<tr><td>")
                .append(triple.getSubject().equals(record.iri()) ? "" : shown(triple.getSubject()))
                .append("</td><td>")
                .append(shown(triple.getPredicate()))
                .append("</td><td>")
                .append(shown(triple.getObject()))
                .append("</td></tr>"));
        return page.append("</table></body></html>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String shown(Node node) {
        if (node.isURI()) {
            var iri = node.getURI();
            var text = escaped(RdfText.last(node).isEmpty() ? iri : RdfText.last(node));
            return iri.startsWith("http://") || iri.startsWith("https://")
                    ? "<a href=\"" + escaped(iri) + "\">" + text + "</a>"
                    : escaped(iri);
        }
        if (node.isLiteral()) {
            var language = node.getLiteralLanguage();
            return "<span" + (language.isEmpty() ? "" : " lang=\"" + escaped(language) + "\"") + ">"
                    + escaped(node.getLiteralLexicalForm()) + "</span>";
        }
        return "·";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
