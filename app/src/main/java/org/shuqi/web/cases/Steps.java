package org.shuqi.web.cases;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.shuqi.access.Caller;
import org.shuqi.casework.Cases;
import org.shuqi.casework.StepForm;
import org.shuqi.casework.StepOption;
import org.shuqi.casework.StepOption.Form;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Filed;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.record.Terms;
import org.shuqi.web.Fault;
import org.shuqi.web.View;

/** Takes a step that somebody chose on a page. */
@Singleton
final class Steps {

    private static final Set<Kind> OVERTAKEN = Set.of(Kind.STALE, Kind.NOT_A_STEP);

    private final Cases cases;
    private final Records records;

    Steps(Cases cases, Records records) {
        this.cases = cases;
        this.records = records;
    }

    /**
     * What became of it.
     *
     * @param faults what has to be mended; none if the step was taken
     * @param isOvertaken whether somebody else was quicker
     */
    record Outcome(List<Fault> faults, boolean isOvertaken) {

        boolean isDone() {
            return faults.isEmpty() && !isOvertaken;
        }
    }

    StepOption.Table options(RecordKind kind, String id, Caller caller) {
        return cases.options(kind, id, caller);
    }

    /** Takes the step, or says what is wrong with it. */
    Outcome take(RecordKind kind, String id, Sent sent, View view, Caller caller) {
        var table = cases.options(kind, id, caller);
        var record = records.read(kind, id);
        if (sent.tag().isPresent() && sent.tag().getAsLong() != record.tag()) {
            return new Outcome(List.of(), true);
        }
        var chosen = table.options().stream()
                .filter(option -> sent.isOf(option.step()) && option.to().equals(sent.to()))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE, "流程中没有这一环节；请从页面重新办理", "the procedure has no such step; take it from the page"));
        var faults = missing(chosen, sent, view);
        if (!faults.isEmpty()) {
            return new Outcome(faults, false);
        }
        try {
            var form = new StepForm(
                    chosen.to(),
                    Optional.of(chosen.step()),
                    Optional.of(sent.note()).filter(note -> !note.isEmpty()),
                    Optional.of(sent.by()).filter(by -> !by.isEmpty()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    contents(chosen, sent, record));
            cases.take(kind, id, form, terms(kind, id, sent, caller));
            return new Outcome(List.of(), false);
        } catch (Refusal refused) {
            return OVERTAKEN.contains(refused.problem().kind())
                    ? new Outcome(List.of(), true)
                    : new Outcome(faults(refused, view), false);
        }
    }

    private static Terms terms(RecordKind kind, String id, Sent sent, Caller caller) {
        return new Terms("step " + kind.path() + "/" + id + " to " + sent.to(), sent.tag(), false, true, caller);
    }

    private static List<Fault> missing(StepOption option, Sent sent, View view) {
        var faults = new ArrayList<Fault>();
        for (var content : option.contents()) {
            var values = sent.values(content.form() == Form.PERMISSIONS ? Sent.ITEM : content.name());
            var id = option.step() + "-" + content.name();
            var label = view.t(content.label());
            if (values.isEmpty() && (content.needed() || content.form() == Form.PERMISSIONS)) {
                faults.add(new Fault(id, view.t("cases.fault.missing", label)));
            } else if (content.form() == Form.NUMBER
                    && !values.isEmpty()
                    && !values.get(0).matches("\\d{1,6}")) {
                faults.add(new Fault(id, view.t("cases.fault.number", label)));
            }
        }
        if (option.needsNote() && sent.note().isEmpty()) {
            faults.add(new Fault(option.step() + "-note", view.t("cases.fault.note")));
        }
        return faults;
    }

    /** The findings of a refusal, each once; its sentence if it has none. */
    static List<Fault> faults(Refusal refused, View view) {
        var messages = new LinkedHashSet<String>();
        refused.problem().violations().stream()
                .filter(finding -> finding.severity() == org.shuqi.problem.Violation.Severity.VIOLATION)
                .forEach(finding -> messages.add(view.t(finding.message())));
        if (messages.isEmpty()) {
            messages.add(view.t(refused.problem().detail()));
        }
        return messages.stream().map(message -> new Fault("", message)).toList();
    }

    private static ObjectNode contents(StepOption option, Sent sent, Filed record) {
        var with = JsonNodeFactory.instance.objectNode();
        for (var content : option.contents()) {
            if (content.form() == Form.PERMISSIONS) {
                with.set(content.name(), new Narrowed(record).permissions(sent.values(Sent.ITEM)));
                continue;
            }
            var values = sent.values(content.name());
            if (values.isEmpty()) {
                continue;
            }
            switch (content.form()) {
                case NUMBER -> with.put(content.name(), Long.parseLong(values.get(0)));
                case CODES -> {
                    if (content.needed() || values.size() == 1) {
                        with.put(content.name(), values.get(0));
                    } else {
                        values.forEach(with.withArray(content.name())::add);
                    }
                }
                default -> with.put(content.name(), values.get(0));
            }
        }
        return with;
    }

    /** What was given, in words, for who has to do it again. */
    static LinkedHashMap<String, String> given(StepOption option, Sent sent, View view) {
        var given = new LinkedHashMap<String, String>();
        for (var content : option.contents()) {
            var values = sent.values(content.name());
            if (!values.isEmpty()) {
                var words = new TreeSet<>(values);
                var shown = content.choices().stream()
                        .filter(choice -> words.contains(choice.code()))
                        .map(choice -> view.t(choice.label()))
                        .toList();
                given.put(view.t(content.label()), String.join(" · ", shown.isEmpty() ? values : shown));
            }
        }
        return given;
    }
}
