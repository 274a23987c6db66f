package org.shuqi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.WorkedExample;
import org.shuqi.vocabulary.Release;

/** Changing the words from the command line. */
class OntologyCommandTest {

    private static final String CODE =
            """
            <https://w3id.org/shuqi/code/theme/%s> a skos:Concept ;
                skos:inScheme <https://w3id.org/shuqi/code/theme> ;
                skos:notation "%s" ;
                skos:prefLabel "主题%s"@zh , "theme %s"@en ;
                skos:definition "示例。"@zh , "An example."@en .
            """;

    @TempDir
    static Path folder;

    private static Path data;

    @BeforeAll
    static void load() throws IOException {
        data = folder.resolve("data");
        var file = folder.resolve("registry.trig");
        try (var trig = WorkedExample.registry()) {
            Files.copy(trig, file);
        }
        assertThat(Shell.run("load", file, "--data", data).code()).isZero();
    }

    @Test
    void aFileIsComparedRehearsedAndPublishedByTwoPeople() throws IOException {
        var file = file("one", CODE.formatted("one", "one", "一", "one"));

        var diff = Shell.run("ontology", "diff", file, "--data", data);
        assertThat(diff.code()).isEqualTo(1);
        assertThat(diff.out()).contains("code/theme/one *", "+ skos:notation \"one\"");

        var rehearsal = Shell.run("ontology", "rehearse", file, "--data", data, "--lang", "en");
        assertThat(rehearsal.code()).as(rehearsal.err()).isZero();
        assertThat(rehearsal.out()).contains("0 would break a rule");

        var published = publish(file, "wang", "li");
        assertThat(published.code()).as(published.err()).isZero();
        assertThat(published.out()).startsWith(Release.VERSION + ".");
        assertThat(Shell.run("ontology", "diff", file, "--data", data).code()).isZero();
    }

    @Test
    void onePersonDoesNotPublish() throws IOException {
        var file = file("two", CODE.formatted("two", "two", "二", "two"));

        var alone = publish(file, "wang", "wang");

        assertThat(alone.code()).isEqualTo(1);
        assertThat(Shell.run("ontology", "diff", file, "--data", data).code()).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsSaidWithItsLine() throws IOException {
        var ran = Shell.run("ontology", "diff", file("broken", "sq:x a"), "--data", data, "--lang", "en");

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("broken.ttl", "line 1");
    }

    @Test
    void withoutAFileOrAWorkingCopyTheUsageIsWrong() {
        assertThat(Shell.run("ontology", "rehearse", "--data", data).code()).isEqualTo(2);
        assertThat(Shell.run("ontology").code()).isEqualTo(2);
    }

    private static Shell.Ran publish(Path file, String proposer, String publisher) {
        return Shell.run(
                "ontology",
                "publish",
                file,
                "--data",
                data,
                "--by",
                "police",
                "--proposer",
                proposer,
                "--publisher",
                publisher,
                "--reason",
                "新主题");
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + ".ttl"), text);
    }
}
