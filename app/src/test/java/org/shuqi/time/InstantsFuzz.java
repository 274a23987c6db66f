package org.shuqi.time;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
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
        Fuzzed.mayRefuse(() -> {
            // the quick reader says what the general one does, or leaves it to that
            var quick = CommonForm.read(text);
            if (quick != null && !quick.equals(OffsetDateTime.parse(text).toInstant())) {
                throw new AssertionError(text);
            }
            Instants.zoned(text);
        });
    }
}
