package org.shuqi.casework;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.graph.Delta;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Signing;
import org.shuqi.vocabulary.Sq;

/**
 * What a change does to one record that has a life cycle.
 *
 * @param registry everything, after the change
 */
record Move(LifeCycle cycle, Node record, Graph registry, Delta delta) {

    /** Status that the record stated before. */
    Optional<Node> statedBefore() {
        return values(delta.removed(), cycle.statusProperty()).findFirst().or(() -> stated().filter(
                        now -> values(delta.added(), cycle.statusProperty()).noneMatch(now::equals)));
    }

    /** Status that the record states now. */
    Optional<Node> stated() {
        return cycle.stated(registry, record);
    }

    /** The steps that come in. */
    List<Node> steps() {
        return values(delta.added(), Sq.stepTaken).toList();
    }

    /** Whether no step is taken and the status stays. */
    boolean isQuiet() {
        return steps().isEmpty()
                && Stream.concat(delta.removed().stream(), delta.added().stream())
                        .noneMatch(quad -> quad.getSubject().equals(record)
                                && (quad.getPredicate().equals(cycle.statusProperty())
                                        || quad.getPredicate().equals(Sq.stepTaken)));
    }

    /** What to say of a record that is entered as it stands. */
    Optional<Violation> entered() {
        return stated().filter(status -> !status.equals(cycle.initial()))
                .filter(status ->
                        registry.find(record, Sq.stepTaken, Node.ANY).toList().isEmpty())
                .filter(status -> !status.equals(cycle.impliedBy(registry, record)))
                .map(status -> LifeCycleGuard.finding(
                        record,
                        cycle.iri(),
                        Text.of(
                                "`%s` 以状态 `%s` 补录，没有办理过程；新办理的请从 `%s` 开始",
                                "`%s` is entered as `%s` without the steps that led there; a new one begins as `%s`",
                                record.getURI(),
                                code(status),
                                code(cycle.initial())),
                        Optional.empty(),
                        Violation.Severity.WARNING));
    }

    /** What to say of a record whose contents change without a step. */
    Optional<Violation> edited() {
        return statedBefore()
                .filter(status -> !cycle.editable().contains(status) && !isStamped())
                .map(status -> LifeCycleGuard.fault(
                        record,
                        cycle.iri(),
                        isDeleted()
                                ? Text.of(
                                        "`%s` 的状态是 `%s`，须予保留；不能删除",
                                        "`%s` is `%s` and has to be kept; it cannot be deleted",
                                        record.getURI(),
                                        code(status))
                                : Text.of(
                                        "`%s` 的状态是 `%s`，内容不能直接修改；请查看 transitions 中可以办理的环节",
                                        "`%s` is `%s`, and its contents cannot be edited; see its transitions for the steps that can be taken",
                                        record.getURI(),
                                        code(status)),
                        Optional.empty()));
    }

    /** A time stamp comes after the signature and proves it; nothing that was said becomes another. */
    private boolean isStamped() {
        return changes(delta.removed(), any -> true).findAny().isEmpty()
                && changes(delta.added(), quad -> !quad.getPredicate().equals(Signing.timeStampToken))
                        .findAny()
                        .isEmpty();
    }

    boolean isDeleted() {
        return !registry.contains(record, Rdf.type, Node.ANY);
    }

    /** Everything the change does to the record itself and to nodes named after it. */
    Stream<Quad> changes(List<Quad> side, Predicate<Quad> which) {
        return side.stream()
                .filter(quad -> quad.getSubject().equals(record) || isPart(quad.getSubject()))
                .filter(which);
    }

    boolean isPart(Node node) {
        return node.isURI()
                && (node.getURI().startsWith(record.getURI() + "#")
                        || node.getURI().startsWith(record.getURI() + "/item/"));
    }

    private Stream<Node> values(List<Quad> side, Node property) {
        return side.stream()
                .filter(quad ->
                        quad.getSubject().equals(record) && quad.getPredicate().equals(property))
                .map(Quad::getObject);
    }

    static String code(Node concept) {
        return concept.getURI().replaceAll(".*[/#]", "");
    }
}
