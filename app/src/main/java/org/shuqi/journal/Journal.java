package org.shuqi.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.proof.Chain;

/**
 * Lines that are only ever added, a file a month, each line sealed by the next: a line names the SHA-256 of the one before
 * it. Only the process that has the registry open writes here; the first line makes the folder.
 *
 * <p>What is handed out is not written into the log of the registry itself: looking at data would then change their
 * revision, and the log would have to be kept for ever where this may be disposed of after some years.
 */
public final class Journal implements Chain {

    /** Where it stands in a data folder. */
    public static final String FOLDER = "journal";

    private static final int LONGEST_REASON = 500;

    private final Path folder;
    private final Clock clock;
    private final Volumes volumes;
    private @Nullable Tail tail;

    private Journal(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.volumes = new Volumes(folder);
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

    /**
     * A reason as it is noted.
     *
     * @throws Refusal UNUSABLE if it is too long or no line of text
     */
    public static String reason(String text) {
        var reason = text.strip();
        if (reason.length() > LONGEST_REASON || reason.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`reason` 须是一行不超过 %d 字的文字",
                    "`reason` has to be one line of at most %d characters",
                    LONGEST_REASON);
        }
        return reason;
    }

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
            volumes.added(month, tail.seal());
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

    @Override
    public synchronized long size() {
        try {
            return tail().number();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized List<String> seals(long after, int limit) {
        try {
            return volumes.seals(after, limit, tail().number());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What of the journal may be disposed of.
     *
     * @param before whole months that were over then
     * @throws org.shuqi.problem.Refusal UNUSABLE if less than three years have passed since
     */
    public synchronized Disposal disposal(LocalDate before) {
        try {
            tail();
            return Disposal.of(folder, before, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Disposes of it: a line says so, then nothing but numbers and seals is left. Cut off in between, it is done again.
     *
     * @return the line
     */
    public synchronized Entry dispose(Disposal disposal, Disposal.Decided decided) {
        try {
            var entry = add(disposal.note(decided));
            for (var month : disposal.months()) {
                Stubs.replace(folder, month);
            }
            volumes.forget();
            return entry;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies the journal of one data folder into another, for a backup or back from one. */
    public static void copy(Path from, Path to) {
        var there = from.resolve(FOLDER);
        try {
            if (Files.isDirectory(there)) {
                Files.createDirectories(to.resolve(FOLDER));
                try (var files = Files.list(there)) {
                    for (var file : files.filter(Files::isRegularFile).toList()) {
                        Files.copy(file, to.resolve(FOLDER).resolve(file.getFileName()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Tail tail() throws IOException {
        if (tail == null) {
            Pages.cutTornEnd(folder);
            var months = Pages.newestFirst(folder);
            tail = Pages.last(folder)
                    .map(line -> new Tail(line.entry().number(), line.seal(), months.get(0)))
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
