package org.shuqi.casework;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.access.Standing;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * In whose name a step is taken.
 *
 * @param by organisation, if it is known
 * @param role concept, if one is named
 * @param person who
 */
record Speaker(Optional<Node> by, Optional<Node> role, String person) {

    /**
     * What the form says and, where it is silent, what the caller can only mean: the party that one of the caller's
     * appointments reaches in a role that may take the step, and that role.
     *
     * @param parties who may take the step
     * @throws Refusal FORBIDDEN if it names somebody else than whoever is signed in
     */
    static Speaker of(
            StepForm form,
            Optional<Node> by,
            Optional<Node> role,
            Caller caller,
            Step step,
            Set<Node> parties,
            Graph registry) {
        if (caller.isOperator()) {
            var sole = parties.size() == 1 ? parties.stream().findFirst() : Optional.<Node>empty();
            return new Speaker(by.or(() -> sole), role, form.person().orElse(caller.person()));
        }
        form.person().filter(person -> !person.equals(caller.person())).ifPresent(person -> {
            throw Refusal.of(
                    Kind.FORBIDDEN,
                    "您以 `%s` 登录，不能以 `%s` 的名义办理；请去掉 person",
                    "you are signed in as `%s` and cannot act as `%s`; leave `person` out",
                    caller.person(),
                    person);
        });
        var party = by.or(() -> parties.stream()
                .filter(one -> role(caller, one, step, registry).isPresent())
                .findFirst());
        return new Speaker(
                party,
                role.or(() -> party.flatMap(one -> role(caller, one, step, registry))
                        .filter(concept -> step.roles().contains(concept))),
                caller.person());
    }

    /** Whether the caller can take the step for one of the parties. */
    static boolean isFor(Caller caller, Step step, Set<Node> parties, Graph registry) {
        return caller.isOperator()
                || parties.stream()
                        .anyMatch(party -> role(caller, party, step, registry).isPresent());
    }

    /** The role of the caller's in which the step can be taken for the party; any at all if the table names none. */
    private static Optional<Node> role(Caller caller, Node party, Step step, Graph registry) {
        var standing = Standing.of(party, registry);
        var held = caller.appointments().stream()
                .filter(standing::isActedForBy)
                .map(appointment -> appointment.role().code())
                .collect(Collectors.toSet());
        if (step.roles().isEmpty()) {
            return held.stream().findFirst().map(code -> org.shuqi.vocabulary.Sq.code("approval-role", code));
        }
        return step.roles().stream()
                .filter(role -> Role.of(Move.code(role))
                        .filter(one -> held.contains(one.code()))
                        .isPresent())
                .findFirst();
    }
}
