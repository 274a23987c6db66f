package org.shuqi.exchange.dcat;

import java.io.ByteArrayInputStream;
import org.shuqi.fuzz.Fuzzed;

/** Catalogues in the format of others. */
public final class DcatUsFuzz {

    private static final DcatUs MAPPING = new DcatUs();

    private DcatUsFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Fuzzed.mayRefuse(() -> MAPPING.read(new ByteArrayInputStream(data), "http://localhost:8080/id/", quad -> {}));
    }
}
