package org.shuqi.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * A record as it stands.
 *
 * @param iri the record
 * @param graph the named graph it lives in
 * @param tag the revision that last changed that graph: the ETag
 * @param revision the revision of the registry that was read
 * @param description the triples of the record and of what it owns
 */
public record Filed(Node iri, Node graph, long tag, long revision, Graph description) {

    /** The plain JSON form. */
    public ObjectNode json() {
        return JsonWriter.write(iri, description, JsonContext.published());
    }
}
