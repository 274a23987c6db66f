package org.shuqi.proposal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.Impact;
import org.shuqi.gate.Gate;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.problem.Violation;
import org.shuqi.problem.Violation.Severity;
import org.shuqi.standard.InForce;
import org.shuqi.standard.Standard;
import org.shuqi.standard.TermEdit;

/** Goes through the whole registry once, as it would be if some edits were made. */
public final class Rehearsing {

    /** Records that are held against a shape at a time. */
    private static final int CHUNK = 500;

    /** So many findings are told one by one. */
    private static final int TOLD = 200;

    private static final int WORKERS =
            Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));

    private static final String WORDS = "https://w3id.org/shuqi/graph/";

    private final Store store;
    private final Standard standard;
    private final Decisions decisions;
    private final Clock clock;

    /** Over one registry, all of it. */
    public Rehearsing(Store whole, Standard standard, Decisions whatever, Clock clock) {
        this.store = whole;
        this.standard = standard;
        this.decisions = whatever;
        this.clock = clock;
    }

    /** What a rehearsal is at. */
    public enum Stage {
        WORDS,
        RECORDS,
        ANSWERS
    }

    /** Hears how a rehearsal gets on. */
    @FunctionalInterface
    public interface Progress {

        /** It has done so many of so many, of which the total may be unknown (0). */
        void at(Stage stage, long done, long total);
    }

    /** What has been found so far, by whichever thread. */
    private static final class Found {

        private final List<Violation> told = new ArrayList<>();
        private final Set<String> failing = new HashSet<>();
        private final Set<String> warned = new HashSet<>();
        private long looked;

        synchronized void add(List<Violation> findings, long nodes) {
            looked += nodes;
            findings.forEach(finding -> {
                if (finding.severity() == Severity.VIOLATION) {
                    failing.add(finding.focus());
                } else {
                    warned.add(finding.focus());
                }
                if (told.size() < TOLD) {
                    told.add(finding);
                }
            });
        }
    }

    /** Rehearses the edits. */
    public Rehearsal of(List<TermEdit> edits, Progress progress) {
        try (var now = store.read()) {
            var at = clock.instant();
            progress.at(Stage.WORDS, 0, 0);
            var held = standard.current();
            var supposed = Standard.words(edits, now.dataset());
            var after = now.supposing(supposed);
            var uses = edits.stream()
                    .map(edit -> new Rehearsal.Use(edit.term().getURI(), uses(edit.term(), now.dataset())))
                    .toList();
            var faults = Standard.faults(edits, after);
            var found = new Found();
            var gate = held.supposing(edits).gate();
            words(gate, supposed, after, found);
            progress.at(Stage.RECORDS, 0, 0);
            shapes(held, edits, supposed, now, found, progress);
            progress.at(Stage.ANSWERS, 0, 0);
            return new Rehearsal(
                    now.revision(),
                    at,
                    uses,
                    found.looked,
                    found.failing.size(),
                    found.warned.size(),
                    List.copyOf(found.told),
                    faults,
                    answers(edits, supposed, now, progress));
        }
    }

    /** What depends on the edited words, by the shapes as they would be. */
    private static void words(Gate gate, Delta supposed, DatasetGraph after, Found found) {
        if (!supposed.isEmpty()) {
            var findings = gate.check(after, supposed).findings();
            found.add(
                    findings, findings.stream().map(Violation::focus).distinct().count());
        }
    }

    /** Every record that an edited shape is about, or another shape that looks through it. */
    private void shapes(
            InForce held, List<TermEdit> edits, Delta supposed, Snapshot now, Found found, Progress progress) {
        var edited = edits.stream().filter(TermEdit::isShape).toList();
        if (edited.isEmpty()) {
            return;
        }
        var whole = held.supposing(edited).gate();
        var terms = edited.stream().map(TermEdit::term).collect(Collectors.toSet());
        var reduced =
                held.supposing(edited.stream().map(ChangedParts::of).toList()).gate();
        var after = now.supposing(supposed);
        var work = new ArrayList<Work>();
        whole.looksThrough(terms).forEach(shape -> {
            var gate = terms.contains(shape) && onlyItself(whole, shape, terms) ? reduced : whole;
            var nodes = new ArrayList<>(new LinkedHashSet<>(gate.focusNodes(after, shape)));
            for (var from = 0; from < nodes.size(); from += CHUNK) {
                work.add(new Work(gate, shape, nodes.subList(from, Math.min(nodes.size(), from + CHUNK))));
            }
        });
        share(work, supposed, now.revision(), found, progress);
    }

    /** Whether the shape is looked at for its own edit alone, and not for what it leads to. */
    private static boolean onlyItself(Gate gate, Node shape, Set<Node> edited) {
        return edited.stream().filter(term -> !term.equals(shape)).noneMatch(term -> gate.looksThrough(Set.of(term))
                .contains(shape));
    }

    private record Work(Gate gate, Node shape, List<Node> nodes) {}

    /** Each worker reads the revision in a transaction of its own. */
    private void share(List<Work> work, Delta supposed, long revision, Found found, Progress progress) {
        var queue = new java.util.concurrent.ConcurrentLinkedQueue<>(work);
        var total = work.stream().mapToLong(each -> each.nodes().size()).sum();
        var workers = Executors.newFixedThreadPool(WORKERS);
        try {
            var running = new ArrayList<Future<?>>();
            for (var worker = 0; worker < WORKERS; worker++) {
                running.add(workers.submit(() -> drain(queue, supposed, revision, found, total, progress)));
            }
            for (var each : running) {
                each.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rehearsal was stopped", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a rehearsal failed", failed.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private void drain(
            java.util.Queue<Work> queue, Delta supposed, long revision, Found found, long total, Progress progress) {
        try (var mine = store.readAt(revision)) {
            var after = mine.supposing(supposed);
            for (var next = queue.poll(); next != null; next = queue.poll()) {
                var findings = next.gate()
                        .checkAgainst(after, next.shape(), next.nodes())
                        .findings();
                found.add(findings, next.nodes().size());
                progress.at(Stage.RECORDS, found.looked, total);
            }
        }
    }

    private Impact answers(List<TermEdit> edits, Delta supposed, Snapshot now, Progress progress) {
        var words = edits.stream()
                .filter(edit -> !edit.isShape())
                .map(edit -> edit.term().getURI())
                .collect(Collectors.toSet());
        return decisions.impact(now, supposed, words, clock.instant(), asked -> progress.at(Stage.ANSWERS, asked, 0));
    }

    /** Statements of records that name the term, or are made with it. */
    static long uses(Node term, DatasetGraph registry) {
        return count(registry.find(Node.ANY, Node.ANY, Node.ANY, term))
                + count(registry.find(Node.ANY, Node.ANY, term, Node.ANY));
    }

    private static long count(java.util.Iterator<org.apache.jena.sparql.core.Quad> quads) {
        var count = 0L;
        while (quads.hasNext()) {
            if (!quads.next().getGraph().getURI().startsWith(WORDS)) {
                count++;
            }
        }
        return count;
    }
}
