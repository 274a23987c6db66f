package org.shuqi.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Reads dates and times as XML Schema writes them.
 *
 * <p>A plain date is the start of that day in the given zone; so is a date-time without an offset read there. Source: XML
 * Schema 1.1 part 2, sections 3.3.7 and 3.3.9.
 */
public final class Instants {

    private static final int LENGTH_OF_A_DATE = 10;

    private Instants() {}

    /** The instant that a date or a date-time names; empty if it is neither. */
    public static Optional<Instant> parse(String text, ZoneId zone) {
        return text.indexOf('T') > 0 ? zoned(text).or(() -> local(text, zone)) : date(text, zone);
    }

    /** The start of the day; the date may carry an offset of its own. */
    public static Optional<Instant> date(String text, ZoneId zone) {
        try {
            if (text.length() <= LENGTH_OF_A_DATE) {
                return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant());
            }
            var offset = ZoneOffset.of(text.substring(LENGTH_OF_A_DATE));
            return Optional.of(LocalDate.parse(text.substring(0, LENGTH_OF_A_DATE))
                    .atStartOfDay(offset)
                    .toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The instant of a date-time with an offset. */
    public static Optional<Instant> zoned(String text) {
        var common = CommonForm.read(text);
        if (common != null) {
            return Optional.of(common);
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> local(String text, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(text).atZone(zone).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
