package org.shuqi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.WorkedExample;

/** Supervision on the command line. */
class SuperviseCommandTest {

    @TempDir
    static Path folder;

    private static Path data;

    @BeforeAll
    static void load() throws IOException {
        data = Shell.example(folder);
    }

    @Test
    void violationsAreToldWithTheirEvidence() {
        var ran = Shell.run("supervise", "--data", data, "--at", WorkedExample.AT, "--code", "39-2", "--lang", "en");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains("[39-2] City Police Bureau does not share “Deaths”", WorkedExample.dataset("deaths"));
        assertThat(ran.err()).contains("39-2 1");
    }

    @Test
    void aLineOfJsonNamesTheViolation() {
        var ran = Shell.run(
                "supervise",
                "--data",
                data,
                "--at",
                WorkedExample.AT,
                "--code",
                "39-2",
                "--organization",
                "police",
                "--json");

        assertThat(ran.out()).startsWith("{\"id\":\"39-2-").contains("\"since\":\"2025-07-31T16:00:00Z\"");
    }

    @Test
    void noneFoundIsFineAndAnUnknownCodeIsRefused() {
        var none = Shell.run("supervise", "--data", data, "--at", WorkedExample.AT, "--code", "39-8");
        var wrong = Shell.run("supervise", "--data", data, "--code", "38-1", "--lang", "en");

        assertThat(none.code()).isZero();
        assertThat(none.out()).isEmpty();
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("there is no violation `38-1` to look for");
    }
}
