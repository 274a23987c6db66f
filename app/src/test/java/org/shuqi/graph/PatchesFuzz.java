package org.shuqi.graph;

import java.io.ByteArrayInputStream;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.fuzz.Fuzzed;

/** The changes within an entry of the log. */
public final class PatchesFuzz {

    private static final QuadSink NOWHERE = new QuadSink() {
        @Override
        public void removed(Quad quad) {
            PatchLines.spell(quad.getObject());
        }

        @Override
        public void added(Quad quad) {
            PatchLines.spell(quad.getObject());
        }
    };

    private PatchesFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Fuzzed.mayRefuse(() -> {
            try {
                PatchLines.read(new ByteArrayInputStream(data), NOWHERE);
            } catch (RuntimeIOException | RiotException broken) {
                // which is how the reader of entries is told
            }
        });
    }
}
