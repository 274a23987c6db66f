package org.shuqi.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.access.Caller;
import org.shuqi.change.Change;
import org.shuqi.graph.Delta;
import org.shuqi.problem.Refusal;
import org.shuqi.vocabulary.Sq;

/** What a registry holds before anybody has written to it. */
class RegistryTest {

    @TempDir
    Path data;

    @Test
    void aNewRegistryHoldsTheShippedRelease() {
        try (var registry = Registry.open(Settings.of(data));
                var now = registry.store().read()) {
            assertThat(now.revision()).isEqualTo(1);
            assertThat(now.union().contains(Sq.code("level", "core"), Sq.rank, null))
                    .isTrue();
            assertThat(now.union().contains(Sq.code("division", "150600"), null, null))
                    .isTrue();
        }
    }

    @Test
    void theShippedReleaseBreaksNoShape() {
        try (var registry = Registry.open(Settings.of(data));
                var now = registry.store().read()) {
            assertThat(registry.gate().checkAll(now.dataset()).findings()).isEmpty();
        }
    }

    @Test
    void anOldEntryIsReadAgainAtAStartOnlyIfTheOperatorSaysSo() throws IOException {
        Registry.open(Settings.of(data)).close();
        var log = data.resolve("changes.log");
        var bytes = Files.readAllBytes(log);
        bytes[bytes.length / 2] ^= 1;
        Files.write(log, bytes);

        Registry.open(Settings.of(data)).close();

        var usual = Settings.of(data);
        var careful = new Settings(data, usual.baseIri(), usual.zone(), usual.profile(), usual.clock(), true);
        assertThatThrownBy(() -> Registry.open(careful))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("the log is damaged at byte 12 (after revision 0)");
    }

    @Test
    void aRestartTakesTheIndexFromDiskAndItIsTheRightOne() throws IOException {
        Registry.open(Settings.of(data)).close();
        var file = data.resolve("derived").resolve("IndexDerivation");
        var before = Files.readAttributes(file, "unix:ino,size");

        try (var registry = Registry.open(Settings.of(data))) {
            assertThat(registry.store().verify(quads -> {}).faults()).isEmpty();
        }

        assertThat(Files.readAttributes(file, "unix:ino,size"))
                .as("a file that is not believed is written anew")
                .isEqualTo(before);
    }

    @Test
    void theWorkedExampleFitsOnTopOfTheShippedRelease() {
        var example = RDFDataMgr.loadDatasetGraph("ontology/questions/worked-example/registry.trig");
        var added = List.copyOf(Iter.toList(example.find()));

        try (var registry = Registry.open(Settings.of(data))) {
            var change = new Change("worked example", OptionalLong.empty(), now -> new Delta(List.of(), added));
            var receipt = registry.changes().apply(change, Caller.operator());
            try (var now = registry.store().read()) {
                assertThat(receipt.revision()).isEqualTo(2);
                assertThat(registry.gate().checkAll(now.dataset()).violations()).isEmpty();
            }
        }
    }

    @Test
    void theSameReleaseIsBroughtInOnce() {
        Registry.open(Settings.of(data)).close();

        try (var registry = Registry.open(Settings.of(data))) {
            assertThat(registry.store().revision()).isEqualTo(1);
        }
    }

    @Test
    void twoProcessesCannotOpenOneFolder() {
        try (var first = Registry.open(Settings.of(data))) {
            assertThat(first.store().revision()).isEqualTo(1);
            assertThatThrownBy(() -> Registry.open(Settings.of(data))).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void aBaseWithoutASlashIsRefused() {
        assertThatThrownBy(() -> Settings.of(data).withBaseIri("http://localhost/id"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ends with a slash");
    }
}
