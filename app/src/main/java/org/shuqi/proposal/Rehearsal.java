package org.shuqi.proposal;

import java.time.Instant;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.Impact;
import org.shuqi.graph.Snapshot;
import org.shuqi.problem.Violation;

/**
 * What publishing a working copy would do to the registry.
 *
 * @param revision the revision that was looked at
 * @param at when
 * @param uses how often records use each edited term, in the order of the terms
 * @param looked how many records the edited shapes were held against
 * @param failing how many of them would break a rule
 * @param warned how many would be warned about
 * @param findings the first of what was found
 * @param faults what is wrong with the words themselves
 * @param answers which answers would be other ones
 */
public record Rehearsal(
        long revision,
        Instant at,
        List<Use> uses,
        long looked,
        long failing,
        long warned,
        List<Violation> findings,
        List<Violation> faults,
        Impact answers) {

    public Rehearsal {
        uses = List.copyOf(uses);
        findings = List.copyOf(findings);
        faults = List.copyOf(faults);
    }

    /** Whether the door would let it in. */
    public boolean isPublishable() {
        return failing == 0 && faults.isEmpty();
    }

    /**
     * The same as a reader may see it: of the findings those about records that the reader may read, of the answers those to
     * questions that the reader may ask. The numbers are those of the whole registry.
     *
     * @param now the registry as the reader sees it
     * @param decisions as the reader may ask them
     */
    public Rehearsal seenIn(Snapshot now, Decisions decisions) {
        return new Rehearsal(
                revision,
                at,
                uses,
                looked,
                failing,
                warned,
                findings.stream()
                        .filter(finding -> !finding.focus().startsWith("_:")
                                && now.union().contains(NodeFactory.createURI(finding.focus()), Node.ANY, Node.ANY))
                        .toList(),
                faults,
                new Impact(
                        answers.possible(),
                        answers.asked(),
                        answers.turns(),
                        answers.first().stream()
                                .filter(each -> decisions
                                        .outcome(now, each.dataset(), each.recipient(), each.purpose(), at)
                                        .isPresent())
                                .toList()));
    }

    /**
     * How much a term is used.
     *
     * @param term which
     * @param statements of how many statements it is part, outside the words themselves
     */
    public record Use(String term, long statements) {}
}
