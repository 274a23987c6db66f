package org.shuqi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.WorkedExample;

/** The review on the command line. */
class ReviewCommandTest {

    @TempDir
    static Path folder;

    private static Path data;

    @BeforeAll
    static void load() throws IOException {
        data = Shell.example(folder);
    }

    @Test
    void findingsAreToldWithTheCommandThatShowsThem() {
        var ran = Shell.run("review", "--data", data, "--at", WorkedExample.AT, "--kind", "basis", "--lang", "en");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.out())
                .contains("[warning withheld-without-basis] “Deaths” is marked as not shared")
                .contains("negotiate S7: shuqi decide --recipient ");
        assertThat(ran.err()).contains("1 findings").contains("withheld-without-basis 1");
        assertThat(again(ran.out()).out()).contains("negotiate");
    }

    private static Shell.Ran again(String out) {
        var command = out.lines()
                .filter(line -> line.contains(": shuqi decide "))
                .findFirst()
                .orElseThrow();
        var words = (command.replaceFirst(".*: shuqi ", "") + " --lang en --data " + data).split(" ");
        return Shell.run((Object[]) words);
    }

    @Test
    void nothingFoundIsFine() {
        var ran = Shell.run("review", "--data", data, "--at", WorkedExample.AT, "--kind", "onward-cycle");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void jsonIsOneLineAFinding() throws JsonProcessingException {
        var ran = Shell.run("review", "--data", data, "--at", WorkedExample.AT, "--json");

        assertThat(ran.out().lines()).isNotEmpty();
        for (var line : ran.out().lines().toList()) {
            assertThat(new ObjectMapper()
                            .readTree(line)
                            .path("witness")
                            .path("question")
                            .path("knownAt")
                            .asInt())
                    .isPositive();
        }
    }

    @Test
    void anUnknownKindIsWrongUsage() {
        var ran = Shell.run("review", "--data", data, "--kind", "nonsense", "--lang", "en");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("no kind of finding `nonsense`; see the code list review-finding");
    }
}
