package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shuqi.access.Caller;
import org.shuqi.journal.Entry;
import org.shuqi.journal.Journal;
import org.shuqi.journal.Said;
import org.shuqi.problem.Refusal;
import org.shuqi.sheet.SheetExports;

/** Notes in the journal what is handed out as a file, before the first byte of it: who, when, why and what. */
@Singleton
public final class Handouts {

    /** The parameter that says why. */
    public static final String REASON = "reason";

    /** The header that says which line of the journal tells of the file. */
    public static final String HEADER = "Shuqi-Export";

    private final Journal journal;

    Handouts(Journal journal) {
        this.journal = journal;
    }

    /**
     * A file that is handed out.
     *
     * @param number line of the journal
     * @param by account
     * @param at when
     * @param reason why; empty if nothing was said
     * @param revision the revision it shows
     */
    public record Handout(long number, String by, Instant at, String reason, long revision) {

        /** What a file says about itself, a name and a value each. */
        public List<Said> lines() {
            return Said.of(number, by, at, reason, revision);
        }

        /** The same as the heading of a last column without values, for a table that is all there is in the file. */
        public String heading(Locale language) {
            return SheetExports.heading(lines().stream()
                    .map(line -> List.of(line.name().in(language), line.value()))
                    .toList());
        }

        /** Says in the headers which line of the journal it is; where a file cannot say it itself, this is how it is found. */
        public <B> MutableHttpResponse<B> on(MutableHttpResponse<B> reply, HttpRequest<?> request) {
            return reply.header(HEADER, Long.toString(number))
                    .header(
                            "Link",
                            "<" + Links.absolute(request, "/api/v1/audit/readings/" + number)
                                    + ">; rel=\"describedby\"");
        }
    }

    /**
     * Notes one.
     *
     * @param format ending of the file
     * @param revision the revision it shows
     * @throws Refusal UNUSABLE if the reason is too long or no line of text
     */
    public Handout note(HttpRequest<?> request, Caller caller, String format, long revision) {
        return note(
                caller,
                Journal.reason(request.getParameters().getFirst(REASON).orElse("")),
                URLDecoder.decode(request.getUri().toString().replace("+", "%2B"), StandardCharsets.UTF_8),
                format,
                revision);
    }

    /** Notes one for which there is no such address. */
    public Handout note(Caller caller, String reason, String what, String format, long revision) {
        var facts = Map.of("format", format, "revision", Long.toString(revision));
        var entry = journal.add(new Journal.Note(
                Entry.Sort.EXPORT, caller.id(), caller.person(), Journal.reason(reason), line(what), facts));
        return new Handout(entry.number(), entry.actor(), entry.at(), entry.reason(), revision);
    }

    /** An address can hold whatever the caller wrote into it. */
    private static String line(String what) {
        var line = what.replaceAll("\\p{Cntrl}", " ");
        return line.length() > 2000 ? line.substring(0, 2000) + "…" : line;
    }
}
