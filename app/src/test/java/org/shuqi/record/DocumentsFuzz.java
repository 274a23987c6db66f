package org.shuqi.record;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.shuqi.fuzz.Fuzzed;

/** RDF in every syntax that is taken in. */
public final class DocumentsFuzz {

    private static final List<Lang> SYNTAXES =
            List.of(Lang.TURTLE, Lang.TRIG, Lang.NTRIPLES, Lang.NQUADS, Lang.RDFXML, Lang.JSONLD11);

    private DocumentsFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length > 1) {
            var syntax = SYNTAXES.get(Math.floorMod(data[0], SYNTAXES.size()));
            var document = Arrays.copyOfRange(data, 1, data.length);
            Fuzzed.mayRefuse(() -> Intake.quads(document, syntax, Optional.of("http://localhost:8080/id/")));
        }
    }
}
