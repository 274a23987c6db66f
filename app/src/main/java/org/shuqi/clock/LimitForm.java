package org.shuqi.clock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.graph.Snapshot;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** A time limit as names and values, with the names of what it mentions in both languages. */
public final class LimitForm {

    private final Graph graph;

    /** Takes the names from this revision. */
    public LimitForm(Snapshot now) {
        this.graph = now.union();
    }

    /** As names and values, for JSON. */
    public Map<String, Object> of(TimeLimit limit) {
        var form = new LinkedHashMap<String, Object>();
        form.put("clock", limit.code());
        form.put("label", both(name(Sq.code("clock", limit.code()))));
        form.put("record", named(limit.record()));
        form.put("responsible", limit.responsible().stream().map(this::named).toList());
        form.put("state", limit.state().code());
        form.put("stateLabel", both(limit.state().label()));
        form.put("startedAt", limit.startedAt().toString());
        form.put("startedOn", limit.startedOn().toString());
        limit.dueOn().ifPresent(day -> form.put("dueOn", day.toString()));
        limit.dueAt().ifPresent(instant -> form.put("dueAt", instant.toString()));
        limit.stoppedAt().ifPresent(instant -> form.put("stoppedAt", instant.toString()));
        limit.left().ifPresent(days -> form.put("workingDaysLeft", days));
        form.put("extendedBy", limit.extendedBy());
        form.put("basis", basis(limit.basis()));
        form.put("calendarAssumed", limit.assumed());
        form.put("remarks", limit.remarks().stream().map(LimitForm::remark).toList());
        limit.violation().ifPresent(code -> form.put("violation", Facts.code(code)));
        return form;
    }

    /** What the clock is called. */
    public Text clock(TimeLimit limit) {
        return name(Sq.code("clock", limit.code()));
    }

    /** Label or title in both languages, else the last segment of the IRI. */
    public Text name(Node node) {
        var labels = new ArrayList<Node>();
        for (var property : List.of(Skos.prefLabel, Dct.title)) {
            if (labels.isEmpty()) {
                graph.find(node, property, Node.ANY).forEachRemaining(triple -> labels.add(triple.getObject()));
            }
        }
        var plain = Facts.code(node);
        var zh = in(labels, "zh").or(() -> in(labels, "")).or(() -> in(labels, "en"));
        var en = in(labels, "en").or(() -> in(labels, "")).or(() -> in(labels, "zh"));
        return new Text(zh.orElse(plain), en.orElse(plain));
    }

    private Map<String, Object> basis(TimeLimit.Basis basis) {
        var form = new LinkedHashMap<String, Object>();
        form.put("rule", basis.rule().toString());
        basis.profile().ifPresent(profile -> form.put("profile", named(profile)));
        basis.deadline().ifPresent(deadline -> form.put("deadline", deadline.toString()));
        basis.length().ifPresent(length -> form.put("length", length));
        form.put("unit", basis.unit().code());
        form.put("law", basis.law().stream().map(this::named).toList());
        return form;
    }

    private Map<String, Object> named(Node node) {
        var form = new LinkedHashMap<String, Object>();
        form.put("id", node.toString());
        form.put("label", both(name(node)));
        return form;
    }

    private static Map<String, Object> remark(Remark remark) {
        var form = new LinkedHashMap<String, Object>();
        form.put("code", remark.code());
        form.put("text", both(remark.text()));
        return form;
    }

    private static Map<String, Object> both(Text text) {
        var form = new LinkedHashMap<String, Object>();
        form.put("zh", text.zh());
        form.put("en", text.en());
        return form;
    }

    private static Optional<String> in(List<Node> labels, String language) {
        return labels.stream()
                .filter(node -> node.isLiteral() && node.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst();
    }
}
