package org.shuqi.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.Demo;
import org.shuqi.access.Caller;
import org.shuqi.change.Change;
import org.shuqi.change.ChangeDoor;
import org.shuqi.change.Guard;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.graph.Stores;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;

class FollowedClocksTest {

    private static final Instant NOW = Instant.parse("2026-06-01T02:00:00Z");
    private static final int ROUNDS = 60;
    private static final int LARGEST_CHANGE = 12;

    private final Clocks plain = new Clocks(ZoneId.of("Asia/Shanghai"), Optional.empty(), Demo.BASE);
    private final Random random = new Random(Long.getLong("shuqi.seed", 1));

    /** Changes of any statement, whoever looks, whenever, at whatever revision. */
    @Test
    void clocks_that_follow_the_registry_tell_every_reader_what_that_reader_would_find(@TempDir Path data) {
        Registry.open(Settings.of(data)).close();
        try (var store = Stores.open(data);
                var door = ChangeDoor.open(store, Guard.NONE)) {
            var followed = plain.following(store);
            var city = new ArrayList<Quad>();
            Demo.dataset().find().forEachRemaining(city::add);
            apply(door, new Delta(List.of(), city));
            for (var round = 0; round < ROUNDS; round++) {
                compared(store, followed);
                var change = drawn(store);
                apply(door, change);
                if (random.nextBoolean()) {
                    compared(store, followed);
                }
                // mostly it is as it was again, so that there is something left to be changed
                apply(door, new Delta(change.added(), change.removed()));
            }
            compared(store, followed);
            assertThat(store.verify(quad -> {}).faults()).isEmpty();
        }
    }

    private void compared(Store store, Clocks followed) {
        var earlier = random.nextInt(4) == 0;
        var revision = earlier ? Math.max(2, store.revision() - random.nextInt(9)) : store.revision();
        try (var now = store.readAt(revision)) {
            same(now, followed);
            var kept = random.nextInt(100);
            try (var part = now.seenBy(graph -> (graph.hashCode() ^ kept) % 3 != 0)) {
                same(part, followed);
            }
        }
    }

    private void same(Snapshot now, Clocks followed) {
        var at =
                switch (random.nextInt(4)) {
                    case 0 -> NOW.minus(Duration.ofDays(random.nextInt(400)));
                    case 1 -> NOW.plus(Duration.ofDays(random.nextInt(900)));
                    default -> NOW;
                };
        var filter =
                switch (random.nextInt(4)) {
                    case 0 -> Clocks.Filter.ALL.standing(Set.of(State.RUNNING, State.PAUSED, State.OVERDUE));
                    case 1 -> Clocks.Filter.ALL.standing(Set.of(State.MET));
                    case 2 ->
                        new Clocks.Filter(Set.of(), Set.of("delivery", "agreement-end"), Set.of(), Optional.empty());
                    default -> Clocks.Filter.ALL;
                };
        var limits = plain.due(now, filter, at);
        assertThat(said(followed.due(now, filter, at))).isEqualTo(said(limits));
        var besides = limits.isEmpty()
                ? Optional.<Node>empty()
                : Optional.of(limits.get(random.nextInt(limits.size())).record());
        Predicate<TimeLimit> wanted = limit -> limit.state() != State.PAUSED
                && besides.filter(limit.record()::equals).isEmpty();
        assertThat(said(followed.first(now, filter, wanted, at).stream().toList()))
                .isEqualTo(said(limits.stream().filter(wanted).limit(1).toList()));
    }

    private static List<String> said(List<TimeLimit> limits) {
        return limits.stream()
                .map(limit -> limit.key() + " " + limit.state() + " " + limit.startedOn() + " " + limit.dueOn() + " "
                        + limit.stoppedAt() + " " + limit.left() + " " + limit.responsible() + " " + limit.basis() + " "
                        + limit.extendedBy() + " " + limit.assumed() + " " + limit.remarks() + " " + limit.violation())
                .toList();
    }

    /** Some statements fewer, and a few of one record in another graph. */
    private Delta drawn(Store store) {
        var all = new ArrayList<Quad>();
        try (var now = store.read()) {
            now.dataset().find().forEachRemaining(quad -> {
                if (quad.getGraph().getURI().startsWith(Demo.BASE) || random.nextInt(40) == 0) {
                    all.add(quad);
                }
            });
        }
        Collections.shuffle(all, random);
        var removed = all.subList(0, 1 + random.nextInt(LARGEST_CHANGE));
        var added = new ArrayList<Quad>();
        for (var each = 0; each < random.nextInt(LARGEST_CHANGE); each++) {
            var one = all.get(all.size() - 1 - each);
            var other = all.get(random.nextInt(all.size()));
            var moved = new Quad(other.getGraph(), one.asTriple());
            if (!all.contains(moved)) {
                added.add(moved);
            }
        }
        return new Delta(removed, added);
    }

    private static void apply(ChangeDoor door, Delta delta) {
        door.apply(new Change("drawn", OptionalLong.empty(), now -> delta), Caller.operator());
    }
}
