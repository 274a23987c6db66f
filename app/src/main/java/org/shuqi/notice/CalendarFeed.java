package org.shuqi.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shuqi.clock.LimitForm;
import org.shuqi.clock.TimeLimit;
import org.shuqi.problem.Text;

/**
 * Last days as a calendar that mail programs can subscribe to: an all-day event each.
 *
 * <p>Source: RFC 5545, sections 3.1 (folding), 3.3.11 (escaping) and 3.6.1.
 */
public final class CalendarFeed {

    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();
    private final LimitForm names;
    private final Locale language;

    private CalendarFeed(LimitForm names, Locale language) {
        this.names = names;
        this.language = language;
    }

    /**
     * The calendar in UTF-8.
     *
     * @param limits those without a last day are left out
     * @param at when it is made
     */
    public static byte[] of(List<TimeLimit> limits, LimitForm names, Instant at, Locale language) {
        var feed = new CalendarFeed(names, language);
        feed.line("BEGIN:VCALENDAR");
        feed.line("VERSION:2.0");
        feed.line("PRODID:-//shuqi//clocks//ZH");
        feed.line("CALSCALE:GREGORIAN");
        feed.line("X-WR-CALNAME:" + escaped(new Text("数据共享期限", "data sharing time limits").in(language)));
        limits.forEach(limit -> limit.dueOn().ifPresent(day -> feed.event(limit, day, at)));
        feed.line("END:VCALENDAR");
        return feed.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void event(TimeLimit limit, LocalDate day, Instant at) {
        line("BEGIN:VEVENT");
        // stays while a counted clock runs: when its last day moves, the subscriber's entry moves and is not doubled
        line("UID:" + UUID.nameUUIDFromBytes(limit.key().getBytes(StandardCharsets.UTF_8)) + "@shuqi");
        line("DTSTAMP:" + STAMP.format(at));
        line("DTSTART;VALUE=DATE:" + day.format(DateTimeFormatter.BASIC_ISO_DATE));
        line("DTEND;VALUE=DATE:" + day.plusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE));
        line("TRANSP:TRANSPARENT");
        line("SUMMARY:"
                + escaped(names.clock(limit).in(language) + " · "
                        + names.name(limit.record()).in(language) + " · "
                        + limit.state().label().in(language)));
        line("DESCRIPTION:" + escaped(description(limit)));
        line("URL:" + limit.record().toString());
        line("CATEGORIES:" + escaped(limit.code()));
        line("END:VEVENT");
    }

    private String description(TimeLimit limit) {
        var law = limit.basis().law().stream()
                .map(each -> names.name(each).in(language))
                .collect(Collectors.joining("; "));
        var who = limit.responsible().stream()
                .map(each -> names.name(each).in(language))
                .collect(Collectors.joining("; "));
        return who + "\n" + law;
    }

    /** Folds after 75 octets, never within a character. */
    private void line(String content) {
        var octets = 0;
        for (var at = 0; at < content.length(); ) {
            var point = content.codePointAt(at);
            var width = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (octets + width > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(point);
            octets += width;
            at += Character.charCount(point);
        }
        text.append("\r\n");
    }

    static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }
}
