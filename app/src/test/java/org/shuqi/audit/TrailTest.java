package org.shuqi.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.access.Caller;
import org.shuqi.change.Change;
import org.shuqi.change.ChangeDoor;
import org.shuqi.change.Guard;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Stores;
import org.shuqi.rights.Rights;

class TrailTest {

    private static final int CHANGES = 120;

    /** Some are the beginnings of others without being what these are part of. */
    private static final List<String> RECORDS = List.of("a", "ab", "a/b", "a/b/c", "b", "b/a");

    private static final List<String> PARTS = List.of("", "#p", "#p/q", "/item/1", "/item/1#x");

    private final Random random = new Random(Long.getLong("shuqi.seed", 1));

    @Test
    void a_trail_that_remembers_finds_the_changes_of_a_record_that_one_finds_who_reads_them_all(@TempDir Path data) {
        try (var store = Stores.open(data);
                var door = ChangeDoor.open(store, Guard.NONE)) {
            var rights = Rights.over(store);
            var remembering = Trail.over(store, rights);
            for (var each = 0; each < CHANGES; each++) {
                var delta = drawn(each);
                door.apply(new Change("drawn", OptionalLong.empty(), now -> delta), Caller.operator());
                for (var record : List.of(drawn(RECORDS), drawn(RECORDS))) {
                    var wanted = wanted(record, each);
                    assertThat(all(remembering, wanted)).isEqualTo(all(Trail.over(store, rights), wanted));
                }
            }
        }
    }

    /** Page after page: who knows that nothing else follows need not say that there is another page. */
    private static List<Trace> all(Trail trail, Wanted wanted) {
        var page = trail.page(wanted, Caller.operator());
        var found = new ArrayList<>(page.traces());
        if (page.next().isPresent()) {
            found.addAll(all(
                    trail,
                    new Wanted(
                            wanted.record(),
                            wanted.organization(),
                            wanted.account(),
                            wanted.from(),
                            wanted.until(),
                            page.next(),
                            wanted.asOf(),
                            wanted.limit())));
        }
        return found;
    }

    private Wanted wanted(String record, int changes) {
        var before = random.nextInt(3) == 0 ? OptionalLong.of(1 + random.nextInt(changes + 1)) : OptionalLong.empty();
        return new Wanted(
                Optional.of(node(record)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                before,
                OptionalLong.empty(),
                // more than there are, or so few that the page ends before the log does
                random.nextBoolean() ? CHANGES : 3);
    }

    private Delta drawn(int each) {
        var quads = new ArrayList<Quad>();
        for (var count = 1 + random.nextInt(3); count > 0; count--) {
            quads.add(new Quad(
                    node("graph"),
                    node(drawn(RECORDS) + drawn(PARTS)),
                    node("says"),
                    NodeFactory.createLiteralString(each + " " + count)));
        }
        return new Delta(List.of(), quads);
    }

    private String drawn(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static Node node(String name) {
        return NodeFactory.createURI("https://example.test/" + name);
    }
}
