package org.shuqi.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
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
import org.shuqi.graph.OnDemand;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.graph.Stores;
import org.shuqi.vocabulary.Rdf;

class RollTest {

    private static final int ROUNDS = 40;

    private final Random random = new Random(Long.getLong("shuqi.seed", 1));

    @Test
    void the_roll_that_follows_the_registry_holds_for_every_reader_the_records_that_the_graph_shows(
            @TempDir Path data) {
        try (var store = Stores.open(data);
                var door = ChangeDoor.open(store, Guard.NONE)) {
            var rolls = OnDemand.over(store, "records", new Roll.Making());
            var city = new ArrayList<Quad>();
            Demo.dataset().find().forEachRemaining(city::add);
            apply(door, new Delta(List.of(), city));
            for (var round = 0; round < ROUNDS; round++) {
                compared(store, rolls);
                apply(door, drawn(store));
            }
            compared(store, rolls);
            assertThat(store.verify(quad -> {}).faults()).isEmpty();
        }
    }

    private void compared(Store store, OnDemand<Roll> rolls) {
        var revision = Math.max(1, store.revision() - Math.max(0, random.nextInt(12) - 6));
        try (var now = store.readAt(revision)) {
            same(now, rolls);
            var kept = random.nextInt(100);
            try (var part = now.seenBy(graph -> (graph.hashCode() ^ kept) % 3 != 0)) {
                same(part, rolls);
            }
        }
    }

    private static void same(Snapshot now, OnDemand<Roll> rolls) {
        for (var kind : RecordKind.values()) {
            var roll = rolls.at(now).of(kind, now);
            var graph = Members.of(kind, now.union());
            assertThat(roll.all()).containsExactlyElementsOf(graph.all().toList());
            now.union().find(Node.ANY, Rdf.type, Node.ANY).forEachRemaining(triple -> assertThat(
                            roll.has(triple.getSubject()))
                    .isEqualTo(graph.has(triple.getSubject())));
        }
    }

    /** Records that lose or get a class, some of them in another graph. */
    private Delta drawn(Store store) {
        var all = new ArrayList<Quad>();
        try (var now = store.read()) {
            now.dataset().find(Node.ANY, Node.ANY, Rdf.type, Node.ANY).forEachRemaining(all::add);
        }
        Collections.shuffle(all, random);
        var added = new ArrayList<Quad>();
        for (var each = 0; each < random.nextInt(9); each++) {
            var one = all.get(all.size() - 1 - each);
            var other = all.get(random.nextInt(all.size()));
            added.add(new Quad(other.getGraph(), one.getSubject(), Rdf.type, other.getObject()));
        }
        added.removeIf(all::contains);
        return new Delta(all.subList(0, random.nextInt(9)), added);
    }

    private static void apply(ChangeDoor door, Delta delta) {
        door.apply(new Change("drawn", OptionalLong.empty(), now -> delta), Caller.operator());
    }
}
