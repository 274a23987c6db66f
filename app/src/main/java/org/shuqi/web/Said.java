package org.shuqi.web;

import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Foaf;
import org.shuqi.vocabulary.Skos;

/**
 * A text with its own language, which is not always that of the page: names of records and words of code lists.
 *
 * @param text what is shown
 * @param language its language tag; empty for codes and numbers, which have none
 */
public record Said(String text, String language) {

    /** A code, number or identifier. */
    public static Said code(String text) {
        return new Said(text, "");
    }

    /** What the registry calls it, in the language of the reader if it can, else in another, else by its code. */
    public static Said name(Graph graph, Node thing, Locale reader) {
        for (var property : new Node[] {Skos.prefLabel, Dct.title, Foaf.name}) {
            var said = literal(graph, thing, property, reader);
            if (said.isPresent()) {
                return said.get();
            }
        }
        return code(thing.isURI() ? last(thing.getURI()) : thing.toString());
    }

    /** What the property says of it, in the language of the reader if it can, else in another; empty if it says nothing. */
    public static Optional<Said> literal(Graph graph, Node thing, Node property, Locale reader) {
        var tag = reader.getLanguage();
        Said other = null;
        for (var triple : graph.find(thing, property, Node.ANY).toList()) {
            var value = triple.getObject();
            if (!value.isLiteral()) {
                continue;
            }
            var said = new Said(value.getLiteralLexicalForm(), value.getLiteralLanguage());
            if (said.language().equals(tag) || said.language().startsWith(tag + "-")) {
                return Optional.of(said);
            }
            // the same choice every time, whatever the order of the graph
            other = other == null || rank(said).compareTo(rank(other)) < 0 ? said : other;
        }
        return Optional.ofNullable(other);
    }

    /** A sentence of the service. */
    public static Said of(Text text, Locale reader) {
        return new Said(text.in(reader), reader.getLanguage().equals("en") ? "en" : "zh");
    }

    private static String rank(Said said) {
        return (said.language().startsWith("zh") ? "0" : "1") + said.language() + " " + said.text();
    }

    private static String last(String iri) {
        var cut = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#'));
        return iri.substring(cut + 1);
    }
}
