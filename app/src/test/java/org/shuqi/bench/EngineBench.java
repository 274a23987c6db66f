package org.shuqi.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.progress.MonitorOutputs;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.shuqi.Release;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.Engine;
import org.shuqi.decision.Outcome;
import org.shuqi.decision.QuestionForm;
import org.shuqi.generate.Generator;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.graph.Stores;
import org.shuqi.registry.Settings;

/**
 * One decision in process: our engine beside others that know the same facts and are asked the same questions.
 *
 * <p>CPU time of the asking thread for one answer, after as long again to warm up: it says about the same on a busy machine
 * as on an idle one. Each answer is held against that of our engine.
 */
final class EngineBench {

    private static final int QUESTIONS = 2_000;

    private final Generator generator;
    private final Path data;
    private final Instant at;
    private final double seconds;
    private final List<Asked> questions;
    private final Map<Asked, Outcome> outcomes = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /**
     * Ready to ask.
     *
     * @param data folder of a registry grown by the generator
     * @param at the instant asked about
     * @param seconds CPU time spent on each engine, and as much before to warm up
     */
    EngineBench(Generator generator, Path data, Instant at, double seconds) {
        this.generator = generator;
        this.data = data;
        this.at = at;
        this.seconds = seconds;
        this.questions = Asked.about(generator, QUESTIONS);
    }

    /**
     * What one engine costs.
     *
     * @param name the engine
     * @param micros CPU time for one answer
     * @param answers how many were measured
     * @param different how many of the questions it answers unlike our engine
     * @param asked how many questions that is about
     * @param note what else there is to say
     */
    record Row(String name, double micros, long answers, int different, int asked, String note) {}

    /** The right answers, which our engine gave. */
    Map<Asked, Outcome> outcomes() {
        return outcomes;
    }

    /** Only has our engine answer. */
    void learn() {
        try (var store = Stores.open(data);
                var snapshot = store.read()) {
            var decisions = decisions(store);
            questions.forEach(asked -> outcomes.put(asked, outcome(decisions, snapshot, asked)));
        }
    }

    private static Decisions decisions(Store store) {
        return Engine.over(
                store, Settings.DEFAULT_BASE_IRI, Settings.DEFAULT_ZONE, Optional.empty(), Clock.systemUTC());
    }

    /** Measures one engine after the other. */
    List<Row> run(Path scratch) throws IOException {
        try (var store = Stores.open(data)) {
            var begin = System.nanoTime();
            var decisions = decisions(store);
            var note = "index after %.1f s".formatted((System.nanoTime() - begin) / 1e9);
            try (var snapshot = store.read()) {
                questions.forEach(asked -> outcomes.put(asked, outcome(decisions, snapshot, asked)));
                measure(
                        "Shuqi, decision from IRIs",
                        note,
                        asked -> outcome(decisions, snapshot, asked) == Outcome.PERMIT);
                measure(
                        "Shuqi, whole answer with reasons",
                        "",
                        asked -> decisions.answer(form(asked)).outcome() == Outcome.PERMIT);
            }
        }
        general();
        plainTdb(scratch);
        return List.copyOf(rows);
    }

    private Outcome outcome(Decisions decisions, Snapshot snapshot, Asked asked) {
        return decisions
                .outcome(snapshot, asked.dataset(), asked.recipient(), asked.purpose(), at)
                .orElseThrow();
    }

    private QuestionForm form(Asked asked) {
        return new QuestionForm(
                asked.recipient(),
                asked.dataset(),
                List.of(),
                Optional.of(asked.purpose()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(at.toString()),
                OptionalLong.empty());
    }

    private void general() {
        var graph = inMemory();
        var plain = PlainSparql.asTheLaw(at);
        var size = "%,d triples".formatted(graph.size());
        measure("ARQ in memory, ASK, same meaning", size, asked -> plain.permits(graph, asked));
        var simple = PlainSparql.simple(at);
        measure("ARQ in memory, ASK, simplified", size, asked -> simple.permits(graph, asked));
        var compiled = new Compiled(graph, at);
        var policies = compiled.policies();
        var requests = new LinkedHashMap<Asked, Requested>();
        questions.forEach(asked -> requests.put(asked, compiled.requested(asked)));
        var held = "all %,d policies".formatted(policies.size());
        var casbin = new Casbin(policies);
        measure("jCasbin", held, asked -> casbin.permits(requests.get(asked)));
        var cedar = new Cedar(policies);
        measure("Cedar, Java binding, policies cached", held, asked -> cedar.permits(requests.get(asked)));
    }

    private Graph inMemory() {
        var union = GraphFactory.createDefaultGraph();
        Release.into(DatasetGraphFactory.create()).find().forEachRemaining(quad -> union.add(quad.asTriple()));
        generator.write(new StreamRDFBase() {
            @Override
            public void quad(Quad quad) {
                union.add(quad.asTriple());
            }
        });
        return union;
    }

    private void plainTdb(Path scratch) {
        var database = DatabaseMgr.connectDatasetGraph(scratch.toString());
        var loader = LoaderFactory.phasedLoader(database, MonitorOutputs.nullOutput());
        loader.startBulk();
        var release = DatasetGraphFactory.create();
        Release.into(release).find().forEachRemaining(loader.stream()::quad);
        generator.write(loader.stream());
        loader.finishBulk();
        var plain = PlainSparql.asTheLaw(at);
        database.begin(TxnType.READ);
        var size = "%,d quads".formatted(loader.countQuads());
        measure("ARQ on TDB2, ASK, same meaning", size, asked -> plain.permits(database, asked));
        var simple = PlainSparql.simple(at);
        measure("ARQ on TDB2, ASK, simplified", size, asked -> simple.permits(database, asked));
        database.end();
    }

    private void measure(String name, String note, Predicate<Asked> engine) {
        var different = 0;
        var asked = 0;
        var deadline = cpu() + (long) (seconds * 1e9);
        for (var each = 0; each < questions.size() || cpu() < deadline; each++) {
            var question = questions.get(each % questions.size());
            var permits = engine.test(question);
            if (each < questions.size()) {
                asked++;
                different += permits == (outcomes.get(question) == Outcome.PERMIT) ? 0 : 1;
            }
            if (each >= 20 && cpu() > deadline + seconds * 3e9) {
                break;
            }
        }
        var answers = 0L;
        var begin = cpu();
        var end = begin + (long) (seconds * 1e9);
        while (cpu() < end) {
            for (var each = 0; each < 10; each++) {
                engine.test(questions.get((int) (answers++ % questions.size())));
            }
        }
        rows.add(new Row(name, (cpu() - begin) / 1e3 / answers, answers, different, asked, note));
        print(System.out, rows.get(0), rows.get(rows.size() - 1));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** The line above the rows. */
    static void head(PrintStream out) {
        out.printf(
                "%-40s %14s %14s %12s   %s%n",
                "engine", "CPU µs/answer", "answers/s/core", "times ours", "unlike ours; notes");
    }

    static void print(PrintStream out, Row ours, Row row) {
        out.printf(
                "%-40s %,14.2f %,14.0f %,12.1f   %d of %,d; %s%n",
                row.name(),
                row.micros(),
                1e6 / row.micros(),
                row.micros() / ours.micros(),
                row.different(),
                row.asked(),
                row.note());
    }
}
