package org.shuqi.time;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.shuqi.fuzz.Fuzzed;

/** Days and instants as callers write them. */
public final class InstantsFuzz {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private InstantsFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        var text = new String(data, StandardCharsets.UTF_8);
        Fuzzed.mayRefuse(() -> Instants.parse(text, ZONE));
        Fuzzed.mayRefuse(() -> Instants.date(text, ZONE));
        Fuzzed.mayRefuse(() -> Instants.zoned(text));
    }
}
