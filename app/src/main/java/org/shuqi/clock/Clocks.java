package org.shuqi.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.shuqi.graph.Snapshot;

/**
 * The clocks of the registry: for any revision and any instant what is due, until when, and by whom.
 *
 * <p>Nothing here looks at the clock of the machine or remembers anything: the same revision and instant give the same
 * answer for ever.
 */
public final class Clocks {

    private static final Comparator<TimeLimit> ORDER = Comparator.comparing(
                    (TimeLimit limit) -> limit.dueOn().orElse(LocalDate.MAX))
            .thenComparing(TimeLimit::code)
            .thenComparing(limit -> limit.record().toString())
            .thenComparing(TimeLimit::startedAt);

    private final ZoneId zone;
    private final Optional<String> profile;
    private final String baseIri;

    /**
     * For one registry.
     *
     * @param zone where a day begins
     * @param profile IRI of the configured jurisdiction profile, if one is
     * @param baseIri start of the instance IRIs, ends with {@code /}
     */
    public Clocks(ZoneId zone, Optional<String> profile, String baseIri) {
        this.zone = zone;
        this.profile = profile;
        this.baseIri = baseIri;
    }

    /**
     * Which clocks are wanted; what is empty does not narrow.
     *
     * @param organizations one of these answers for it
     * @param codes of these kinds
     * @param states standing there
     * @param until due on this day or before
     */
    public record Filter(Set<Node> organizations, Set<String> codes, Set<State> states, Optional<LocalDate> until) {

        /** Every clock. */
        public static final Filter ALL = new Filter(Set.of(), Set.of(), Set.of(), Optional.empty());

        public Filter {
            organizations = Set.copyOf(organizations);
            codes = Set.copyOf(codes);
            states = Set.copyOf(states);
        }

        /** The same for other states. */
        public Filter standing(Set<State> others) {
            return new Filter(organizations, codes, others, until);
        }

        boolean takes(TimeLimit limit) {
            return (organizations.isEmpty() || limit.responsible().stream().anyMatch(organizations::contains))
                    && (codes.isEmpty() || codes.contains(limit.code()))
                    && (states.isEmpty() || states.contains(limit.state()))
                    && until.map(day -> limit.dueOn()
                                    .filter(due -> !due.isAfter(day))
                                    .isPresent())
                            .orElse(true);
        }
    }

    /** The clocks of one record that had begun by the instant, what is due first coming first. */
    public List<TimeLimit> of(Snapshot now, Node record, Instant at) {
        return reading(now).of(record, at).stream().sorted(ORDER).toList();
    }

    /** The clocks of all records that pass the filter, what is due first coming first. */
    public List<TimeLimit> due(Snapshot now, Filter filter, Instant at) {
        return reading(now)
                .all(at, filter.codes())
                .filter(filter::takes)
                .sorted(ORDER)
                .toList();
    }

    private Reading reading(Snapshot now) {
        return new Reading(new Facts(now.union(), zone), profile, baseIri);
    }
}
