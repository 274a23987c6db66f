package org.shuqi.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.graph.OnDemand;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;

/**
 * The clocks of the registry: for any revision and any instant what is due, until when, and by whom.
 *
 * <p>Nothing here looks at the clock of the machine: the same revision and instant give the same answer for ever. Clocks that
 * follow a store remember what they have read of it, and show each reader what that reader would find.
 */
public final class Clocks {

    /** What is due first comes first. */
    static final Comparator<TimeLimit> ORDER = Comparator.comparing(
                    (TimeLimit limit) -> limit.dueOn().orElse(LocalDate.MAX))
            .thenComparing(TimeLimit::code)
            .thenComparing(limit -> limit.record().toString())
            .thenComparing(TimeLimit::startedAt);

    private final ZoneId zone;
    private final Optional<String> profile;
    private final String baseIri;
    private final Optional<OnDemand<Book>> books;

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
        this.books = Optional.empty();
    }

    private Clocks(Clocks plain, Store whole) {
        this.zone = plain.zone;
        this.profile = plain.profile;
        this.baseIri = plain.baseIri;
        this.books = Optional.of(OnDemand.over(whole, "clocks", new Book.Making(plain)));
    }

    /** The same over all of a registry, remembering what was read for as long as it holds. */
    public Clocks following(Store whole) {
        return new Clocks(this, whole);
    }

    /**
     * Which clocks are wanted; what is empty does not narrow.
     *
     * @param organizations one of these answers for it
     * @param codes of these kinds
     * @param states standing there
     * @param until due on this day or before
     * @param records of these
     */
    public record Filter(
            Set<Node> organizations,
            Set<String> codes,
            Set<State> states,
            Optional<LocalDate> until,
            Optional<Set<Node>> records) {

        /** Every clock. */
        public static final Filter ALL = new Filter(Set.of(), Set.of(), Set.of(), Optional.empty());

        public Filter {
            organizations = Set.copyOf(organizations);
            codes = Set.copyOf(codes);
            states = Set.copyOf(states);
        }

        /** Of any record. */
        public Filter(Set<Node> organizations, Set<String> codes, Set<State> states, Optional<LocalDate> until) {
            this(organizations, codes, states, until, Optional.empty());
        }

        /** The same for other states. */
        public Filter standing(Set<State> others) {
            return new Filter(organizations, codes, others, until, records);
        }

        /** The same for others who answer for it. */
        public Filter answeredBy(Set<Node> others) {
            return new Filter(others, codes, states, until, records);
        }

        /** The same for these records only. */
        public Filter of(Set<Node> some) {
            return new Filter(organizations, codes, states, until, Optional.of(some));
        }

        /** Whether it may pass at some instant. */
        boolean concerns(TimeLimit limit) {
            return concerns(limit.record())
                    && (codes.isEmpty() || codes.contains(limit.code()))
                    && (organizations.isEmpty() || limit.responsible().stream().anyMatch(organizations::contains));
        }

        /** Whether a clock of the record may pass. */
        boolean concerns(Node record) {
            return records.isEmpty() || records.get().contains(record);
        }

        boolean takes(TimeLimit limit) {
            return concerns(limit)
                    && (states.isEmpty() || states.contains(limit.state()))
                    && until.map(day -> limit.dueOn()
                                    .filter(due -> !due.isAfter(day))
                                    .isPresent())
                            .orElse(true);
        }
    }

    /** The clocks of one record that had begun by the instant, what is due first coming first. */
    public List<TimeLimit> of(Snapshot now, Node record, Instant at) {
        return reading(now.union()).of(record, at).stream().sorted(ORDER).toList();
    }

    /** The same of several records at once. */
    public Map<Node, List<TimeLimit>> of(Snapshot now, Collection<Node> records, Instant at) {
        var reading = reading(now.union());
        var found = new HashMap<Node, List<TimeLimit>>();
        records.forEach(record ->
                found.put(record, reading.of(record, at).stream().sorted(ORDER).toList()));
        return found;
    }

    /** The clocks of all records that pass the filter, what is due first coming first. */
    public List<TimeLimit> due(Snapshot now, Filter filter, Instant at) {
        return books.isPresent() ? new Looked(this, now, at).due(books.get().at(now), filter) : read(now, filter, at);
    }

    /** The first clock that passes the filter and is wanted; costs as much as looking up to there. */
    public Optional<TimeLimit> first(Snapshot now, Filter filter, Predicate<TimeLimit> wanted, Instant at) {
        return books.isPresent()
                ? new Looked(this, now, at).first(books.get().at(now), filter, wanted)
                : read(now, filter, at).stream().filter(wanted).findFirst();
    }

    /** The same, out of the snapshot itself. */
    List<TimeLimit> read(Snapshot now, Filter filter, Instant at) {
        return due(now.union(), filter, at);
    }

    /** The same of a registry that may be planned only, such as one with another calendar. */
    public List<TimeLimit> due(Graph registry, Filter filter, Instant at) {
        return reading(registry)
                .all(at, filter.codes())
                .filter(filter::takes)
                .sorted(ORDER)
                .toList();
    }

    ZoneId zone() {
        return zone;
    }

    /** The calendar that holds in a year in an area of its own, or in the whole country; empty if there is none. */
    public Optional<Node> calendar(Snapshot now, Optional<Node> area, int year) {
        return new Calendars(new Facts(now.union(), zone)).holding(area, year);
    }

    Reading reading(Graph registry) {
        return new Reading(new Facts(registry, zone), profile, baseIri);
    }

    Reading reading(Facts facts, Facts frame) {
        return new Reading(facts, frame, profile, baseIri);
    }
}
