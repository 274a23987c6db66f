package org.shuqi.casework;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Sq;

/** Whether the one step that a change brings is one that the table allows. */
final class StepJudge {

    private final LifeCycles tables;
    private final Move move;
    private final Instant now;
    private final ZoneId zone;
    private final List<Violation> findings = new ArrayList<>();

    StepJudge(LifeCycles tables, Move move, Instant now, ZoneId zone) {
        this.tables = tables;
        this.move = move;
        this.now = now;
        this.zone = zone;
    }

    List<Violation> judge() {
        if (move.isDeleted()) {
            move.edited().ifPresent(findings::add);
            return findings;
        }
        checkHistory();
        var steps = move.steps();
        if (steps.isEmpty() && isAdopted()) {
            return findings;
        }
        if (steps.size() != 1) {
            fault(
                    move.cycle().iri(),
                    "状态只随环节改变，一次办理一个环节；请用 POST …/transitions",
                    "a status changes with one step at a time; use POST …/transitions",
                    List.of());
            return findings;
        }
        var taken = steps.get(0);
        var step = one(taken, Sq.takenStep).flatMap(move.cycle()::step);
        if (step.isEmpty()) {
            fault(
                    move.cycle().iri(),
                    "办理记录没有写明流程表中的环节；请填写 takenStep",
                    "the record of the step names no step of the table; give takenStep",
                    List.of());
            return findings;
        }
        judge(taken, step.get());
        return findings;
    }

    /** A record without a status gets the one that its facts imply: nothing has happened to it. */
    private boolean isAdopted() {
        return move.statedBefore().isEmpty()
                && move.stated()
                        .filter(status -> status.equals(move.cycle().impliedBy(move.registry(), move.record())))
                        .isPresent();
    }

    private void judge(Node taken, Step step) {
        var from = one(taken, Sq.fromStatus);
        var before = move.statedBefore();
        if (!from.map(step.from()::contains).orElse(false)
                || before.filter(status -> !from.get().equals(status)).isPresent()) {
            fault(
                    step,
                    "`%s` 只能在 %s 时办理，现为 `%s`".formatted(step.label().zh(), codes(step.from()), status(before, from)),
                    "`%s` can be taken from %s only, and this is `%s`"
                            .formatted(step.label().en(), codes(step.from()), status(before, from)));
        }
        if (!move.stated().equals(Optional.of(step.to()))
                || !one(taken, Sq.toStatus).equals(Optional.of(step.to()))) {
            fault(
                    step,
                    "`%s` 的结果须是 `%s`".formatted(step.label().zh(), Move.code(step.to())),
                    "`%s` has to lead to `%s`".formatted(step.label().en(), Move.code(step.to())));
        }
        checkWho(taken, step);
        var at = checkWhen(taken, step);
        checkContents(taken, step, at);
        checkNothingElse(taken, step, before);
        step.effects().joining().ifPresent(way -> checkJoining(taken, step, way));
    }

    private static String status(Optional<Node> before, Optional<Node> from) {
        return before.or(() -> from).map(Move::code).orElse("-");
    }

    private void checkWho(Node taken, Step step) {
        var parties = tables.parties().of(step.parties(), move.registry(), move.record());
        var by = one(taken, Sq.takenBy);
        if (by.isPresent() && !parties.isEmpty() && !Parties.include(parties, move.registry(), by.get())) {
            fault(
                    step,
                    "`%s` 须由 %s 办理，而不是 `%s`".formatted(step.label().zh(), names(parties), by.get()),
                    "`%s` is taken by %s, not by `%s`".formatted(step.label().en(), names(parties), by.get()));
        }
        if (by.isEmpty()) {
            findings.add(LifeCycleGuard.finding(
                    move.record(),
                    step.iri(),
                    Text.of("没有写明由哪个单位办理；请填写 by", "it is not said which organisation takes the step; give `by`"),
                    basis(step),
                    Violation.Severity.WARNING));
        }
        var role = one(taken, Sq.approvalRole);
        if (role.isPresent() && !step.roles().isEmpty() && !step.roles().contains(role.get())) {
            fault(
                    step,
                    "`%s` 须由 %s 办理，而不是 `%s`".formatted(step.label().zh(), codes(step.roles()), Move.code(role.get())),
                    "`%s` is taken by a %s, not by a `%s`"
                            .formatted(step.label().en(), codes(step.roles()), Move.code(role.get())));
        }
        one(taken, Sq.person).ifPresent(person -> checkFourEyes(taken, step, person));
    }

    private void checkFourEyes(Node taken, Step step, Node person) {
        var same = all(move.record(), Sq.stepTaken).stream()
                .filter(other -> !other.equals(taken))
                .filter(other ->
                        one(other, Sq.takenStep).filter(step.others()::contains).isPresent())
                .anyMatch(other -> one(other, Sq.person).equals(Optional.of(person)));
        if (same && !person.getLiteralLexicalForm().equals("operator")) {
            // named after the rule, not the step: nothing that could be given with the step would mend it
            findings.add(LifeCycleGuard.fault(
                    move.record(),
                    Sq.otherPersonThan,
                    Text.of(
                            "`%s` 已由 `%s` 办理过前一环节，须由另一人办理",
                            "`%2$s` took the step before; `%3$s` needs another person",
                            step.label().zh(),
                            person.getLiteralLexicalForm(),
                            step.label().en()),
                    basis(step)));
        }
    }

    /** The instant of the step: neither to come nor before the last one. */
    private Instant checkWhen(Node taken, Step step) {
        var at = one(taken, Sq.takenAt).flatMap(this::instant);
        if (at.isEmpty() || at.get().isAfter(now)) {
            fault(step, "办理时间缺失或者晚于现在", "the instant of the step is missing or yet to come");
            return now;
        }
        all(move.record(), Sq.stepTaken).stream()
                .filter(other -> !other.equals(taken))
                .flatMap(other -> one(other, Sq.takenAt).flatMap(this::instant).stream())
                .filter(other -> other.isAfter(at.get()))
                .findFirst()
                .ifPresent(later -> fault(
                        step,
                        "办理时间早于已办环节（%s）".formatted(later.atZone(zone).toOffsetDateTime()),
                        "the step is dated before one already taken (%s)"
                                .formatted(later.atZone(zone).toOffsetDateTime())));
        return at.get();
    }

    private Optional<Instant> instant(Node value) {
        return value.isLiteral() ? Instants.parse(value.getLiteralLexicalForm(), zone) : Optional.empty();
    }

    private void checkContents(Node taken, Step step, Instant at) {
        step.contents().needs().stream()
                .filter(property -> !move.registry().contains(move.record(), property, Node.ANY))
                .map(Move::code)
                .sorted()
                .forEach(name -> fault(
                        step,
                        "`%s` 须有 %s；请在 with 中填写".formatted(step.label().zh(), name),
                        "`%s` needs %s; give it in `with`"
                                .formatted(step.label().en(), name)));
        if (step.contents().needsNote() && one(taken, Sq.note).isEmpty()) {
            fault(
                    step,
                    "`%s` 须写明意见、理由或者告知内容；请填写 note".formatted(step.label().zh()),
                    "`%s` needs a note with the reason; give `note`"
                            .formatted(step.label().en()));
        }
        step.contents().conditions().stream()
                .filter(condition -> !condition.holds(move.registry(), move.record(), at, zone))
                .forEach(condition -> findings.add(
                        LifeCycleGuard.fault(move.record(), condition.iri(), condition.message(), basis(step))));
    }

    /** In a status in which the record may not be edited, a step changes what it is about and nothing besides. */
    private void checkNothingElse(Node taken, Step step, Optional<Node> before) {
        if (before.isEmpty() || move.cycle().editable().contains(before.get())) {
            return;
        }
        var allowed = step.mayChange();
        allowed.add(Sq.stepTaken);
        allowed.add(move.cycle().statusProperty());
        var parts = new HashSet<Node>();
        allowed.forEach(property -> all(move.record(), property).forEach(parts::add));
        move.delta().removed().stream()
                .filter(quad -> quad.getSubject().equals(move.record()) && allowed.contains(quad.getPredicate()))
                .forEach(quad -> parts.add(quad.getObject()));
        var others = new java.util.TreeSet<String>();
        for (var side : List.of(move.delta().removed(), move.delta().added())) {
            move.changes(side, quad -> !isAllowed(quad, allowed, parts))
                    .forEach(quad -> others.add(Move.code(quad.getPredicate())));
        }
        if (!others.isEmpty()) {
            fault(
                    step,
                    "`%s` 不能同时修改 %s".formatted(step.label().zh(), String.join(", ", others)),
                    "`%s` cannot change %s as well".formatted(step.label().en(), String.join(", ", others)));
        }
    }

    /** Who joins or leaves changes its own place and nothing of the others'. */
    private void checkJoining(Node taken, Step step, Joining.Way way) {
        var by = one(taken, Sq.takenBy);
        var at = one(taken, Sq.takenAt);
        if (by.isEmpty()) {
            fault(
                    step,
                    "`%s` 须写明由哪个单位办理；请填写 by".formatted(step.label().zh()),
                    "`%s` needs the organisation that takes it; give `by`"
                            .formatted(step.label().en()));
        } else if (at.isPresent() && !JoiningJudge.isSound(move, way, by.get(), at.get())) {
            fault(
                    step,
                    "`%s` 只改变 `%s` 自己的地位，授权的其他内容和其他各方不能改变，且至少留下一个接收方"
                            .formatted(step.label().zh(), by.get()),
                    "`%s` changes the place of `%s` alone; what is permitted to the others stays, and at least one recipient does"
                            .formatted(step.label().en(), by.get()));
        }
    }

    private boolean isAllowed(Quad quad, Set<Node> allowed, Set<Node> parts) {
        return quad.getSubject().equals(move.record())
                ? allowed.contains(quad.getPredicate())
                : parts.contains(quad.getSubject())
                        || parts.stream().anyMatch(part -> isWithin(quad.getSubject(), part));
    }

    /** A node that a part owns, such as the constraint of a permission. */
    private boolean isWithin(Node node, Node part) {
        return move.registry().contains(part, Node.ANY, node);
    }

    /** What was done stays as it was recorded. */
    private void checkHistory() {
        var rewritten = move.delta().removed().stream()
                .anyMatch(quad -> quad.getSubject().equals(move.record())
                                && quad.getPredicate().equals(Sq.stepTaken)
                        || move.registry().contains(move.record(), Sq.stepTaken, quad.getSubject()));
        if (rewritten) {
            fault(
                    move.cycle().iri(),
                    "已办环节不能改写；请办理新的环节",
                    "steps that were taken cannot be rewritten; take another step",
                    List.of());
        }
    }

    private Optional<Node> one(Node subject, Node property) {
        return all(subject, property).stream().findFirst();
    }

    private List<Node> all(Node subject, Node property) {
        return move.registry()
                .find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList();
    }

    private void fault(Step step, String zh, String en) {
        fault(step.iri(), zh, en, step.basis());
    }

    private void fault(Node shape, String zh, String en, List<Node> basis) {
        findings.add(LifeCycleGuard.fault(
                move.record(),
                shape,
                new Text(zh, en),
                basis.stream().map(Node::getURI).findFirst()));
    }

    private static Optional<String> basis(Step step) {
        return step.basis().stream().map(Node::getURI).findFirst();
    }

    private static String codes(Set<Node> concepts) {
        return concepts.stream()
                .map(Move::code)
                .sorted()
                .map(code -> "`" + code + "`")
                .reduce((a, b) -> a + ", " + b)
                .orElse("-");
    }

    private static String names(Set<Node> parties) {
        return parties.stream()
                .map(party -> "`" + party.getURI() + "`")
                .limit(3)
                .reduce((a, b) -> a + ", " + b)
                .orElse("-");
    }
}
