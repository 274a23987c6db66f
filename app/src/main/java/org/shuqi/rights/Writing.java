package org.shuqi.rights;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.access.Standing;
import org.shuqi.change.Entitlement;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Sight;
import org.shuqi.graph.Snapshot;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Reading;
import org.shuqi.vocabulary.Sq;

/**
 * Who may change which record.
 *
 * <p>A change may touch many records, and each is looked at by itself. Where it brings a step of a procedure, the caller has
 * to be able to speak for the organisation, in the role and as the person that the step names; whether these may take
 * the step is for the tables. Everything else needs a {@link WritingRight} for the class of the record, both as it was and
 * as it would be, and leaves alone what only steps write.
 */
final class Writing implements Entitlement {

    private final Rights reading;
    private final List<WritingRight> rights;

    Writing(Rights reading, List<WritingRight> rights) {
        this.reading = reading;
        this.rights = List.copyOf(rights);
    }

    @Override
    public Sight sight(Caller caller, Snapshot now) {
        return reading.sight(caller, now);
    }

    @Override
    public void check(Caller caller, Snapshot before, DatasetGraph after, Delta delta) {
        var attempt = new Attempt(caller, before, GraphView.createUnionGraph(after));
        var owners = new Touched(attempt.before, attempt.after, this::isWritten).by(delta);
        var parts = new HashMap<Node, Set<Node>>();
        owners.forEach((subject, record) -> parts.computeIfAbsent(
                        record.orElseThrow(() -> refused(caller, subject)), same -> new HashSet<>())
                .add(subject));
        parts.forEach((record, subjects) -> attempt.on(record, of(delta, subjects)));
        delta.added().stream()
                .filter(quad -> quad.getPredicate().equals(Sq.person))
                .forEach(quad -> attempt.requireOneself(quad.getObject()));
    }

    private boolean isWritten(Node type) {
        return AccountRights.concern(type)
                || rights.stream().anyMatch(right -> right.classes().contains(type));
    }

    private static Delta of(Delta delta, Set<Node> subjects) {
        return new Delta(
                delta.removed().stream()
                        .filter(quad -> subjects.contains(quad.getSubject()))
                        .toList(),
                delta.added().stream()
                        .filter(quad -> subjects.contains(quad.getSubject()))
                        .toList());
    }

    private static Refusal refused(Caller caller, Node record) {
        return Refusal.of(
                Kind.FORBIDDEN,
                "`%s` 没有写入 `%s` 的权限；需要在有关单位承担相应角色",
                "`%s` may not write `%s`; that takes a role in an organisation that it concerns",
                caller.id(),
                record.isURI() ? record.getURI() : "_:");
    }

    /** One change of one caller. */
    private final class Attempt {

        private final Caller caller;
        private final Graph before;
        private final Graph after;
        private final Procedures procedures;

        Attempt(Caller caller, Snapshot before, Graph after) {
            this.caller = caller;
            this.before = before.union();
            this.after = after;
            // a table that somebody writes into a record of theirs is none
            this.procedures = new Procedures(before.seenBy(Shipped::includes).union());
        }

        void on(Node record, Delta part) {
            var steps = steps(record, part);
            if (steps.isEmpty()) {
                requireRight(record, before);
                requireRight(record, after);
            } else {
                steps.forEach(this::requireSpeaker);
            }
            procedures
                    .of(Stream.concat(types(record, before), types(record, after))
                            .collect(Collectors.toSet()))
                    .ifPresent(procedure -> requireNothingReserved(record, procedure, steps, part));
        }

        /** A step that is told in the same breath as an organisation or a class is not by that a step of this record. */
        private List<Node> steps(Node record, Delta part) {
            return part.added().stream()
                    .filter(quad -> quad.getSubject().equals(record)
                            && quad.getPredicate().equals(Sq.stepTaken)
                            && types(record, before).findAny().isPresent())
                    .map(Quad::getObject)
                    .toList();
        }

        private void requireRight(Node record, Graph registry) {
            var types = types(record, registry).collect(Collectors.toSet());
            var isAdmitted = types.isEmpty()
                    || (types.stream().anyMatch(AccountRights::concern)
                            ? new AccountRights(caller, registry).admit(record, types)
                            : rights.stream()
                                    .filter(right -> right.classes().stream().anyMatch(types::contains))
                                    .anyMatch(right -> right.admits(caller, record, registry)));
            if (!isAdmitted) {
                throw refused(caller, record);
            }
        }

        /** Nobody says of another person what that person did. */
        void requireOneself(Node person) {
            if (!person.isLiteral() || !person.getLiteralLexicalForm().equals(caller.person())) {
                throw Refusal.of(
                        Kind.FORBIDDEN,
                        "由登录者本人（`%s`）办理，不能以他人名义",
                        "whoever is signed in (`%s`) acts in nobody else's name",
                        caller.person());
            }
        }

        /** The one who takes a step speaks for the organisation, in the role and as the person that the step names. */
        private void requireSpeaker(Node taken) {
            requireOneself(one(taken, Sq.person).orElse(taken));
            var by = one(taken, Sq.takenBy)
                    .orElseThrow(() -> Refusal.of(
                            Kind.FORBIDDEN, "没有写明代表哪个单位办理；请填写 by", "it is not said for which organisation; give `by`"));
            var role = one(taken, Sq.approvalRole);
            var wanted = one(taken, Sq.takenStep).map(procedures::roles).orElse(Set.of());
            if (role.isEmpty() && !wanted.isEmpty()) {
                throw Refusal.of(
                        Kind.FORBIDDEN,
                        "该环节须由 %s 办理；请填写 role",
                        "the step is taken by a %s; give `role`",
                        codes(wanted));
            }
            var roles = role.map(Writing::role)
                    .map(held -> held.map(Set::of).orElse(Set.of()))
                    .orElseGet(() -> Set.copyOf(STAFF));
            if (!Standing.of(by, before).isActedForBy(caller, roles)) {
                throw Refusal.of(
                        Kind.FORBIDDEN,
                        "`%s` 不能代表 `%s` 以 `%s` 的身份办理",
                        "`%s` does not act for `%s` as %s",
                        caller.id(),
                        by,
                        role.map(Writing::code).orElse("-"));
            }
        }

        private void requireNothingReserved(Node record, Procedures.Procedure procedure, List<Node> steps, Delta part) {
            var isNew = types(record, before).findAny().isEmpty();
            var written = new HashSet<Node>();
            steps.forEach(
                    taken -> one(taken, Sq.takenStep).ifPresent(step -> written.addAll(procedures.written(step))));
            if (!steps.isEmpty()) {
                written.addAll(Set.of(Sq.stepTaken, procedure.status()));
            }
            Stream.concat(part.removed().stream(), part.added().stream())
                    .filter(quad -> !(isNew
                            && quad.getPredicate().equals(procedure.status())
                            && quad.getObject().equals(procedure.first())))
                    .flatMap(quad -> saidBy(record, quad))
                    .filter(property -> !written.contains(property))
                    .filter(property -> property.equals(procedure.status())
                            || procedure.reserved().contains(property))
                    .findFirst()
                    .ifPresent(property -> {
                        throw Refusal.of(
                                Kind.FORBIDDEN,
                                "`%s` 由办理环节写入，不能直接填写；新记录从 `%s` 开始",
                                "`%s` is written by the steps of the procedure, not by hand; a new record begins as `%s`",
                                code(property),
                                code(procedure.first()));
                    });
        }

        /** By which properties of the record something is said: its own, or those that lead to the part that says it. */
        private Stream<Node> saidBy(Node record, Quad quad) {
            return quad.getSubject().equals(record)
                    ? Stream.of(quad.getPredicate())
                    : Stream.of(before, after)
                            .flatMap(registry -> registry.find(record, Node.ANY, quad.getSubject()).toList().stream())
                            .map(triple -> triple.getPredicate());
        }

        private Stream<Node> types(Node record, Graph registry) {
            return registry.find(record, Rdf.type, Node.ANY).toList().stream().map(triple -> triple.getObject());
        }

        private Optional<Node> one(Node subject, Node property) {
            return after.find(subject, property, Node.ANY).nextOptional().map(triple -> triple.getObject());
        }
    }

    /**
     * What the registry's own tables say.
     *
     * @param shipped the release alone: a right that somebody writes into a record of theirs is none
     */
    static Writing of(Rights reading, Graph shipped) {
        return new Writing(
                reading,
                shipped.find(Node.ANY, Rdf.type, Reading.WritingRight).toList().stream()
                        .map(triple -> WritingRight.read(triple.getSubject(), shipped))
                        .toList());
    }

    /** Who takes steps for which the table names no role. */
    private static final Set<Role> STAFF = Set.of(
            Role.CATALOGUER,
            Role.DEPARTMENT_HEAD,
            Role.SHARING_OFFICE_HEAD,
            Role.AUTHORITY_REVIEWER,
            Role.GOVERNMENT_OFFICE,
            Role.CHIEF_DATA_OFFICER,
            Role.CHIEF_PRIVACY_OFFICER);

    private static Optional<Role> role(Node concept) {
        return concept.isURI() ? Role.of(code(concept)) : Optional.empty();
    }

    private static String codes(Set<Node> concepts) {
        return concepts.stream()
                .map(concept -> "`" + code(concept) + "`")
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String code(Node node) {
        return node.getURI().replaceAll(".*[/#]", "");
    }
}
