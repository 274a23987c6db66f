package org.shuqi.web.vocab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.vocabulary.Release;
import org.shuqi.vocabulary.Skos;

/** What each shipped term is about: the name of the file that defines it, which holds the terms of one subject. */
final class Topics {

    private static final String FOLDER = "ontology/terms/";
    private static final Map<Node, String> ALL = read();

    private Topics() {}

    /** The topic of a term; empty for one that was published in this registry. */
    static String of(Node term) {
        return ALL.getOrDefault(term, "");
    }

    private static Map<Node, String> read() {
        var topics = new HashMap<Node, String>();
        for (var part : Release.parts()) {
            if (part.path().startsWith(FOLDER)) {
                var topic = part.path().substring(FOLDER.length()).replace(".ttl", "");
                var said = GraphFactory.createDefaultGraph();
                try (InputStream in = part.open()) {
                    RDFParser.source(in)
                            .lang(Lang.TURTLE)
                            .base("https://w3id.org/shuqi/")
                            .parse(said);
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
                said.find(Node.ANY, Skos.prefLabel, Node.ANY)
                        .forEachRemaining(triple -> topics.put(triple.getSubject(), topic));
            }
        }
        return Map.copyOf(topics);
    }
}
