package org.shuqi.change;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Caller;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Ledger;
import org.shuqi.graph.Stamp;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation;

/** Asks everything that is to be asked of a change. */
final class Judge {

    private final Guard guard;
    private final Entitlement entitlement;
    private final Consequence consequence;

    Judge(Guard guard, Entitlement entitlement, Consequence consequence) {
        this.guard = guard;
        this.entitlement = entitlement;
        this.consequence = consequence;
    }

    /** A change that may be written. */
    record Verdict(long revision, List<Violation> warnings) {

        Receipt receipt(Instant at) {
            return new Receipt(revision, at, warnings);
        }
    }

    Verdict consider(Ledger.Round round, Change change, Caller caller) {
        var judged = judged(round, change, caller);
        if (judged.proposal().real().isEmpty()) {
            return new Verdict(round.now().revision(), List.of());
        }
        var stamp = new Stamp(caller.id(), change.reason(), change.expected());
        return new Verdict(round.accept(judged.proposal(), stamp), judged.findings());
    }

    /** The same without taking it in: nothing that is derived from the registry is computed for what nobody will read. */
    List<Violation> rehearse(Ledger.Round round, Change change, Caller caller) {
        return judged(round, change, caller).findings();
    }

    /** What a change would do, and what may be said of it though it may be written. */
    private record Judged(Ledger.Proposal proposal, List<Violation> findings) {}

    private Judged judged(Ledger.Round round, Change change, Caller caller) {
        var now = round.now();
        var whole = caller.isOperator();
        var wanted = change.edit().on(whole ? now : now.seenBy(entitlement.sight(caller, now)));
        change.expected().ifPresent(expected -> requireUnchanged(round, wanted, expected));
        var proposal = round.propose(wanted);
        if (proposal.real().isEmpty()) {
            return new Judged(proposal, List.of());
        }
        if (!whole) {
            entitlement.check(caller, now, proposal.after(), proposal.real());
        }
        var more = consequence.of(proposal.after(), proposal.real());
        if (!more.isEmpty()) {
            proposal = round.propose(both(wanted, more));
        }
        var findings = guard.check(proposal.after(), proposal.real());
        requireSound(findings);
        return new Judged(proposal, findings);
    }

    private static Delta both(Delta one, Delta other) {
        return new Delta(
                Stream.concat(one.removed().stream(), other.removed().stream()).toList(),
                Stream.concat(one.added().stream(), other.added().stream()).toList());
    }

    private static void requireUnchanged(Ledger.Round round, Delta wanted, long expected) {
        var graphs = new LinkedHashSet<Node>();
        Stream.concat(wanted.removed().stream(), wanted.added().stream())
                .map(Quad::getGraph)
                .forEach(graphs::add);
        graphs.forEach(graph -> requireUnchanged(graph, round.lastChange(graph), expected));
        requireUnchanged(round.now().revision(), expected);
    }

    private static void requireUnchanged(Node graph, long last, long expected) {
        if (last > expected) {
            throw Refusal.of(
                    Kind.STALE,
                    "您读取的是修订 %d，`%s` 已在修订 %d 更改；请重新读取",
                    "you read revision %d, `%s` has changed in %d; read it again",
                    expected,
                    graph,
                    last);
        }
    }

    /** A revision that is yet to come was read from a registry that has been restored to an earlier state since. */
    private static void requireUnchanged(long current, long expected) {
        if (expected > current) {
            throw Refusal.of(
                    Kind.STALE,
                    "您读取的修订 %d 尚不存在，最新修订是 %d；请重新读取",
                    "you read revision %d, the newest is %d; read it again",
                    expected,
                    current);
        }
    }

    private static void requireSound(List<Violation> findings) {
        var faults = findings.stream()
                .filter(finding -> finding.severity() == Violation.Severity.VIOLATION)
                .count();
        if (faults > 0) {
            var detail = Text.of("有 %d 处不符合规则；请改正后重试", "%d findings break a rule; correct them and try again", faults);
            throw new Refusal(new Problem(Kind.INVALID, detail, findings));
        }
    }
}
