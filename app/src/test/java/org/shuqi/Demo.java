package org.shuqi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.shuqi.decision.QuestionForm;

/** The demo registry under {@code seed/}: its records and its questions. */
public final class Demo {

    /** Where its instance IRIs begin. */
    public static final String BASE = "http://localhost:8080/id/";

    private Demo() {}

    /**
     * One line of {@code questions.csv}.
     *
     * @param id number of the scenario and of the question in it
     * @param scenario two digits
     * @param form the question, in the short names of the file
     * @param outcome code of the expected outcome
     * @param stage the expected stage
     * @param why the reason in a few words
     */
    public record Line(String id, String scenario, QuestionForm form, String outcome, String stage, String why) {
        @Override
        public String toString() {
            return id + " " + why;
        }
    }

    /** The files to load. */
    public static List<String> files() {
        try (var there = Files.list(Path.of(Demo.class.getResource("/seed").toURI()))) {
            return there.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".trig"))
                    .sorted()
                    .toList();
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The records in memory. */
    public static DatasetGraph dataset() {
        var dataset = DatasetGraphFactory.create();
        for (var file : files()) {
            try (var trig = resource(file)) {
                RDFParser.source(trig).lang(Lang.TRIG).parse(dataset);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return dataset;
    }

    /** The questions in order. */
    public static List<Line> questions() {
        return text("questions.csv").lines().skip(1).map(Demo::line).toList();
    }

    /** The questions as the page for people tells them. */
    public static String page() {
        return text("questions.md");
    }

    /** A question of the list, asked under another jurisdiction profile. */
    public record Elsewhere(Line line, String profile, String outcome, String stage) {}

    /** What changes under other jurisdictions. */
    public static List<Elsewhere> elsewhere() {
        return text("jurisdictions.csv")
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new Elsewhere(question(cells[0]), cells[1], cells[2], cells[3]))
                .toList();
    }

    private static Line question(String id) {
        return questions().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Line line(String text) {
        var cells = text.split(",", 13);
        var form = new QuestionForm(
                cells[2],
                cells[3],
                Arrays.stream(cells[4].split(";"))
                        .filter(item -> !item.isEmpty())
                        .toList(),
                Optional.of(cells[5]),
                Optional.of(cells[6]),
                Optional.of(cells[7]),
                other(cells[8], "thirdParty"),
                other(cells[8], "destination"),
                other(cells[8], "provider"),
                other(cells[8], "region"),
                Optional.of(cells[9]),
                OptionalLong.empty());
        return new Line(cells[0], cells[1], form, cells[10], cells[11], cells[12].replace("\"", ""));
    }

    private static Optional<String> other(String cell, String name) {
        return cell.startsWith(name + "=") ? Optional.of(cell.substring(name.length() + 1)) : Optional.empty();
    }

    private static String text(String name) {
        try (var stream = resource(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream resource(String name) {
        var stream = Demo.class.getResourceAsStream("/seed/" + name);
        if (stream == null) {
            throw new IllegalStateException("not on the class path: seed/" + name);
        }
        return stream;
    }
}
