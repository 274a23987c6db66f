package org.shuqi.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;

/**
 * Every row of every table is taken once, and from every status every row that does not start there is refused.
 *
 * <p>The model is read from the published tables by a query of its own; what the registry does is held against it.
 */
class EveryRowTest {

    /** How a record of each table begins, and what its steps have to be given. */
    private static final Map<String, Start> STARTS = Map.ofEntries(
            Map.entry("request", new Start(RecordKind.REQUESTS, Samples.REQUEST)),
            Map.entry("agreement", new Start(RecordKind.AGREEMENTS, Samples.AGREEMENT)),
            Map.entry("entry", new Start(RecordKind.DATASETS, Samples.ENTRY)),
            Map.entry("correction", new Start(RecordKind.CORRECTIONS, Samples.CORRECTION)),
            Map.entry("dispute", new Start(RecordKind.DISPUTES, Samples.DISPUTE)),
            Map.entry("breach", new Start(RecordKind.NORMS, Samples.BREACH)),
            Map.entry("filing", new Start(RecordKind.FILINGS, Samples.FILING)),
            Map.entry("designation", new Start(RecordKind.DESIGNATIONS, Samples.DESIGNATION)),
            Map.entry("return-flow", new Start(RecordKind.NORMS, Samples.RETURN_FLOW)),
            Map.entry("demand", new Start(RecordKind.LISTS, Samples.DEMAND)),
            Map.entry("responsibility", new Start(RecordKind.LISTS, Samples.RESPONSIBILITY)),
            Map.entry("negative", new Start(RecordKind.LISTS, Samples.NEGATIVE)),
            Map.entry("disposal", new Start(RecordKind.DISPOSALS, Samples.DISPOSAL)),
            Map.entry("fulfilment", new Start(RecordKind.FULFILMENTS, Samples.FULFILMENT)),
            Map.entry("proposal", new Start(RecordKind.PROPOSALS, Samples.PROPOSAL)),
            Map.entry("duty-breach", new Start(RecordKind.BREACHES, Samples.AGREEMENT_BREACH)));

    @TempDir
    Path data;

    private int number;

    private record Start(RecordKind kind, String body) {}

    /** A row as the model sees it. */
    private record Row(String cycle, String step, Set<String> from, String to) {}

    @Test
    void everyRowIsTakenFromWhereItStartsAndNowhereElse() {
        try (var bureau = new Bureau(data)) {
            Samples.surroundings().forEach(sample -> bureau.create(sample.kind(), sample.body()));
            var rows = rows(bureau);
            assertThat(rows).hasSizeGreaterThan(80);
            assertThat(cycles(rows)).isEqualTo(new TreeSet<>(STARTS.keySet()));

            var taken = new TreeSet<String>();
            for (var cycle : cycles(rows)) {
                var own = rows.stream().filter(row -> row.cycle().equals(cycle)).toList();
                var tried = new HashSet<String>();
                for (var row : own) {
                    for (var from : row.from()) {
                        walk(bureau, own, row, from, tried);
                    }
                    taken.add(cycle + "/" + row.step());
                }
            }

            System.out.println(taken.size() + " rows of " + STARTS.size() + " tables taken");
            assertThat(taken).hasSize(rows.size());
        }
    }

    /** Brings a new record to where the row starts, tries what must not work there, and takes the row. */
    private void walk(Bureau bureau, List<Row> own, Row row, String from, Set<String> tried) {
        var start = STARTS.get(row.cycle());
        var id = "W-" + ++number;
        bureau.create(start.kind(), Samples.body(start.body(), row.cycle() + "/" + row.step(), id));
        if (row.cycle().equals("entry")) {
            bureau.create(RecordKind.ASSESSMENTS, Samples.ASSESSED.replace("{id}", id));
        }
        var before = bureau.clock.instant();
        var initial = bureau.status(start.kind(), id);
        for (var step : path(own, initial, from)) {
            take(bureau, start.kind(), id, step);
            assertThat(bureau.status(start.kind(), id)).isEqualTo(step.to());
        }
        if (tried.add(from)) {
            own.stream()
                    .filter(other -> !other.from().contains(from))
                    .forEach(other -> isRefused(bureau, start.kind(), id, other));
        }
        take(bureau, start.kind(), id, row);

        assertThat(bureau.status(start.kind(), id)).as("%s from %s", row, from).isEqualTo(row.to());
        bureau.clock.set(before);
        bureau.clock.advance(Duration.ofHours(1));
    }

    private static void take(Bureau bureau, RecordKind kind, String id, Row row) {
        if (Samples.WAITS.contains(row.step())) {
            bureau.clock.advance(Duration.ofDays(4000));
        }
        if (row.cycle().equals("agreement") && row.step().equals("dispose")) {
            bureau.create(RecordKind.DISPOSALS, Samples.DISPOSED.replace("{id}", id));
        }
        if (row.cycle().equals("agreement") && row.step().equals("replace")) {
            bureau.create(RecordKind.AGREEMENTS, Samples.NEXT_VERSION.replace("{id}", id));
        }
        if (row.step().equals("leave")) {
            bureau.take(kind, id, Bureau.step("active", "accede", "hrss", null, "{}"));
        }
        var with = Samples.WITH.getOrDefault(row.cycle() + "/" + row.step(), "{}");
        var by = row.step().startsWith("sign")
                ? Samples.SIGNATORIES.get(signatures(bureau, kind, id))
                : Samples.BY.get(row.step());
        try {
            bureau.take(kind, id, Bureau.step(row.to(), row.step(), by, "意见", with));
        } catch (Refusal refused) {
            throw new AssertionError(row + " was refused: " + refused.problem(), refused);
        }
    }

    private static int signatures(Bureau bureau, RecordKind kind, String id) {
        return bureau.registry.records().read(kind, id).json().path("signature").size();
    }

    private static void isRefused(Bureau bureau, RecordKind kind, String id, Row row) {
        var revision = bureau.registry.store().revision();

        assertThatThrownBy(() -> bureau.take(kind, id, Bureau.step(row.to(), row.step(), null, "意见", "{}")))
                .as("%s of %s", row, bureau.status(kind, id))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().kind()).isEqualTo(Kind.NOT_A_STEP));
        var jump = JsonTree.object();
        jump.put(
                kind == RecordKind.REQUESTS
                        ? "requestStatus"
                        : kind == RecordKind.AGREEMENTS
                                ? "agreementStatus"
                                : kind == RecordKind.DATASETS ? "entryStatus" : "caseStatus",
                row.to());
        if (!row.to().equals(bureau.status(kind, id))) {
            assertThatThrownBy(() -> bureau.registry.records().patch(kind, id, jump, Bureau.terms("jump")))
                    .isInstanceOf(Refusal.class);
        }
        assertThat(bureau.registry.store().revision()).isEqualTo(revision);
    }

    /** The shortest way through the model. */
    private static List<Row> path(List<Row> rows, String from, String to) {
        var ways = new HashMap<String, List<Row>>();
        var waiting = new ArrayDeque<String>();
        ways.put(from, List.of());
        waiting.add(from);
        while (!waiting.isEmpty() && !ways.containsKey(to)) {
            var here = waiting.remove();
            rows.stream()
                    .filter(row -> row.from().contains(here))
                    .filter(row -> !ways.containsKey(row.to()))
                    .forEach(row -> {
                        var way = new ArrayList<>(ways.get(here));
                        way.add(row);
                        ways.put(row.to(), way);
                        waiting.add(row.to());
                    });
        }
        assertThat(ways).as("a way from %s to %s", from, to).containsKey(to);
        return ways.get(to);
    }

    private static Set<String> cycles(List<Row> rows) {
        var cycles = new TreeSet<String>();
        rows.forEach(row -> cycles.add(row.cycle()));
        return cycles;
    }

    private static List<Row> rows(Bureau bureau) {
        var found = new HashMap<String, Row>();
        try (var now = bureau.registry.store().read();
                var exec = org.apache.jena.sparql.exec.QueryExec.graph(now.union())
                        .query(
                                """
                                PREFIX sq: <https://w3id.org/shuqi/ns#> PREFIX dct: <http://purl.org/dc/terms/>
                                SELECT ?cycle ?code ?from ?to WHERE {
                                  ?cycle a sq:LifeCycle ; sq:step ?step . ?step dct:identifier ?code ; sq:fromStatus ?from ; sq:toStatus ?to }""")
                        .build()) {
            exec.select().forEachRemaining(line -> {
                var cycle = last(line.get("cycle").getURI());
                var code = line.get("code").getLiteralLexicalForm();
                found.computeIfAbsent(
                                cycle + "/" + code,
                                any -> new Row(
                                        cycle,
                                        code,
                                        new TreeSet<>(),
                                        last(line.get("to").getURI())))
                        .from()
                        .add(last(line.get("from").getURI()));
            });
        }
        return found.values().stream()
                .sorted(java.util.Comparator.comparing(Row::cycle).thenComparing(Row::step))
                .toList();
    }

    private static String last(String iri) {
        return iri.replaceAll(".*/", "");
    }
}
