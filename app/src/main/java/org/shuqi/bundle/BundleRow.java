package org.shuqi.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.shuqi.decision.Answer;
import org.shuqi.decision.AnswerForm;
import org.shuqi.record.JsonTree;

/** The answers about one dataset: each once, with the methods and purposes that it is the answer for. */
final class BundleRow {

    /** The parts of an answer that tell what to do; why, and what else could be done, is the registry's to say. */
    private static final List<String> KEPT =
            List.of("outcome", "stage", "items", "permitted", "duties", "grants", "validUntil", "withheld");

    private final String dataset;
    private final List<String> codes;
    private final Map<JsonNode, Map<String, List<Integer>>> answers = new LinkedHashMap<>();

    BundleRow(String dataset, List<String> codes) {
        this.dataset = dataset;
        this.codes = codes;
    }

    /** @param purpose place of the purpose in the head */
    void add(int purpose, String method, Answer answer, Locale language) {
        var form = AnswerForm.of(answer, language);
        form.keySet().retainAll(KEPT);
        answers.computeIfAbsent(JsonTree.tree(form), same -> new TreeMap<>())
                .computeIfAbsent(method, same -> new ArrayList<>())
                .add(purpose);
    }

    JsonNode tree() {
        var row = JsonTree.object();
        row.put("dataset", dataset);
        row.set("codes", JsonTree.tree(codes));
        var all = row.putArray("answers");
        answers.forEach((answer, asked) -> {
            var one = all.addObject();
            one.set("for", JsonTree.tree(asked));
            one.setAll((ObjectNode) answer);
        });
        return row;
    }
}
