package org.shuqi.web.changes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.casework.Cases;
import org.shuqi.casework.StepOption;
import org.shuqi.decision.Decisions;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.problem.Violation;
import org.shuqi.proposal.Proposal;
import org.shuqi.proposal.Proposals;
import org.shuqi.proposal.Rehearsal;
import org.shuqi.proposal.Rehearsals;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.standard.Places;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Badge;
import org.shuqi.web.Fault;
import org.shuqi.web.Said;
import org.shuqi.web.View;

/** Makes pages of working copies, each as its reader may see it. */
final class ChangeReading {

    private static final Map<String, Badge.Tone> TONES = Map.of(
            "draft", Badge.Tone.PLAIN,
            "submitted", Badge.Tone.WARN,
            "published", Badge.Tone.GOOD,
            "withdrawn", Badge.Tone.PLAIN);

    /** The step that publishes. */
    private static final String PUBLISH = "publish";

    private final Store store;
    private final Records records;
    private final Cases cases;
    private final Decisions decisions;
    private final Proposals proposals;
    private final Rehearsals rehearsals;

    ChangeReading(
            Store store,
            Records records,
            Cases cases,
            Decisions decisions,
            Proposals proposals,
            Rehearsals rehearsals) {
        this.store = store;
        this.records = records;
        this.cases = cases;
        this.decisions = decisions;
        this.proposals = proposals;
        this.rehearsals = rehearsals;
    }

    ChangesPage.Row row(Proposal one, View view) {
        try (var now = store.read()) {
            return new ChangesPage.Row(
                    one.id(),
                    Said.of(EditForms.titled(one.title()), view.language()),
                    status(one.status(), now.union(), view.language()),
                    one.edits().size(),
                    (int) one.edits().stream()
                            .filter(edit -> edit.stale() || !edit.rivals().isEmpty())
                            .count(),
                    one.version().orElse(""));
        }
    }

    private static Badge status(String status, Graph registry, Locale reader) {
        return new Badge(
                TONES.getOrDefault(status, Badge.Tone.PLAIN),
                Said.name(registry, Sq.code("proposal-status", status), reader));
    }

    ChangePage page(String id, Caller caller, View view, List<Fault> faults) {
        var one = proposals.read(id);
        // publishing goes through the whole registry, which is what the rehearsal is for and not the drawing of a page
        var options = mayAct(view)
                ? cases.options(RecordKind.PROPOSALS, id, caller, step -> !step.equals(PUBLISH))
                        .options()
                : List.<StepOption>of();
        var against = against(one, view);
        try (var now = store.read()) {
            var registry = now.union();
            return new ChangePage(
                    one.id(),
                    Said.of(EditForms.titled(one.title()), view.language()),
                    status(one.status(), registry, view.language()),
                    one.publisher()
                            .map(by -> Said.name(registry, by, view.language()))
                            .orElse(Said.code("")),
                    one.version().orElse(""),
                    one.edits().stream().map(edit -> term(edit, registry, view)).toList(),
                    options.stream()
                            .filter(option -> option.allowed() && (!isPublishing(option) || against.isEmpty()))
                            .map(option -> new ChangePage.Step(
                                    option.to(), option.step(), Said.of(option.label(), view.language())))
                            .toList(),
                    options.stream()
                            .filter(option -> option.from().contains(one.status())
                                    && (!option.allowed() || isPublishing(option) && !against.isEmpty()))
                            .map(option -> new ChangePage.Blocked(
                                    Said.of(option.label(), view.language()),
                                    Stream.concat(
                                                    option.because().stream().map(because -> view.t(because.message())),
                                                    isPublishing(option) ? against.stream() : Stream.of())
                                            .distinct()
                                            .limit(10)
                                            .toList()))
                            .toList(),
                    taken(one, registry, view),
                    one.isDraft() && view.is(Role.STANDARDS_EDITOR),
                    one.tag(),
                    rehearsal(one.id(), view),
                    faults);
        }
    }

    private static boolean isPublishing(StepOption option) {
        return option.step().equals(PUBLISH);
    }

    /** What is known to stand in the way of publishing; what is not known yet is found when it is published. */
    private List<String> against(Proposal one, View view) {
        var against = new ArrayList<String>();
        if (one.edits().stream().anyMatch(Proposal.TermDiff::stale)) {
            against.add(view.t("changes.blocked.stale"));
        }
        rehearsals
                .of(one.id())
                .flatMap(Rehearsals.State::result)
                .filter(result -> !result.isPublishable())
                .ifPresent(result -> against.add(view.t("changes.blocked.rehearsal")));
        return against;
    }

    private static boolean mayAct(View view) {
        return view.is(Role.STANDARDS_EDITOR) || view.is(Role.AUTHORITY_REVIEWER);
    }

    private static ChangePage.Term term(Proposal.TermDiff diff, Graph registry, View view) {
        var code = diff.term().getURI().replaceAll(".*[/#]", "");
        var name = diff.label().zh().isEmpty() && diff.label().en().isEmpty()
                ? Said.code(code)
                : Said.of(EditForms.titled(diff.label()), view.language());
        return new ChangePage.Term(
                diff.term().getURI(),
                name,
                code,
                diff.isNew() ? "" : address(diff.term()),
                diff.isNew(),
                diff.lines().stream()
                        .map(line -> new ChangePage.Line(
                                line.change().name().toLowerCase(Locale.ROOT),
                                line.change().sign(),
                                line.text()))
                        .toList(),
                diff.stale(),
                diff.rivals());
    }

    private static String address(Node term) {
        var iri = term.getURI();
        return Places.isShape(term)
                ? "/shapes/" + iri.substring(Places.SHAPES.length())
                : "/vocab/" + iri.replaceFirst("^https://w3id.org/shuqi/(ns#|code/)?", "");
    }

    private List<ChangePage.Taken> taken(Proposal one, Graph registry, View view) {
        var said = records.read(RecordKind.PROPOSALS, one.id()).description();
        return said.find(one.iri(), Sq.stepTaken, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .sorted(Comparator.comparing((Node step) -> text(said, step, Sq.takenAt))
                        .reversed())
                .map(step -> new ChangePage.Taken(
                        said.find(step, Sq.takenStep, Node.ANY)
                                .nextOptional()
                                .map(triple -> Said.name(registry, triple.getObject(), view.language()))
                                .orElse(Said.code("")),
                        text(said, step, Sq.person),
                        time(text(said, step, Sq.takenAt), view),
                        Said.literal(said, step, Sq.note, view.language())))
                .toList();
    }

    private static String time(String instant, View view) {
        try {
            return view.time(java.time.OffsetDateTime.parse(instant).toInstant());
        } catch (java.time.format.DateTimeParseException notAnInstant) {
            return instant;
        }
    }

    RehearsalPart rehearsal(String id, View view) {
        var state = rehearsals.of(id);
        var mayBegin = mayAct(view);
        if (state.isEmpty()) {
            return new RehearsalPart(id, false, "", 0, 0, "", Optional.empty(), mayBegin);
        }
        var now = state.get();
        return new RehearsalPart(
                id,
                !now.isOver(),
                now.stage().map(stage -> stage.name().toLowerCase(Locale.ROOT)).orElse("waiting"),
                now.done(),
                now.total(),
                now.failure().map(view::t).orElse(""),
                now.result().map(result -> result(result, view)),
                mayBegin);
    }

    private RehearsalPart.Result result(Rehearsal found, View view) {
        try (var now = store.read()) {
            var seen = found.seenIn(now, decisions);
            var shown = seen.findings();
            return new RehearsalPart.Result(
                    verdict(found, view),
                    view.time(found.at()),
                    found.revision(),
                    Math.max(0, now.revision() - found.revision()),
                    found.uses().stream()
                            .map(use -> new RehearsalPart.Use(use.term().replaceAll(".*[/#]", ""), use.statements()))
                            .toList(),
                    found.looked(),
                    found.failing(),
                    found.warned(),
                    shown.stream()
                            .limit(30)
                            .map(finding -> found(finding, view))
                            .toList(),
                    found.findings().size() - shown.size(),
                    found.faults().stream().map(fault -> found(fault, view)).toList(),
                    found.answers().possible(),
                    found.answers().asked(),
                    found.answers().changed(),
                    found.answers().turns().stream()
                            .map(turn -> new RehearsalPart.Turn(
                                    outcome(turn.before().code(), now, view),
                                    outcome(turn.after().code(), now, view),
                                    turn.count()))
                            .toList(),
                    answers(seen, now, view));
        }
    }

    private static Badge verdict(Rehearsal found, View view) {
        if (!found.isPublishable()) {
            return new Badge(Badge.Tone.BAD, new Said(view.t("changes.verdict.bad"), view.lang()));
        }
        return found.answers().changed() > 0 || found.warned() > 0
                ? new Badge(Badge.Tone.WARN, new Said(view.t("changes.verdict.warn"), view.lang()))
                : new Badge(Badge.Tone.GOOD, new Said(view.t("changes.verdict.good"), view.lang()));
    }

    private static RehearsalPart.Found found(Violation finding, View view) {
        return new RehearsalPart.Found(
                finding.focus(),
                view.t(finding.message()),
                finding.severity() == Violation.Severity.VIOLATION ? "bad" : "warn");
    }

    private static String outcome(String code, Snapshot now, View view) {
        return Said.name(now.union(), Sq.code("outcome", code), view.language()).text();
    }

    private static List<RehearsalPart.Answer> answers(Rehearsal found, Snapshot now, View view) {
        var names = new HashMap<String, String>();
        return found.answers().first().stream()
                .limit(20)
                .map(each -> new RehearsalPart.Answer(
                        name(each.dataset(), now, view, names),
                        name(each.recipient(), now, view, names),
                        name(each.purpose(), now, view, names),
                        each.method(),
                        outcome(each.before().code(), now, view),
                        outcome(each.after().code(), now, view)))
                .toList();
    }

    private static String name(String iri, Snapshot now, View view, Map<String, String> names) {
        return names.computeIfAbsent(iri, one -> Said.name(now.union(), NodeFactory.createURI(one), view.language())
                .text());
    }

    private static String text(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .nextOptional()
                .map(triple -> triple.getObject().isLiteral()
                        ? triple.getObject().getLiteralLexicalForm()
                        : triple.getObject().toString())
                .orElse("");
    }
}
