package org.shuqi.review;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.shuqi.decision.Decisions;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.time.Instants;

/** Reviews the whole register at one revision and one instant. */
public final class Reviews {

    private static final List<Entry> EXAMINERS = List.of(
            new Entry(
                    new DateExaminer(),
                    FindingKind.PERIOD_EMPTY,
                    FindingKind.NEVER_ACTIVATED,
                    FindingKind.ENDED_BEFORE_START,
                    FindingKind.ALWAYS_SUSPENDED,
                    FindingKind.OUTSIDE_ITS_PERIOD),
            new Entry(
                    new GrantExaminer(),
                    FindingKind.NOT_UNDERSTOOD,
                    FindingKind.PURPOSES_EXCLUDE,
                    FindingKind.METHODS_EXCLUDE,
                    FindingKind.NOTHING_OFFERED,
                    FindingKind.AGREEMENT_NEEDED,
                    FindingKind.ENTRY_NOT_PUBLISHED,
                    FindingKind.NOT_THE_SOURCE,
                    FindingKind.PARTY_NOT_SUPPORTED,
                    FindingKind.RECIPIENT_SUSPENDED,
                    FindingKind.NOT_SHARED,
                    FindingKind.ATTRIBUTE_UNCLEAR,
                    FindingKind.NEVER_USABLE,
                    FindingKind.UNKNOWN_RECORD,
                    FindingKind.CLEARANCE_TOO_LOW,
                    FindingKind.EVIDENCE_MISSING),
            new Entry(new ProhibitionExaminer(), FindingKind.PROHIBITED, FindingKind.AGAINST_PROHIBITION),
            new Entry(
                    new PairExaminer(),
                    FindingKind.REDUNDANT,
                    FindingKind.OVERLAPPING,
                    FindingKind.STORAGE_DIFFERS,
                    FindingKind.FORBIDDEN_BY_AGREEMENT),
            new Entry(
                    new BasisExaminer(),
                    FindingKind.BASIS_NOT_IN_FORCE,
                    FindingKind.MANDATE_WITHOUT_BASIS,
                    FindingKind.PROHIBITION_WITHOUT_BASIS,
                    FindingKind.WITHHELD_WITHOUT_BASIS),
            new Entry(new SourceExaminer(), FindingKind.SOURCES_CONTRADICT),
            new Entry(new OnwardExaminer(), FindingKind.ONWARD_CYCLE));

    private final Store store;
    private final Decisions decisions;
    private final ZoneId zone;
    private final Clock clock;

    private Reviews(Store store, Decisions decisions, ZoneId zone, Clock clock) {
        this.store = store;
        this.decisions = decisions;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * Reviews of one registry.
     *
     * @param decisions the engine over the same store, which judges every finding
     * @param zone where a plain date begins
     * @param clock what "now" is
     */
    public static Reviews over(Store store, Decisions decisions, ZoneId zone, Clock clock) {
        return new Reviews(store, decisions, zone, clock);
    }

    /** An examiner with what it can find. */
    private record Entry(Examiner examiner, FindingKind... kinds) {}

    /**
     * What to look for.
     *
     * @param kinds the kinds; empty for all
     * @param at instant as xsd:dateTime with zone, or a date; now if absent
     * @param knownAt revision; the newest if absent
     */
    public record Scope(Set<FindingKind> kinds, Optional<String> at, OptionalLong knownAt) {

        public Scope {
            kinds = Set.copyOf(kinds);
        }

        /** The kinds of a code, or all of a group's. */
        public static Set<FindingKind> kinds(String code) {
            var kinds = EnumSet.noneOf(FindingKind.class);
            Arrays.stream(FindingKind.values())
                    .filter(kind -> kind.isNamed(code))
                    .forEach(kinds::add);
            if (kinds.isEmpty()) {
                throw Refusal.of(
                        Kind.UNUSABLE,
                        "没有名为 `%s` 的问题类别；请核对代码表 review-finding",
                        "no kind of finding `%s`; see the code list review-finding",
                        code);
            }
            return kinds;
        }
    }

    /**
     * What was reviewed.
     *
     * @param revision the revision
     * @param at the instant
     * @param questions how many questions the engine answered for it
     */
    public record Done(long revision, Instant at, long questions) {}

    /**
     * Hands over each finding as it is shown; nothing is kept.
     *
     * @throws Refusal UNUSABLE if the instant cannot be read, UNKNOWN if the revision is not there
     */
    public Done review(Scope scope, Consumer<Finding> found) {
        var at = instant(scope.at());
        try (var snapshot =
                scope.knownAt().isPresent() ? store.readAt(scope.knownAt().getAsLong()) : store.read()) {
            return review(snapshot, scope.kinds(), at, found);
        }
    }

    private Done review(Snapshot snapshot, Set<FindingKind> kinds, Instant at, Consumer<Finding> found) {
        var register = new Register(snapshot.union(), zone);
        var court = new Court(decisions, snapshot.revision());
        var wanted = kinds.isEmpty() ? EnumSet.allOf(FindingKind.class) : EnumSet.copyOf(kinds);
        var session = new Session(
                register,
                new ClaimReader(register),
                new Strands(register),
                court,
                new Queries(snapshot.dataset(), LocalDate.ofInstant(at, zone)),
                wanted,
                at);
        EXAMINERS.stream().filter(entry -> session.wants(entry.kinds())).forEach(entry -> entry.examiner()
                .examine(session, found));
        return new Done(snapshot.revision(), at, court.asked());
    }

    /** The instant that a word names. */
    Instant instant(Optional<String> word) {
        var text = word.map(String::strip).filter(some -> !some.isEmpty());
        return text.map(some -> some.replace(' ', '+'))
                .map(some -> (some.indexOf('T') > 0 ? Instants.zoned(some) : Instants.date(some, zone))
                        .orElseThrow(() -> Refusal.of(
                                Kind.UNUSABLE,
                                "时间 `%s` 无法识别；请写成 2026-06-01T12:00:00+08:00 或者 2026-06-01",
                                "the time `%s` cannot be read; write 2026-06-01T12:00:00+08:00 or 2026-06-01",
                                some)))
                .orElseGet(clock::instant);
    }
}
