package org.shuqi.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Ledger;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation;

/** Looks at a load chunk by chunk, and leaves out what breaks a rule if that is wanted. */
final class LoadJudge {

    /** Quads that the guard is shown at a time. */
    private static final int CHUNK = 5_000;

    /** Faults after which a guard may look no further. */
    private static final int ENOUGH = 1000;

    /** Most findings and records that are told one by one. */
    private static final int TOLD = 1000;

    private final Guard guard;
    private final Load load;
    private final Ledger.Bulk bulk;
    private final Set<Long> seen = new HashSet<>();
    private final List<Violation> findings = new ArrayList<>();
    private final List<Node> dropped = new ArrayList<>();
    private long findingsTotal;
    private long faults;
    private long droppedTotal;
    private long checked;
    private Set<String> fresh = new LinkedHashSet<>();

    LoadJudge(Guard guard, Load load, Ledger.Bulk bulk) {
        this.guard = guard;
        this.load = load;
        this.bulk = bulk;
    }

    /**
     * Looks at all of it.
     *
     * @param threads how many look at once; more than one only if nobody can write meanwhile
     */
    void consider(int threads) {
        var count = bulk.count();
        BiConsumer<Delta, List<Violation>> hearer = (chunk, found) -> {
            note(chunk, found);
            load.progress().at(Load.Phase.CHECK, checked, count);
        };
        if (threads > 1 && count > CHUNK) {
            try (var crew = new Crew(bulk, this::found, threads, hearer)) {
                bulk.chunks(CHUNK, crew::look);
                crew.finish();
            }
        } else {
            bulk.chunks(CHUNK, chunk -> hearer.accept(chunk, found(bulk.after(), chunk)));
        }
        if (load.mode() == Load.Mode.VALID_ONLY) {
            leaveOutFaults();
        }
    }

    /**
     * Refuses a load that breaks a rule.
     *
     * @throws Refusal INVALID, with the first findings
     */
    void requireSound() {
        if (load.mode() == Load.Mode.ALL && faults > 0) {
            throw refused(
                    "共 %d 处不符合规则，未写入任何数据；请改正后重试",
                    "%d findings break a rule, nothing was written; correct them and try again");
        }
    }

    LoadReceipt receipt(long revision, Instant at, long read, long added) {
        return new LoadReceipt(revision, at, read, added, dropped, droppedTotal, findings, findingsTotal);
    }

    /** What is left out may be what others need, so it goes on until nothing new breaks. */
    private void leaveOutFaults() {
        while (!fresh.isEmpty()) {
            var records = new LoadRecords(bulk.fresh()).around(fresh);
            if (records.subjects().isEmpty()) {
                throw refused(
                        "有 %d 处不符合规则，且无法归因于本次导入的记录；请改正后重试",
                        "%d findings break a rule and cannot be traced to a record of this load; correct them and try again");
            }
            records.roots().stream().limit(TOLD - dropped.size()).forEach(dropped::add);
            droppedTotal += records.roots().size();
            fresh = new LinkedHashSet<>();
            bulk.leaveOut(records.subjects(), CHUNK, chunk -> note(chunk, found(bulk.after(), chunk)));
        }
    }

    private void note(Delta chunk, List<Violation> found) {
        found.forEach(this::note);
        checked += chunk.added().size();
    }

    /** Looks at halves where the guard may have stopped early, so that no fault stays unseen. Any thread may ask. */
    private List<Violation> found(DatasetGraph after, Delta chunk) {
        var found = guard.check(after, chunk);
        var quads = chunk.removed().size() + chunk.added().size();
        if (quads < 2 || found.stream().filter(LoadJudge::isFault).count() < ENOUGH) {
            return found;
        }
        var all = new ArrayList<>(found);
        all.addAll(found(after, new Delta(half(chunk.removed(), 0), half(chunk.added(), 0))));
        all.addAll(found(after, new Delta(half(chunk.removed(), 1), half(chunk.added(), 1))));
        return all;
    }

    private static List<Quad> half(List<Quad> quads, int which) {
        var middle = quads.size() / 2;
        return which == 0 ? quads.subList(0, middle) : quads.subList(middle, quads.size());
    }

    private static boolean isFault(Violation finding) {
        return finding.severity() == Violation.Severity.VIOLATION;
    }

    private void note(Violation finding) {
        if (!seen.add(fingerprint(finding))) {
            return;
        }
        findingsTotal++;
        if (findings.size() < TOLD) {
            findings.add(finding);
        }
        if (isFault(finding)) {
            faults++;
            fresh.add(finding.focus());
        }
    }

    /** A node may be affected by quads of several chunks; its findings count once. */
    private static long fingerprint(Violation finding) {
        return ((long) finding.hashCode() << 32)
                ^ (finding.focus() + finding.value() + finding.message().en()).hashCode();
    }

    private Refusal refused(String zh, String en) {
        return new Refusal(new Problem(Kind.INVALID, Text.of(zh, en, faults), findings));
    }
}
