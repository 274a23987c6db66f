package org.shuqi.web.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.decision.Answer;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.ListForm;
import org.shuqi.decision.Lists;
import org.shuqi.decision.QuestionForm;
import org.shuqi.decision.Rows;
import org.shuqi.web.Address;

/** Who may receive a dataset on a day, and why. */
final class Users {

    /** The stage that says only that all before it were passed. */
    private static final String LAST = "S10";

    private final Decisions decisions;
    private final Things things;
    private final Locale reader;
    private final Node dataset;
    private final String name;
    private final Optional<String> purpose;
    private final Optional<String> at;

    /**
     * One question.
     *
     * @param name of the dataset, as the parameter of another page has it
     * @param purpose code of the purpose; nothing for any
     * @param at day or instant; nothing for now
     */
    Users(
            Decisions decisions,
            Things things,
            Locale reader,
            Node dataset,
            String name,
            Optional<String> purpose,
            Optional<String> at) {
        this.decisions = decisions;
        this.things = things;
        this.reader = reader;
        this.dataset = dataset;
        this.name = name;
        this.purpose = purpose;
        this.at = at;
    }

    Rows<Lists.Entry> rows() {
        return decisions.lists().recipients(new ListForm(question("", purpose), true, ListForm.Filter.NONE));
    }

    DatasetPage.Row row(Lists.Entry entry) {
        var asked = purpose.or(() -> entry.purposes().stream().findFirst());
        var answer = decisions.answer(question(entry.what().iri(), asked));
        var reasons = deciding(answer);
        return new DatasetPage.Row(
                things.of(entry.what().iri()),
                entry.purposes().stream()
                        .map(iri -> things.name(NodeFactory.createURI(iri)))
                        .toList(),
                entry.items().size(),
                reasons.stream()
                        .map(reason -> reason.text().in(reader))
                        .distinct()
                        .toList(),
                entry.grants().stream().map(things::of).toList(),
                reasons.stream()
                        .flatMap(reason -> reason.basis().stream())
                        .distinct()
                        .map(iri -> things.name(NodeFactory.createURI(iri)))
                        .toList(),
                entry.validUntil(),
                address(entry, asked));
    }

    /** Why it may be had: every reason but that nothing stands in the way, unless that is all. */
    private static List<Answer.Reason> deciding(Answer answer) {
        var found = answer.reasons().stream()
                .filter(reason -> !reason.stage().equals(LAST))
                .toList();
        return found.isEmpty() ? answer.reasons() : found;
    }

    private String address(Lists.Entry entry, Optional<String> asked) {
        return Address.of("/ask")
                .with("recipient", entry.what().iri())
                .with("dataset", name)
                .with("purpose", asked.map(Users::code).orElse(""))
                .with("at", at.orElse(""))
                .toString();
    }

    private static String code(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    private QuestionForm question(String recipient, Optional<String> what) {
        return new QuestionForm(
                recipient,
                dataset.getURI(),
                List.of(),
                what,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                at,
                OptionalLong.empty());
    }
}
