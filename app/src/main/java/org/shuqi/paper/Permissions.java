package org.shuqi.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.shuqi.paper.Paper.Phrase;
import org.shuqi.paper.Paper.Sentence;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** One permission, or another part of the agreement, in sentences. */
final class Permissions {

    /** What the sentence of the grant, the annex and the article on duties tell. */
    private static final Set<Node> TOLD =
            Set.of(Rdf.type, Odrl.assigner, Odrl.assignee, Odrl.target, Odrl.action, Odrl.constraint, Odrl.duty);

    private static final Map<String, Text> OPERATORS = Map.of(
            "isNoneOf", new Text("不含", "none of"),
            "isAllOf", new Text("须全部符合", "all of"),
            "neq", new Text("不是", "not"),
            "lt", new Text("早于", "before"),
            "lteq", new Text("不晚于", "not after"),
            "gt", new Text("晚于", "after"),
            "gteq", new Text("不早于", "not before"));

    private final Wording words;
    private final Node part;

    Permissions(Wording words, Node part) {
        this.words = words;
        this.part = part;
    }

    /** Who gives which annex to whom, what for, and how. */
    Sentence grant(int annex) {
        var provider = words.names(words.all(part, Odrl.assigner));
        var recipients = words.names(words.all(part, Odrl.assignee));
        var zh = new StringBuilder(provider + "向" + recipients + "提供附件" + annex + "所列数据");
        var en = new StringBuilder(provider + " provides " + recipients + " with the data of annex " + annex);
        var purposes = operands(Odrl.purpose);
        if (!purposes.isEmpty()) {
            zh.append("，用于").append(purposes);
            en.append(", for ").append(purposes);
        }
        var methods = operands(Sq.method);
        if (!methods.isEmpty()) {
            zh.append("，提供方式为").append(methods);
            en.append(", by ").append(methods);
        }
        var onward = words.all(part, Odrl.action);
        if (onward.stream().anyMatch(action -> !action.equals(Sq.receive))) {
            zh.append("；允许的行为：").append(words.names(onward));
            en.append("; permitted actions: ").append(words.names(onward));
        }
        return new Sentence(words.part(part), "", words.phrase(zh + "。", en + "."));
    }

    /** What else the permission says. */
    List<Sentence> terms() {
        var terms = new ArrayList<Sentence>();
        for (var constraint : words.all(part, Odrl.constraint)) {
            if (!isTold(constraint)) {
                terms.add(new Sentence(words.part(constraint), "", limit(constraint)));
            }
        }
        for (var property : words.properties(part)) {
            if (!TOLD.contains(property)) {
                terms.add(words.sentence(words.part(part) + "." + Wording.last(property), property, values(property)));
            }
        }
        return terms;
    }

    List<Sentence> duties() {
        return words.all(part, Odrl.duty).stream()
                .map(duty -> new Sentence(words.part(duty), "", new Permissions(words, duty).duty()))
                .toList();
    }

    private Phrase duty() {
        var named = words.texts(part, Skos.prefLabel);
        var said = named.isEmpty()
                ? words.names(words.all(part, Odrl.action))
                : named.get(0).text();
        var due = List.of(Sq.dueDate, Sq.dueEvery, Sq.dueWithin, Sq.dueAfterEnd).stream()
                .filter(property -> words.one(part, property).isPresent())
                .map(property ->
                        words.name(property).text() + words.either("：", ": ") + words.names(words.all(part, property)))
                .collect(Collectors.joining(words.either("，", ", ")));
        var when = due.isEmpty() ? "" : words.either("（" + due + "）", " (" + due + ")");
        return words.phrase(said + when + "。", said + when + ".");
    }

    /** All it says as one text, for parts that no article knows. */
    Phrase everything() {
        var said = words.properties(part).stream()
                .filter(property -> !property.equals(Rdf.type))
                .map(property -> words.name(property).text()
                        + words.either("：", ": ")
                        + values(property).text())
                .collect(Collectors.joining(words.either("；", "; ")));
        return words.phrase(said, said);
    }

    private Phrase values(Node property) {
        var values = words.all(part, property);
        if (values.stream().anyMatch(words::isPart)) {
            var said = values.stream()
                    .map(value -> words.isPart(value)
                            ? new Permissions(words, value).everything().text()
                            : words.value(value).text())
                    .collect(Collectors.joining(words.either("；", "; ")));
            return words.phrase(said, said);
        }
        var said = values.stream().allMatch(Node::isLiteral)
                ? words.texts(part, property).stream()
                        .map(Phrase::text)
                        .collect(Collectors.joining(words.either("；", "; ")))
                : words.names(values);
        return words.phrase(said, said);
    }

    private String operands(Node about) {
        return words.all(part, Odrl.constraint).stream()
                .filter(this::isTold)
                .filter(constraint -> words.all(constraint, Odrl.leftOperand).contains(about))
                .map(constraint -> words.names(words.all(constraint, Odrl.rightOperand)))
                .collect(Collectors.joining(words.either("、", ", ")));
    }

    /** Whether the sentence of the grant tells the constraint: purposes and methods that are allowed. */
    private boolean isTold(Node constraint) {
        var about = words.one(constraint, Odrl.leftOperand);
        var operator = operator(constraint);
        return about.filter(node -> node.equals(Odrl.purpose) || node.equals(Sq.method))
                        .isPresent()
                && !OPERATORS.containsKey(operator);
    }

    private String operator(Node constraint) {
        return words.one(constraint, Odrl.operator)
                .filter(Node::isURI)
                .map(Wording::last)
                .orElse("");
    }

    private Phrase limit(Node constraint) {
        var about = words.names(words.all(constraint, Odrl.leftOperand));
        var operator = OPERATORS.getOrDefault(operator(constraint), new Text("为", "is"));
        var values = words.names(words.all(constraint, Odrl.rightOperand));
        return words.phrase(
                "限制：" + about + operator.zh() + values + "。",
                "Limit: " + about + " " + operator.en() + " " + values + ".");
    }
}
