package org.shuqi.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code 2026-06-01T12:00:00+08:00} and {@code 2026-06-01T04:00:00.123Z}, the forms that nearly every caller writes,
 * ten times faster than the general reader.
 */
final class CommonForm {

    private static final String SHAPE = "dddd-dd-ddTdd:dd:dd";
    private static final int MOST_DIGITS = 9;
    private static final String OFFSET = "dd:dd";
    private static final int SECONDS_PER_MINUTE = 60;
    /** Beyond these an offset is left to the general reader, which refuses it. */
    private static final int MOST_HOURS = 17;

    private static final int MOST_MINUTES = 59;

    private CommonForm() {}

    /** The instant; none if the text has another form or names no instant, which the general reader will say. */
    static @Nullable Instant read(String text) {
        if (!fits(text, 0, SHAPE)) {
            return null;
        }
        var end = endOfFraction(text);
        var offset = 0;
        if (text.length() == end + 1 + OFFSET.length() && fits(text, end + 1, OFFSET)) {
            var hours = number(text, end + 1, 2);
            var minutes = number(text, end + 4, 2);
            var sign = text.charAt(end);
            if (hours > MOST_HOURS || minutes > MOST_MINUTES || (sign != '+' && sign != '-')) {
                return null;
            }
            offset = (sign == '+' ? 1 : -1) * (hours * SECONDS_PER_MINUTE + minutes) * SECONDS_PER_MINUTE;
        } else if (text.length() != end + 1 || text.charAt(end) != 'Z') {
            return null;
        }
        return at(text, nanos(text, end), offset);
    }

    /** Where the digits after the point end, or the seconds if there is no point. */
    private static int endOfFraction(String text) {
        var point = SHAPE.length();
        if (point >= text.length() || text.charAt(point) != '.') {
            return point;
        }
        var end = point + 1;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        // a lone point, and more digits than an instant has, are left to the general reader
        return end == point + 1 || end > point + 1 + MOST_DIGITS ? point : end;
    }

    private static int nanos(String text, int end) {
        var from = SHAPE.length() + 1;
        if (end < from) {
            return 0;
        }
        var nanos = number(text, from, end - from);
        for (var digits = end - from; digits < MOST_DIGITS; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    private static @Nullable Instant at(String text, int nanos, int offset) {
        try {
            var local = LocalDateTime.of(
                    number(text, 0, 4),
                    number(text, 5, 2),
                    number(text, 8, 2),
                    number(text, 11, 2),
                    number(text, 14, 2),
                    number(text, 17, 2));
            return Instant.ofEpochSecond(local.toEpochSecond(ZoneOffset.UTC) - offset, nanos);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static boolean fits(String text, int from, String shape) {
        if (text.length() < from + shape.length()) {
            return false;
        }
        for (var at = 0; at < shape.length(); at++) {
            var wanted = shape.charAt(at);
            var found = text.charAt(from + at);
            if (wanted == 'd' ? !isDigit(found) : found != wanted) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int digits) {
        var number = 0;
        for (var at = from; at < from + digits; at++) {
            number = number * 10 + text.charAt(at) - '0';
        }
        return number;
    }
}
