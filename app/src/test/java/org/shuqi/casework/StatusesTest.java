package org.shuqi.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
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
import org.shuqi.graph.Stores;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;
import org.shuqi.vocabulary.Sq;

class StatusesTest {

    private static final Map<RecordKind, Node> PROPERTIES = Map.of(
            RecordKind.DATASETS, Sq.entryStatus,
            RecordKind.AGREEMENTS, Sq.agreementStatus,
            RecordKind.REQUESTS, Sq.requestStatus,
            RecordKind.CORRECTIONS, Sq.caseStatus,
            RecordKind.DISPUTES, Sq.caseStatus);

    private final Random random = new Random(Long.getLong("shuqi.seed", 1));

    /** Of the demo city as it is, and with statuses taken out and doubled; for readers of all and of some graphs. */
    @Test
    void the_statuses_that_are_read_at_once_are_those_of_record_after_record(@TempDir Path data) {
        Registry.open(Settings.of(data)).close();
        try (var store = Stores.open(data);
                var door = ChangeDoor.open(store, Guard.NONE)) {
            var records = new Records(store, door, Demo.BASE);
            var cases = new Cases(store, records, Tables.of(store), Clock.systemUTC(), ZoneId.of("Asia/Shanghai"));
            var city = new ArrayList<Quad>();
            Demo.dataset().find().forEachRemaining(city::add);
            apply(door, new Delta(List.of(), city));
            for (var round = 0; round < 8; round++) {
                final Delta change;
                try (var now = store.read()) {
                    change = drawn(cases, records, now);
                    same(cases, records, now);
                    var kept = random.nextInt(100);
                    try (var part = now.seenBy(graph -> (graph.hashCode() ^ kept) % 3 != 0)) {
                        same(cases, records, part);
                    }
                }
                apply(door, change);
            }
        }
    }

    private static void same(Cases cases, Records records, Snapshot now) {
        for (var kind : PROPERTIES.keySet()) {
            var all = records.all(kind, now).map(NodeFactory::createURI).toList();
            var statuses = cases.statuses(kind.types(), all, now.union());
            assertThat(all).allSatisfy(record -> assertThat(statuses.get(record))
                    .isEqualTo(cases.status(record, now.union())));
        }
    }

    /** Statuses stated by records of the city, some in another graph; some of those that were. */
    private Delta drawn(Cases cases, Records records, Snapshot now) {
        var added = new ArrayList<Quad>();
        var removed = new ArrayList<Quad>();
        var graphs = new ArrayList<Node>();
        now.dataset().listGraphNodes().forEachRemaining(graphs::add);
        PROPERTIES.forEach((kind, property) -> {
            now.dataset().find(Node.ANY, Node.ANY, property, Node.ANY).forEachRemaining(quad -> {
                if (random.nextInt(4) == 0) {
                    removed.add(quad);
                }
            });
            var statuses = cases.statuses(kind.types().get(0));
            records.all(kind, now)
                    .filter(record -> random.nextInt(3) == 0)
                    .forEach(record -> added.add(
                            new Quad(drawn(graphs), NodeFactory.createURI(record), property, drawn(statuses))));
        });
        return new Delta(removed, added);
    }

    private <T> T drawn(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static void apply(ChangeDoor door, Delta delta) {
        door.apply(new Change("drawn", OptionalLong.empty(), now -> delta), Caller.operator());
    }
}
