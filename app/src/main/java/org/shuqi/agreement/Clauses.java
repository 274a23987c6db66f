package org.shuqi.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.agreement.Comparison.Change;
import org.shuqi.agreement.Comparison.Clause;
import org.shuqi.agreement.Comparison.Value;
import org.shuqi.problem.Text;
import org.shuqi.record.Filed;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Rdf;

/** Holds two agreements against each other, clause by clause. */
final class Clauses {

    private static final List<Node> PARTS = List.of(Odrl.permission, Odrl.prohibition, Odrl.obligation);

    /** What permissions are matched by if their names differ. */
    private static final List<Node> MATTER = List.of(Odrl.assigner, Odrl.assignee, Odrl.target);

    /** Names of terms that the ontology takes from elsewhere. */
    private static final Map<Node, Text> NAMES = Map.ofEntries(
            Map.entry(Odrl.permission, new Text("授权", "permission")),
            Map.entry(Odrl.prohibition, new Text("禁止", "prohibition")),
            Map.entry(Odrl.obligation, new Text("义务", "obligation")),
            Map.entry(Odrl.assigner, new Text("提供方", "provider")),
            Map.entry(Odrl.assignee, new Text("接收方", "recipient")),
            Map.entry(Odrl.target, new Text("数据", "data")),
            Map.entry(Odrl.action, new Text("行为", "action")),
            Map.entry(Odrl.duty, new Text("义务", "duty")),
            Map.entry(Odrl.purpose, new Text("用途", "purpose")),
            Map.entry(Odrl.dateTime, new Text("时间", "time")),
            Map.entry(Odrl.delete, new Text("删除", "delete")),
            Map.entry(Dct.title, new Text("名称", "title")));

    private final Graph registry;
    private final Filed one;
    private final Filed other;
    private final List<Clause> found = new ArrayList<>();

    Clauses(Graph registry, Filed one, Filed other) {
        this.registry = registry;
        this.one = one;
        this.other = other;
    }

    /** A permission, prohibition or obligation: what it says about each matter. */
    private record Part(String name, Map<String, Map<String, Value>> says, Map<String, Text> labels) {}

    List<Clause> differ() {
        var before = says(one, one.iri(), true);
        var after = says(other, other.iri(), true);
        compare(Optional.empty(), before, after);
        for (var kind : PARTS) {
            match(kind, parts(one, kind), parts(other, kind));
        }
        return found;
    }

    private void match(Node kind, List<Part> before, List<Part> after) {
        var left = new ArrayList<>(before);
        var right = new ArrayList<>(after);
        before.forEach(part -> right.stream()
                .filter(each -> each.name.equals(part.name))
                .findFirst()
                .or(() -> right.stream()
                        .filter(each -> isAboutTheSame(part, each))
                        .findFirst())
                .ifPresent(pair -> {
                    left.remove(part);
                    right.remove(pair);
                    compare(Optional.of(pair.name), part, pair);
                }));
        left.forEach(part -> whole(kind, part, Change.REMOVED));
        right.forEach(part -> whole(kind, part, Change.ADDED));
    }

    private static boolean isAboutTheSame(Part one, Part other) {
        return MATTER.stream().map(Said::last).allMatch(matter -> one.says
                .getOrDefault(matter, Map.of())
                .keySet()
                .equals(other.says.getOrDefault(matter, Map.of()).keySet()));
    }

    private void compare(Optional<String> name, Part before, Part after) {
        var matters = new TreeSet<>(before.says.keySet());
        matters.addAll(after.says.keySet());
        for (var matter : matters) {
            var old = before.says.getOrDefault(matter, Map.of());
            var now = after.says.getOrDefault(matter, Map.of());
            var gone = without(old, now);
            var come = without(now, old);
            if (!gone.isEmpty() || !come.isEmpty()) {
                var label =
                        after.labels.getOrDefault(matter, before.labels.getOrDefault(matter, new Text(matter, matter)));
                found.add(clause(name, matter, label, gone, come));
            }
        }
    }

    private static List<Value> without(Map<String, Value> some, Map<String, Value> others) {
        return some.entrySet().stream()
                .filter(entry -> !others.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Clause clause(Optional<String> part, String matter, Text label, List<Value> gone, List<Value> come) {
        var change = gone.isEmpty() ? Change.ADDED : come.isEmpty() ? Change.REMOVED : Change.CHANGED;
        var zh = new ArrayList<String>();
        var en = new ArrayList<String>();
        if (!gone.isEmpty()) {
            zh.add("删去 " + list(gone, "zh"));
            en.add("no longer " + list(gone, "en"));
        }
        if (!come.isEmpty()) {
            zh.add("增加 " + list(come, "zh"));
            en.add("now " + list(come, "en"));
        }
        var where = part.map(name -> name + " ").orElse("");
        return new Clause(
                part,
                matter,
                label,
                change,
                gone,
                come,
                new Text(
                        where + label.zh() + "：" + String.join("；", zh),
                        where + label.en() + ": " + String.join("; ", en)));
    }

    private static String list(List<Value> values, String language) {
        return values.stream()
                .map(value -> language.equals("zh")
                        ? value.label().zh()
                        : value.label().en())
                .collect(Collectors.joining(language.equals("zh") ? "、" : ", "));
    }

    /** A permission that one side has alone, with all it says. */
    private void whole(Node kind, Part part, Change change) {
        var empty = new Part(part.name, Map.of(), Map.of());
        var label = NAMES.getOrDefault(kind, new Said(registry, kind).name());
        found.add(new Clause(
                Optional.of(part.name),
                Said.last(kind),
                label,
                change,
                List.of(),
                List.of(),
                change == Change.ADDED
                        ? Text.of("增加%s %s", "new %2$s: %3$s", label.zh(), part.name, label.en())
                        : new Text("删去" + label.zh() + " " + part.name, label.en() + " " + part.name + " is gone")));
        if (change == Change.ADDED) {
            compare(Optional.of(part.name), empty, part);
        } else {
            compare(Optional.of(part.name), part, empty);
        }
    }

    private List<Part> parts(Filed agreement, Node kind) {
        return new Said(agreement.description(), agreement.iri())
                .all(kind).stream()
                        .filter(node -> !Copy.hasLimit(agreement.description(), node, "left"))
                        .map(node -> says(agreement, node, false))
                        .toList();
    }

    private Part says(Filed agreement, Node node, boolean whole) {
        var says = new TreeMap<String, Map<String, Value>>();
        var labels = new TreeMap<String, Text>();
        agreement.description().find(node, Node.ANY, Node.ANY).forEachRemaining(triple -> {
            var property = triple.getPredicate();
            var value = triple.getObject();
            if (property.equals(Rdf.type) || (whole && (Copy.FATE.contains(property) || PARTS.contains(property)))) {
                return;
            }
            if (property.equals(Odrl.constraint)) {
                constraint(agreement, value, says, labels);
            } else {
                put(says, labels, Said.last(property), label(property), key(agreement, value), value(agreement, value));
            }
        });
        return new Part(name(agreement, node), says, labels);
    }

    /** Purposes and methods one by one; what limits the time of who joined is no clause. */
    private void constraint(
            Filed agreement, Node node, Map<String, Map<String, Value>> says, Map<String, Text> labels) {
        if (Copy.isLimit(node, "joined")) {
            return;
        }
        var said = new Said(agreement.description(), node);
        var about = said.one(Odrl.leftOperand).filter(Node::isURI);
        var operator = said.code(Odrl.operator).orElse("");
        var matter = about.map(Said::last).orElse("constraint")
                + (Set.of("isAnyOf", "isA", "eq", "").contains(operator) ? "" : " " + operator);
        said.all(Odrl.rightOperand)
                .forEach(value -> put(
                        says,
                        labels,
                        matter,
                        about.map(this::label).orElse(new Text("限制", "constraint")),
                        key(agreement, value),
                        value(agreement, value)));
    }

    private static void put(
            Map<String, Map<String, Value>> says,
            Map<String, Text> labels,
            String matter,
            Text label,
            String key,
            Value value) {
        says.computeIfAbsent(matter, any -> new TreeMap<>()).put(key, value);
        labels.put(matter, label);
    }

    private Text label(Node property) {
        var name = NAMES.get(property);
        return name == null ? new Said(registry, property).name() : name;
    }

    /** By what two values are the same: an own node by what it says, whatever it is called. */
    private String key(Filed agreement, Node value) {
        return isOwn(agreement, value) ? contents(agreement, value).toString() : value.toString();
    }

    private Value value(Filed agreement, Node value) {
        if (isOwn(agreement, value)) {
            var contents = contents(agreement, value);
            return new Value(name(agreement, value), new Text(joined(contents, true), joined(contents, false)));
        }
        if (value.isLiteral()) {
            var text = value.getLiteralLexicalForm();
            return new Value(text, new Text(text, text));
        }
        return new Value(value.toString(), label(value));
    }

    private static String joined(Map<String, List<Text>> contents, boolean zh) {
        return contents.values().stream()
                .map(texts -> texts.stream()
                        .map(text -> zh ? text.zh() : text.en())
                        .distinct()
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" · "));
    }

    private Map<String, List<Text>> contents(Filed agreement, Node own) {
        var contents = new LinkedHashMap<String, List<Text>>();
        var said = new Said(agreement.description(), own);
        agreement.description().find(own, Node.ANY, Node.ANY).mapWith(triple -> triple.getPredicate()).toSet().stream()
                .filter(property -> !property.equals(Rdf.type))
                .sorted(java.util.Comparator.comparing(Node::getURI))
                .forEach(property -> contents.put(
                        Said.last(property),
                        said.all(property).stream()
                                .map(value -> isOwn(agreement, value)
                                        ? new Text(name(agreement, value), name(agreement, value))
                                        : value.isLiteral()
                                                ? new Text(value.getLiteralLexicalForm(), value.getLiteralLexicalForm())
                                                : label(value))
                                .toList()));
        return contents;
    }

    private static boolean isOwn(Filed agreement, Node node) {
        return node.isBlank()
                || (node.isURI() && node.getURI().startsWith(agreement.iri().getURI() + "#"));
    }

    private static String name(Filed agreement, Node node) {
        return node.isURI() && node.getURI().startsWith(agreement.iri().getURI() + "#")
                ? node.getURI().substring(agreement.iri().getURI().length() + 1)
                : node.toString();
    }
}
