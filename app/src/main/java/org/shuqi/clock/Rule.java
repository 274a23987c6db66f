package org.shuqi.clock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/**
 * A clock rule as {@code ontology/norms/clocks.ttl} writes it.
 *
 * @param iri of the rule
 * @param code of the clock
 * @param type class of the records it applies to
 * @param startedBy properties that start it, the one that goes before first
 * @param stoppedBy properties that stop it
 * @param stoppedByRole role whose approval or refusal stops it
 * @param dueBy property that is itself the end
 * @param yearsFrom property of the profile that gives years
 * @param when condition
 * @param part who answers for it
 * @param voidIn statuses in which it does not count
 * @param pausable whether a notice of missing material stops it
 * @param needsNotice whether an extension needs a notice in time
 * @param lapses whether running out is no delay
 * @param violation what running over is
 * @param law what it rests on
 */
record Rule(
        Node iri,
        String code,
        Node type,
        List<Node> startedBy,
        List<Node> stoppedBy,
        Optional<Node> stoppedByRole,
        Optional<Node> dueBy,
        Optional<Node> yearsFrom,
        Optional<Condition> when,
        Part part,
        List<Node> voidIn,
        boolean pausable,
        boolean needsNotice,
        boolean lapses,
        Optional<Node> violation,
        List<Node> law) {

    /** The rules that the registry knows, by code; one that cannot be read as a whole is none. */
    static List<Rule> all(Facts facts) {
        return facts.having(Rdf.type, Sq.ClockRule).stream()
                .flatMap(iri -> read(iri, facts).stream())
                .sorted(Comparator.comparing(Rule::code)
                        .thenComparing(rule -> rule.iri().toString()))
                .toList();
    }

    private static Optional<Rule> read(Node iri, Facts facts) {
        var code = facts.one(iri, Sq.clock).map(Facts::code);
        var type = facts.one(iri, Sq.appliesTo);
        var part = facts.one(iri, Sq.responsibleAs).flatMap(node -> Part.of(Facts.code(node)));
        var condition = facts.one(iri, Sq.onlyWhen);
        var when = condition.flatMap(node -> Condition.of(Facts.code(node)));
        if (code.isEmpty() || type.isEmpty() || part.isEmpty() || condition.isPresent() != when.isPresent()) {
            return Optional.empty();
        }
        var started = new ArrayList<>(facts.all(iri, Sq.startedBy));
        started.addAll(facts.all(iri, Sq.startedElseBy));
        return Optional.of(new Rule(
                iri,
                code.get(),
                type.get(),
                List.copyOf(started),
                facts.all(iri, Sq.stoppedBy),
                facts.one(iri, Sq.stoppedByRole),
                facts.one(iri, Sq.dueBy),
                facts.one(iri, Sq.yearsFrom),
                when,
                part.get(),
                facts.all(iri, Sq.voidIn),
                facts.isTrue(iri, Sq.pausedBySupplement),
                facts.isTrue(iri, Sq.extensionNeedsNotice),
                facts.isTrue(iri, Sq.lapses),
                facts.one(iri, Sq.violationCode),
                facts.all(iri, Sq.legalBasis)));
    }
}
