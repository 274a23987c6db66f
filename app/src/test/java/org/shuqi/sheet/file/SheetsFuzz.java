package org.shuqi.sheet.file;

import org.shuqi.fuzz.Fuzzed;

/** Workbooks and comma-separated values. */
public final class SheetsFuzz {

    private static final Limits SMALL = new Limits(1 << 20, 8 << 20, 1 << 20, 2_000, 100);

    private SheetsFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Fuzzed.mayRefuse(() -> Files.read(data, "drawn", SMALL));
    }
}
