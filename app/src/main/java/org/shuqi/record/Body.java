package org.shuqi.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.jena.sparql.core.Quad;

/** A record as somebody wrote it down. */
public sealed interface Body {

    /** Plain JSON in the words of the published context. */
    record Json(ObjectNode tree) implements Body {}

    /**
     * RDF, already parsed by {@link Intake}. Graph names are not looked at: where a record lives is the registry's to
     * say.
     */
    record Rdf(List<Quad> quads) implements Body {
        public Rdf {
            quads = List.copyOf(quads);
        }
    }
}
