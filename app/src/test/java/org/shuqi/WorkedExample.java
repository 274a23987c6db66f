package org.shuqi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.shuqi.decision.QuestionForm;

/** The worked example of {@code ontology/questions/worked-example}: its records and its 47 questions. */
public final class WorkedExample {

    /** Where its instance IRIs begin. */
    public static final String BASE = "http://localhost:8080/id/";
    /** When a question is asked that names no instant. */
    public static final String AT = "2026-06-01T12:00:00+08:00";

    private static final String FOLDER = "/ontology/questions/worked-example/";

    private WorkedExample() {}

    /**
     * One line of {@code questions.csv}.
     *
     * @param id two digits
     * @param form the question, identifiers as IRIs
     * @param outcome code of the expected outcome
     * @param stage the expected stage
     * @param why the reason in a few words
     */
    public record Line(String id, QuestionForm form, String outcome, String stage, String why) {
        @Override
        public String toString() {
            return id + " " + why;
        }
    }

    /** The records as TriG; close the stream. */
    public static InputStream registry() {
        return resource("registry.trig");
    }

    /** The records in memory. */
    public static DatasetGraph dataset() {
        var dataset = DatasetGraphFactory.create();
        try (var trig = registry()) {
            RDFParser.source(trig).lang(Lang.TRIG).parse(dataset);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return dataset;
    }

    /** The questions in order. */
    public static List<Line> questions() {
        try (var csv = resource("questions.csv")) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(WorkedExample::line)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The questions, as the arguments of a parameterised test. */
    public static Stream<Line> lines() {
        return questions().stream();
    }

    /** The IRI of an organisation of the example. */
    public static String organization(String name) {
        return BASE + "organization/" + name;
    }

    /** The IRI of a dataset of the example. */
    public static String dataset(String name) {
        return BASE + "dataset/" + name;
    }

    private static Line line(String text) {
        var cells = text.split(",", 12);
        var dataset = dataset(cells[2]);
        var items = Arrays.stream(cells[3].split(";"))
                .filter(item -> !item.isEmpty())
                .map(item -> dataset + "/item/" + item)
                .toList();
        var form = new QuestionForm(
                organization(cells[1]),
                dataset,
                items,
                Optional.of("https://w3id.org/shuqi/code/purpose/" + cells[4]),
                Optional.of(cells[5]),
                Optional.of(cells[6]),
                other(cells[7], "thirdParty").map(WorkedExample::organization),
                other(cells[7], "destination"),
                other(cells[7], "provider").map(WorkedExample::organization),
                other(cells[7], "region"),
                Optional.of(cells[8].isEmpty() ? AT : cells[8]),
                OptionalLong.empty());
        return new Line(cells[0], form, cells[9], cells[10], cells[11].replace("\"", ""));
    }

    private static Optional<String> other(String cell, String name) {
        return cell.startsWith(name + "=") ? Optional.of(cell.substring(name.length() + 1)) : Optional.empty();
    }

    private static InputStream resource(String name) {
        var stream = WorkedExample.class.getResourceAsStream(FOLDER + name);
        if (stream == null) {
            throw new IllegalStateException("not on the class path: " + FOLDER + name);
        }
        return stream;
    }
}
