package org.shuqi.form;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation;
import org.shuqi.record.Body;
import org.shuqi.record.Filed;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.record.Revision;
import org.shuqi.record.Terms;
import org.shuqi.record.Written;
import org.shuqi.vocabulary.Dcat;

/** Files records from filled-in forms: everything that is wrong is told at once, and then nothing is written. */
public final class Filing {

    private static final Text MISSING = new Text("请填写", "fill it in");

    private final Forms forms;
    private final Records records;
    private final Store store;
    private final ZoneId zone;

    /**
     * For one registry.
     *
     * @param zone where a day without a time begins
     */
    public Filing(Forms forms, Records records, Store store, ZoneId zone) {
        this.forms = forms;
        this.records = records;
        this.store = store;
        this.zone = zone;
    }

    /** The form filled in with what the record says. */
    public static Answers answers(Form form, Filed record) {
        return answers(form, record, Folding.NONE);
    }

    /** The form filled in with what the record says in plain statements. */
    public static Answers answers(Form form, Filed record, Folding folding) {
        return Showing.of(form, record.iri(), folding.open(record.iri(), record.description()));
    }

    /**
     * Files a new record.
     *
     * @param catalog the catalogue that is to list it, for an entry; else the one catalogue of its provider
     * @throws Refusal whatever is not about what was filled in, such as FORBIDDEN
     */
    public Outcome create(RecordKind kind, Form form, Answers answers, Optional<Node> catalog, Terms terms) {
        var subject = subject(kind, form, answers);
        var transcript = transcript(form, subject, GraphFactory.createDefaultGraph(), answers);
        var body = new Body.Rdf(quads(transcript, catalog));
        return outcome(form, answers, transcript, () -> records.create(kind, body, terms), () -> records.rehearse(
                        kind, body, terms)
                .warnings());
    }

    /**
     * Changes a record; what the form does not ask for stays.
     *
     * @throws Refusal UNKNOWN, STALE, FORBIDDEN and whatever else is not about what was filled in
     */
    public Outcome change(RecordKind kind, String id, Form form, Answers answers, Terms terms) {
        return change(kind, id, form, answers, Folding.NONE, terms);
    }

    /** The same for a form that shows the record in plainer statements than it is kept in. */
    public Outcome change(RecordKind kind, String id, Form form, Answers answers, Folding folding, Terms terms) {
        var before = records.read(kind, id);
        var transcript = transcript(form, before, answers, folding);
        Revision revision = (record, now) -> new Revision.Revised(
                folding.close(
                        record.iri(), transcript(form, record, answers, folding).description(), record.description()),
                new Delta(List.of(), List.of()));
        return outcome(
                form, answers, transcript, () -> records.revise(kind, id, revision, terms), () -> records.rehearse(
                                kind, id, revision, terms)
                        .warnings());
    }

    private Outcome outcome(
            Form form,
            Answers answers,
            Transcript transcript,
            Supplier<Written> write,
            Supplier<List<Violation>> rehearse) {
        var findings = new Findings(forms, form, answers, transcript);
        var mistakes = new ArrayList<>(transcript.mistakes());
        mistakes.addAll(unheard(mistakes, missing(form, answers, "", new Text("", ""))));
        try {
            if (mistakes.isEmpty()) {
                var written = write.get();
                return new Outcome(
                        Optional.of(written), findings.of(written.receipt().warnings()));
            }
            return new Outcome(Optional.empty(), together(findings.of(rehearse.get()), mistakes));
        } catch (Refusal refusal) {
            var problem = refusal.problem();
            // who may write it can hang on the very field that cannot be read yet
            var found = problem.kind() == Kind.FORBIDDEN && !mistakes.isEmpty()
                    ? List.<Mistake>of()
                    : explained(form, problem, findings);
            return new Outcome(Optional.empty(), together(found, mistakes));
        }
    }

    /** What could not be read comes before what the shapes say of the same input; that comes before what the form says. */
    private static List<Mistake> together(List<Mistake> found, List<Mistake> ours) {
        var all = new ArrayList<>(ours.stream()
                .filter(mistake -> !isMissing(mistake)
                        || found.stream().noneMatch(each -> each.input().equals(mistake.input())))
                .toList());
        all.addAll(unheard(all, found));
        return all;
    }

    private static boolean isMissing(Mistake mistake) {
        return mistake.message().equals(MISSING);
    }

    /** What the form asks for and nobody filled in, of the record and of each of its parts. */
    private static List<Mistake> missing(Form form, Answers answers, String before, Text around) {
        var missing = new ArrayList<Mistake>();
        form.fields().forEach(field -> {
            var input = before + field.key();
            var name = new Text(
                    around.zh() + field.name().zh(), around.en() + field.name().en());
            if (field.widget() == Widget.PART) {
                var parts = answers.parts(input);
                for (var at = 0; at < parts.size(); at++) {
                    var place = input + "." + parts.get(at);
                    if (!answers.isBlank(place)) {
                        missing.addAll(missing(
                                field.parts(),
                                answers,
                                place + ".",
                                new Text(name.zh() + " " + (at + 1) + " · ", name.en() + " " + (at + 1) + " · ")));
                    }
                }
            } else if (field.needed() && answers.isBlank(input)) {
                missing.add(new Mistake(input, name, MISSING, field.law().map(Node::toString), true));
            }
        });
        return missing;
    }

    /** What could not be read is missing for the shapes: once is enough. */
    private static List<Mistake> unheard(List<Mistake> heard, List<Mistake> more) {
        var inputs = heard.stream().map(Mistake::input).toList();
        return more.stream()
                .filter(mistake -> mistake.input().isEmpty() || !inputs.contains(mistake.input()))
                .toList();
    }

    private static List<Mistake> explained(Form form, Problem problem, Findings findings) {
        if (problem.kind() == Kind.INVALID && !problem.violations().isEmpty()) {
            return findings.of(problem.violations());
        }
        var identifier = form.field("identifier");
        if (problem.kind() == Kind.TAKEN && identifier.isPresent()) {
            return List.of(new Mistake(
                    "identifier",
                    identifier.get().name(),
                    new Text("编号已被使用；请改用未使用的编号", "this identifier is in use; choose one that is free"),
                    Optional.empty(),
                    true));
        }
        throw new Refusal(problem);
    }

    private Transcript transcript(Form form, Filed record, Answers answers, Folding folding) {
        return transcript(form, record.iri(), folding.open(record.iri(), record.description()), answers);
    }

    private Transcript transcript(Form form, Node subject, Graph before, Answers answers) {
        try (var now = store.read()) {
            return Writing.of(form, subject, before, answers, new Values(new Choices(now.union()), zone));
        }
    }

    private Node subject(RecordKind kind, Form form, Answers answers) {
        var named =
                form.field("identifier").map(field -> answers.get(field.key())).filter(text -> !text.isEmpty());
        return named.map(id -> records.fresh(kind, id)).orElseGet(() -> records.fresh(kind));
    }

    private static List<Quad> quads(Transcript transcript, Optional<Node> catalog) {
        var quads = new ArrayList<Quad>();
        transcript.description().find().forEachRemaining(triple -> quads.add(new Quad(Quad.defaultGraphIRI, triple)));
        catalog.ifPresent(node -> quads.add(new Quad(Quad.defaultGraphIRI, node, Dcat.dataset, transcript.subject())));
        return quads;
    }

    /** Terms for a change of a record that was read at this revision. */
    public static Terms terms(String reason, OptionalLong read, org.shuqi.access.Caller caller) {
        return new Terms(reason, read, false, false, caller);
    }
}
