package org.shuqi.shield;

import io.netty.util.AsciiString;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The date of a response, written once a second. Source: RFC 9110, section 6.6.1. */
final class HttpDate {

    private volatile Written last = written(0);

    private record Written(long second, AsciiString text) {}

    AsciiString now() {
        var second = Math.floorDiv(System.currentTimeMillis(), 1_000);
        var written = last;
        if (written.second != second) {
            written = written(second);
            last = written;
        }
        return written.text;
    }

    private static Written written(long second) {
        var text = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC));
        return new Written(second, AsciiString.of(text));
    }
}
