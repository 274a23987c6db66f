package org.shuqi.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.apache.jena.graph.Node;

/**
 * What is looked up about something: what one named graph says of it, so that whoever may read the graph may find it.
 *
 * @param iri what it is
 * @param graph the named graph that says it
 * @param type the class by which it is found
 * @param name what people call it
 * @param names all names
 * @param texts descriptions and the like
 * @param codes numbers and identifiers
 * @param code the number to show
 * @param within the dataset of an item, and its names
 * @param facets the values of the facets
 * @param isTwin whether another graph says what it is as well
 */
record Entry(
        Node iri,
        Node graph,
        Node type,
        Name name,
        List<String> names,
        List<String> texts,
        List<String> codes,
        Optional<String> code,
        Optional<Within> within,
        SortedMap<Facet, SortedSet<String>> facets,
        boolean isTwin) {

    /** Where an item belongs. */
    record Within(Node dataset, List<String> names) {}

    Group group() {
        return Group.ofType(type);
    }

    /** A sum over everything in it. */
    long sum() {
        try {
            var text = toString().getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
