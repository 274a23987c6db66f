package org.shuqi.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever fails at whichever step of a write: the process stops, and the next start has all or nothing of it. */
class FaultsTest {

    @TempDir
    private Path folder;

    private final AtomicReference<Faults.Step> failing = new AtomicReference<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = "(POSITIONS|DERIVED)_.*")
    void anExceptionAtAnyStepLosesNothing(Faults.Step step) throws IOException {
        failing(step, new IllegalStateException("injected"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Faults.Step.class,
            names = {"LOG_WRITTEN", "APPLY_QUADS", "APPLY_COMMIT"})
    void anErrorOfTheMachineLosesNothing(Faults.Step step) throws IOException {
        failing(step, new OutOfMemoryError("injected"));
    }

    private void failing(Faults.Step step, Throwable injected) throws IOException {
        var scribe = new Scribe(folder, this::at);
        scribe.write("g s p 'one", "g s p 'two");
        failing.set(step);
        failure.set(injected);

        assertThatThrownBy(() -> scribe.write("-g s p 'one", "g s p 'three")).isInstanceOf(IllegalStateException.class);

        assertThat(scribe.halts).as("the process would have ended").containsExactly(injected);
        assertThatThrownBy(scribe.store::read).hasMessage("the store has stopped");
        failing.set(null);
        scribe.close();

        try (var again = new Scribe(folder)) {
            var written = again.store.revision() == 2;
            assertThat(written || again.store.revision() == 1).isTrue();
            if (step.compareTo(Faults.Step.APPLY_BEGIN) >= 0) {
                assertThat(written).as("the log had it, so it is there").isTrue();
            }
            assertThat(again.holds("g s p 'one")).isEqualTo(!written);
            assertThat(again.holds("g s p 'three")).isEqualTo(written);
            assertThat(again.holds("g s p 'two")).isTrue();
            assertThat(again.write("g s p 'four")).isEqualTo(written ? 3 : 2);
            assertThat(again.store.verify(quads -> {}).faults()).isEmpty();
        }
    }

    private void at(Faults.Step step) {
        if (step == failing.get()) {
            sneaky(failure.get());
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneaky(Throwable failure) throws T {
        throw (T) failure;
    }
}
