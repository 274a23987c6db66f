package org.shuqi.review;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.shuqi.decision.QuestionForm;

/** A finding as names and values: what HTTP and the command line write as JSON. */
public final class FindingForm {

    private FindingForm() {}

    /**
     * The finding as maps, lists and strings, in a fixed order.
     *
     * <p>Keys: {@code id} (the same for the same finding of the same revision and instant), {@code kind}, {@code group},
     * {@code severity}, {@code text} in the language asked for, {@code zh}, {@code en}, {@code records},
     * {@code organizations}, {@code witness} with the question, {@code outcome} and {@code stage} (or {@code refused}), and
     * {@code because}.
     */
    public static Map<String, Object> of(Finding finding, Locale language) {
        var form = new LinkedHashMap<String, Object>();
        form.put("id", id(finding));
        form.put("kind", finding.kind().code());
        form.put("group", finding.kind().group().code());
        form.put("severity", finding.kind().severity().code());
        form.put("text", finding.text().in(language));
        form.put("zh", finding.text().zh());
        form.put("en", finding.text().en());
        form.put("records", finding.records());
        form.put("organizations", finding.organizations());
        form.put("witness", witness(finding.witness()));
        return form;
    }

    private static String id(Finding finding) {
        var said = finding.kind().code() + " " + finding.records() + " " + finding.organizations() + " "
                + question(finding.witness().question());
        return UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Map<String, Object> witness(Finding.Witness witness) {
        var form = new LinkedHashMap<String, Object>();
        form.put("question", question(witness.question()));
        witness.outcome()
                .ifPresentOrElse(outcome -> form.put("outcome", outcome.code()), () -> form.put("refused", true));
        witness.stage().ifPresent(stage -> form.put("stage", stage));
        form.put(
                "because",
                Map.of("zh", witness.because().zh(), "en", witness.because().en()));
        return form;
    }

    /** The parts of a question that are stated, by the names that {@code /api/v1/decisions} gives them. */
    public static Map<String, Object> question(QuestionForm question) {
        var form = new LinkedHashMap<String, Object>();
        form.put("recipient", question.recipient());
        form.put("dataset", question.dataset());
        if (!question.items().isEmpty()) {
            form.put("items", List.copyOf(question.items()));
        }
        question.purpose().ifPresent(purpose -> form.put("purpose", purpose));
        question.method().ifPresent(method -> form.put("method", method));
        question.action().ifPresent(action -> form.put("action", action));
        question.thirdParty().ifPresent(third -> form.put("thirdParty", third));
        question.provider().ifPresent(provider -> form.put("provider", provider));
        question.region().ifPresent(region -> form.put("region", region));
        question.at().ifPresent(at -> form.put("at", at));
        question.knownAt().ifPresent(revision -> form.put("knownAt", revision));
        return form;
    }
}
