package org.shuqi.web.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Said;

/** What happened to a record: the steps that were taken, and instants that it names without a step. */
final class Course {

    private static final List<Node> STAMPS = List.of(
            Sq.submittedAt, Sq.receivedAt, Sq.repliedAt, Sq.deliveredAt, Sq.decidedAt, Sq.activatedAt, Sq.terminatedAt);

    private final Look look;
    private final Node record;

    Course(Look look, Node record) {
        this.look = look;
        this.record = record;
    }

    private record Dated(Instant at, CasePage.Event event) {}

    /** The latest first. */
    List<CasePage.Event> events() {
        return dated().stream().map(Dated::event).toList();
    }

    /** The step that was taken last. */
    Optional<CasePage.Event> last() {
        return steps().stream().max(Comparator.comparing(Dated::at)).map(Dated::event);
    }

    private List<Dated> dated() {
        var all = new ArrayList<>(steps());
        var told = new HashSet<Instant>();
        all.forEach(step -> told.add(step.at()));
        for (var stamp : STAMPS) {
            look.instant(record, stamp)
                    .filter(at -> !told.contains(at))
                    .ifPresent(at -> all.add(new Dated(
                            at,
                            new CasePage.Event(
                                    look.view().time(at),
                                    look.name(stamp),
                                    List.of(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty()))));
        }
        all.sort(Comparator.comparing(Dated::at).reversed());
        return all;
    }

    private List<Dated> steps() {
        var steps = new ArrayList<Dated>();
        for (var step : look.all(record, Sq.stepTaken)) {
            look.instant(step, Sq.takenAt).ifPresent(at -> steps.add(new Dated(at, event(step, at))));
        }
        return steps;
    }

    private CasePage.Event event(Node step, Instant at) {
        var what = look.one(step, Sq.takenStep)
                .map(look::name)
                .or(() -> look.one(step, Sq.toStatus).map(look::name))
                .orElse(Said.code(""));
        return new CasePage.Event(
                look.view().time(at),
                what,
                look.links(step, Sq.takenBy),
                look.one(step, Sq.approvalRole).map(look::name),
                look.one(step, Sq.person).map(this::person),
                look.said(step, Sq.note));
    }

    /** The name of the account, where the reader may see it. */
    private String person(Node person) {
        var text = person.isLiteral() ? person.getLiteralLexicalForm() : person.toString();
        return text.matches("https?://.+")
                ? look.name(org.apache.jena.graph.NodeFactory.createURI(text)).text()
                : text;
    }
}
