package org.shuqi.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queries on the page about SPARQL give the answers that stand below them. */
class SparqlPageTest {

    private static final Pattern EXAMPLE =
            Pattern.compile("```sparql\\n(.*?)```\\s+```text\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path data;

    @Test
    void everyQueryGivesTheAnswerOnThePage() throws IOException {
        var page = Files.readString(Path.of("docs/sparql.md"));
        var examples = EXAMPLE.matcher(page).results().toList();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(10);
        try (var endpoint = Endpoint.open(data)) {
            var wrong = new ArrayList<String>();
            for (var example : examples) {
                var rows = endpoint.rows(example.group(1)).stream()
                        .map(SparqlPageTest::plain)
                        .toList();
                if (!rows.equals(example.group(2).lines().toList())) {
                    wrong.add(example.group(1) + "\n" + String.join("\n", rows));
                }
            }
            assertThat(String.join("\n----\n", wrong)).isEmpty();
        }
    }

    /** A row as the page writes it: terms by their last segment, literals without their type, parted by bars. */
    private static String plain(String row) {
        return List.of(row.split("\t", -1)).stream()
                .map(cell -> cell.replaceAll("^\"(.*)\"(@.*|\\^\\^.*)?$", "$1").replaceAll("^<.*/([^/]+)>$", "$1"))
                .reduce((one, other) -> one + " | " + other)
                .orElse("");
    }
}
