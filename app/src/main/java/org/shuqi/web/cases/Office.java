package org.shuqi.web.cases;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.shuqi.access.Caller;
import org.shuqi.clock.Clocks;
import org.shuqi.clock.State;
import org.shuqi.clock.TimeLimit;
import org.shuqi.graph.Store;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;
import org.shuqi.web.Crumb;
import org.shuqi.web.View;

/** What the pages of all procedures need: looks at the registry, and the clocks. */
@Singleton
final class Office {

    /** The clocks of each kind of record. */
    static final Map<RecordKind, Set<String>> CLOCKS = Map.of(
            RecordKind.REQUESTS, Set.of("conformity-review", "unconditional-reply", "conditional-reply", "delivery"),
            RecordKind.CORRECTIONS, Set.of("correction"),
            RecordKind.AGREEMENTS, Set.of("agreement-review", "agreement-end"),
            RecordKind.DISPUTES, Set.of());

    private static final Set<State> OPEN = Set.of(State.RUNNING, State.PAUSED, State.OVERDUE);
    private static final Set<State> COUNTING = Set.of(State.RUNNING, State.OVERDUE);

    /** The clocks of what has to be dealt with one after the other. */
    private static final Set<String> TIMED = Stream.of(RecordKind.REQUESTS, RecordKind.CORRECTIONS)
            .flatMap(kind -> CLOCKS.getOrDefault(kind, Set.of()).stream())
            .collect(Collectors.toUnmodifiableSet());

    private final Store store;
    private final Records records;
    private final Settings settings;
    private final Clocks clocks;

    Office(Store store, Records records, Settings settings, Clocks clocks) {
        this.store = store;
        this.records = records;
        this.settings = settings;
        this.clocks = clocks;
    }

    Records records() {
        return records;
    }

    Settings settings() {
        return settings;
    }

    Store store() {
        return store;
    }

    /** Looks at the registry as it is now. */
    <T> T look(View view, Function<Look, T> use) {
        try (var now = store.read()) {
            return use.apply(new Look(now, records, view, settings.zone()));
        }
    }

    List<Due> dues(Look look, Node record) {
        return clocks.of(look.now(), record, settings.clock().instant()).stream()
                .map(look::due)
                .toList();
    }

    /** The clocks of a kind that have not been stopped, what is due first coming first. */
    List<TimeLimit> open(Look look, RecordKind kind, Set<Node> organizations) {
        var codes = CLOCKS.getOrDefault(kind, Set.of());
        return codes.isEmpty()
                ? List.of()
                : clocks.due(
                        look.now(),
                        new Clocks.Filter(organizations, codes, OPEN, Optional.empty()),
                        settings.clock().instant());
    }

    /** What is due next of what the caller answers for, besides a record. */
    Optional<Crumb> next(Look look, Caller caller, Optional<Node> besides) {
        return clocks.first(
                        look.now(),
                        new Clocks.Filter(caller.organizations(), TIMED, COUNTING, Optional.empty()),
                        limit -> besides.filter(limit.record()::equals).isEmpty(),
                        settings.clock().instant())
                .map(limit -> look.link(limit.record()));
    }
}
