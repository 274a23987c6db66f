package org.shuqi.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a review may find; each is described in the code list {@code ontology/schemes/review-finding.ttl}. */
public enum FindingKind {
    PERIOD_EMPTY(Group.NEVER_APPLIES, Severity.ERROR),
    NEVER_ACTIVATED(Group.NEVER_APPLIES, Severity.WARNING),
    ENDED_BEFORE_START(Group.NEVER_APPLIES, Severity.WARNING),
    ALWAYS_SUSPENDED(Group.NEVER_APPLIES, Severity.WARNING),
    OUTSIDE_ITS_PERIOD(Group.NEVER_APPLIES, Severity.ERROR),
    NOT_UNDERSTOOD(Group.NEVER_APPLIES, Severity.ERROR),
    PURPOSES_EXCLUDE(Group.NEVER_APPLIES, Severity.ERROR),
    METHODS_EXCLUDE(Group.NEVER_APPLIES, Severity.ERROR),
    NOTHING_OFFERED(Group.NEVER_APPLIES, Severity.ERROR),
    AGREEMENT_NEEDED(Group.NEVER_APPLIES, Severity.ERROR),
    ENTRY_NOT_PUBLISHED(Group.NEVER_APPLIES, Severity.ERROR),
    NOT_THE_SOURCE(Group.NEVER_APPLIES, Severity.ERROR),
    PARTY_NOT_SUPPORTED(Group.NEVER_APPLIES, Severity.ERROR),
    PROHIBITED(Group.NEVER_APPLIES, Severity.ERROR),
    RECIPIENT_SUSPENDED(Group.NEVER_APPLIES, Severity.WARNING),
    NOT_SHARED(Group.NEVER_APPLIES, Severity.ERROR),
    ATTRIBUTE_UNCLEAR(Group.NEVER_APPLIES, Severity.WARNING),
    NEVER_USABLE(Group.NEVER_APPLIES, Severity.ERROR),
    UNKNOWN_RECORD(Group.NEVER_APPLIES, Severity.ERROR),
    AGAINST_PROHIBITION(Group.CONTRADICTS, Severity.ERROR),
    FORBIDDEN_BY_AGREEMENT(Group.CONTRADICTS, Severity.ERROR),
    STORAGE_DIFFERS(Group.CONTRADICTS, Severity.WARNING),
    SOURCES_CONTRADICT(Group.CONTRADICTS, Severity.ERROR),
    REDUNDANT(Group.OVERLAPS, Severity.INFO),
    OVERLAPPING(Group.OVERLAPS, Severity.INFO),
    BASIS_NOT_IN_FORCE(Group.BASIS, Severity.ERROR),
    MANDATE_WITHOUT_BASIS(Group.BASIS, Severity.ERROR),
    PROHIBITION_WITHOUT_BASIS(Group.BASIS, Severity.WARNING),
    WITHHELD_WITHOUT_BASIS(Group.BASIS, Severity.WARNING),
    CLEARANCE_TOO_LOW(Group.LEVEL, Severity.ERROR),
    EVIDENCE_MISSING(Group.LEVEL, Severity.ERROR),
    ONWARD_CYCLE(Group.ONWARD, Severity.WARNING);

    private final Group group;
    private final Severity severity;

    FindingKind(Group group, Severity severity) {
        this.group = group;
        this.severity = severity;
    }

    /** What the kinds have in common. */
    public enum Group {
        NEVER_APPLIES,
        CONTRADICTS,
        OVERLAPS,
        BASIS,
        LEVEL,
        ONWARD;

        /** The code, as in the code list. */
        public String code() {
            return FindingKind.code(this);
        }
    }

    /** How serious it is. */
    public enum Severity {
        /** Somebody relies on what does not hold. */
        ERROR,
        /** It should be looked at. */
        WARNING,
        /** It does no harm. */
        INFO;

        /** The word in requests and answers. */
        public String code() {
            return FindingKind.code(this);
        }

        /** The severity of that word. */
        public static Optional<Severity> of(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst();
        }
    }

    /** The code, as in the code list. */
    public String code() {
        return code(this);
    }

    /** What it has in common with others. */
    public Group group() {
        return group;
    }

    /** How serious it is. */
    public Severity severity() {
        return severity;
    }

    /** Whether the code is that of the kind or of its group. */
    public boolean isNamed(String code) {
        return code().equals(code) || group.code().equals(code);
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
