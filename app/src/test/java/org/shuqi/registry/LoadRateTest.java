package org.shuqi.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.access.Caller;
import org.shuqi.change.Load;
import org.shuqi.generate.Generator;

/** How fast an invented registry goes in through the gate. */
@Tag("slow")
class LoadRateTest {

    @TempDir
    private Path folder;

    @Test
    void anInventedCityIsLoadedWhole() {
        var datasets = Integer.getInteger("shuqi.datasets", 2_000);
        var first = new EnumMap<Load.Phase, Long>(Load.Phase.class);
        var last = new EnumMap<Load.Phase, Long>(Load.Phase.class);
        Load.Progress clock = (phase, done, total) -> {
            first.putIfAbsent(phase, System.nanoTime());
            last.put(phase, System.nanoTime());
        };
        try (var registry = Registry.open(Settings.of(folder))) {
            var begin = System.nanoTime();
            var receipt = registry.changes()
                    .load(
                            new Load(
                                    "measurement",
                                    sink -> Generator.of(datasets, 1, Settings.DEFAULT_BASE_IRI)
                                            .write(new StreamRDFBase() {
                                                @Override
                                                public void quad(Quad quad) {
                                                    sink.accept(quad);
                                                }
                                            }),
                                    Load.Mode.ALL,
                                    clock),
                            Caller.operator());
            var seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf("%d quads in %.1f s%n", receipt.added(), seconds);
            for (Map.Entry<Load.Phase, Long> phase : last.entrySet()) {
                System.out.printf("%s %.1f s%n", phase.getKey(), (phase.getValue() - first.get(phase.getKey())) / 1e9);
            }

            assertThat(receipt.added()).isEqualTo(receipt.read()).isGreaterThan(datasets * 40L);
            assertThat(registry.store().verify(quads -> {}).faults()).isEmpty();
        }
    }
}
