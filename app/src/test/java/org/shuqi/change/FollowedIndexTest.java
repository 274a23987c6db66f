package org.shuqi.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.WorkedExample;
import org.shuqi.access.Caller;
import org.shuqi.decision.fact.IndexDerivation;

/** The index that decisions are made from, followed through changes drawn at random, is the one built anew. */
class FollowedIndexTest {

    @TempDir
    private Path folder;

    @Test
    void changesDrawnAtRandomAreFollowedAndCanBeTakenBack() {
        var seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var derivation = new IndexDerivation(ZoneId.of("Asia/Shanghai"));
        var all = new ArrayList<Quad>();
        WorkedExample.dataset().find().forEachRemaining(quad -> {
            if (!quad.isDefaultGraph()) {
                all.add(quad);
            }
        });
        try (var desk = new Desk(folder)) {
            var index = desk.store.derive(derivation);
            desk.door.load(new Load("example", all::forEach, Load.Mode.ALL, Load.Progress.SILENT), Caller.operator());

            for (var change = 0; change < 25; change++) {
                desk.apply(OptionalLong.empty(), draw(all, random), draw(all, random));
            }

            assertThat(desk.store.verify(quads -> {}).faults()).isEmpty();
            try (var then = desk.store.readAt(5)) {
                var anew = derivation.build(then.dataset(), 5);
                assertThat(derivation.same(then.derived(index), anew)).isTrue();
                assertThat(derivation.same(index.current(), anew))
                        .as("it did change")
                        .isFalse();
            }
        }
    }

    private static List<Quad> draw(List<Quad> all, Random random) {
        Collections.shuffle(all, random);
        return List.copyOf(all.subList(0, random.nextInt(60)));
    }
}
