package org.shuqi.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lines that are only ever added, a file a month, each line sealed by the next: a line names the SHA-256 of the one before
 * it. Only the process that has the registry open writes here; the first line makes the folder.
 *
 * <p>What is handed out is not written into the log of the registry itself: looking at data would then change their
 * revision, and the log would have to be kept for ever where this may be disposed of after some years.
 */
public final class Journal {

    private final Path folder;
    private final Clock clock;
    private @Nullable Tail tail;

    private Journal(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The journal in a folder, which need not be there yet. */
    public static Journal in(Path folder, Clock clock) {
        return new Journal(folder, clock);
    }

    /** Where the last line stands. */
    private record Tail(long number, String seal, YearMonth month) {}

    /**
     * What is to be written.
     *
     * @param sort kind of line
     * @param actor account
     * @param person the person behind it
     * @param reason why
     * @param what about what
     * @param facts what else is known
     */
    public record Note(
            Entry.Sort sort, String actor, String person, String reason, String what, Map<String, String> facts) {}

    /** Adds a line, and returns when it is on the disk. */
    public synchronized Entry add(Note note) {
        try {
            var last = tail();
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var entry = new Entry(
                    last.number() + 1,
                    now,
                    note.sort(),
                    note.actor(),
                    note.person(),
                    note.reason(),
                    note.what(),
                    note.facts(),
                    last.seal());
            // a clock that was set back does not put a line before the last one
            var month = later(last.month(), month(now));
            tail = new Tail(entry.number(), Pages.append(folder, month, entry), month);
            return entry;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Which lines somebody asks for; what is absent is not asked about.
     *
     * @param sorts kinds; empty for all
     * @param actor by this account
     * @param from not before this instant
     * @param until before this instant
     * @param before before this line
     * @param limit at most so many
     */
    public record Wanted(
            Set<Entry.Sort> sorts,
            Optional<String> actor,
            Optional<Instant> from,
            Optional<Instant> until,
            OptionalLong before,
            int limit) {

        public Wanted {
            sorts = Set.copyOf(sorts);
        }

        boolean fits(Entry entry) {
            return (sorts.isEmpty() || sorts.contains(entry.sort()))
                    && actor.map(entry.actor()::equals).orElse(true)
                    && from.map(at -> !entry.at().isBefore(at)).orElse(true)
                    && until.map(entry.at()::isBefore).orElse(true)
                    && (before.isEmpty() || entry.number() < before.getAsLong());
        }
    }

    /**
     * Some lines, the newest first.
     *
     * @param entries those that were found
     * @param next the line before which to go on; nothing if there is no more
     */
    public record Page(List<Entry> entries, OptionalLong next) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Looks for lines.
     *
     * @param mayKnow which lines may be shown to whoever asks
     */
    public Page page(Wanted wanted, Predicate<Entry> mayKnow) {
        try {
            var found = new ArrayList<Entry>();
            for (var month : Pages.newestFirst(folder)) {
                if (wanted.from().map(from -> month.isBefore(month(from))).orElse(false)) {
                    break;
                }
                // one more than is wanted says whether there is a next page
                var kept = new ArrayDeque<Entry>();
                var room = wanted.limit() + 1 - found.size();
                Pages.read(folder, month, line -> {
                    if (wanted.fits(line.entry()) && mayKnow.test(line.entry())) {
                        kept.addFirst(line.entry());
                        if (kept.size() > room) {
                            kept.removeLast();
                        }
                    }
                });
                found.addAll(kept);
                if (found.size() > wanted.limit()) {
                    var page = found.subList(0, wanted.limit());
                    return new Page(
                            page, OptionalLong.of(page.get(page.size() - 1).number()));
                }
            }
            return new Page(found, OptionalLong.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether every line is the one that the next line sealed, read as the files are now.
     *
     * @return where the first seam is broken, as {@code 2026-11.jsonl:42}; nothing if none is
     */
    public Optional<String> broken() {
        try {
            return Pages.broken(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Tail tail() throws IOException {
        if (tail == null) {
            Pages.cutTornEnd(folder);
            tail = Pages.last(folder)
                    .map(line -> new Tail(line.entry().number(), line.seal(), line.month()))
                    .orElse(new Tail(0, "", YearMonth.of(1970, 1)));
        }
        return tail;
    }

    private static YearMonth later(YearMonth one, YearMonth other) {
        return one.isAfter(other) ? one : other;
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }
}
