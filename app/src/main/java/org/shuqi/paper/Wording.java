package org.shuqi.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.shuqi.paper.Paper.Phrase;
import org.shuqi.paper.Paper.Sentence;
import org.shuqi.problem.Text;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Skos;

/** Says in one language what the signed text says in RDF. */
final class Wording {

    /** Names of terms that the ontology takes from elsewhere. */
    private static final Map<Node, Text> OTHERS = Map.of(
            Odrl.prohibition, new Text("禁止", "prohibited"),
            Odrl.obligation, new Text("义务", "obligation"),
            Odrl.assigner, new Text("提供方", "provider"),
            Odrl.assignee, new Text("接收方", "recipient"),
            Odrl.target, new Text("数据", "data"),
            Odrl.action, new Text("行为", "action"),
            Odrl.purpose, new Text("用途", "purpose"),
            Odrl.dateTime, new Text("时间", "time"),
            Odrl.delete, new Text("删除", "delete"));

    private final Graph signed;
    private final Graph registry;
    private final Node agreement;
    private final ZoneId zone;
    private final boolean english;

    Wording(Graph signed, Graph registry, Node agreement, ZoneId zone, boolean english) {
        this.signed = signed;
        this.registry = registry;
        this.agreement = agreement;
        this.zone = zone;
        this.english = english;
    }

    Node agreement() {
        return agreement;
    }

    Graph registry() {
        return registry;
    }

    boolean isEnglish() {
        return english;
    }

    String either(String zh, String en) {
        return english ? en : zh;
    }

    /** The sentence in the language of the paper. */
    Phrase phrase(String zh, String en) {
        return new Phrase(either(zh, en), english ? "en" : "zh");
    }

    /** The values of a property in the signed text, in the order of their spelling. */
    List<Node> all(Node subject, Node property) {
        return signed.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    Optional<Node> one(Node subject, Node property) {
        return all(subject, property).stream().findFirst();
    }

    /** Every property of a node in the signed text, in the order of their names. */
    List<Node> properties(Node subject) {
        return signed.find(subject, Node.ANY, Node.ANY).mapWith(Triple::getPredicate).toSet().stream()
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    /** Whether the signed text says what the node is: then it is a part of the agreement. */
    boolean isPart(Node node) {
        return !node.isLiteral() && signed.contains(node, Node.ANY, Node.ANY) && !node.equals(agreement);
    }

    /** The texts of a property: those in the language of the paper if there are any, else the others. */
    List<Phrase> texts(Node subject, Node property) {
        return inLanguage(all(subject, property));
    }

    private List<Phrase> inLanguage(List<Node> values) {
        var tag = english ? "en" : "zh";
        var mine = values.stream()
                .filter(value -> value.isLiteral() && value.getLiteralLanguage().startsWith(tag))
                .toList();
        var plain = values.stream()
                .filter(value ->
                        !value.isLiteral() || value.getLiteralLanguage().isEmpty())
                .toList();
        var rest = mine.isEmpty() && plain.isEmpty() ? values : mine;
        return java.util.stream.Stream.concat(rest.stream(), plain.stream())
                .map(this::value)
                .toList();
    }

    /** Any value: a text, a day, a length of time, or the name of what an IRI stands for. */
    Phrase value(Node value) {
        if (!value.isLiteral()) {
            return name(value);
        }
        var text = value.getLiteralLexicalForm();
        var type = value.getLiteralDatatype();
        if (XSDDatatype.XSDdate.equals(type) || XSDDatatype.XSDdateTime.equals(type)) {
            return day(text).map(day -> phrase(day, day)).orElse(new Phrase(text, ""));
        }
        if (XSDDatatype.XSDduration.equals(type)) {
            var said = Period.said(text, english);
            return phrase(said, said);
        }
        if (XSDDatatype.XSDboolean.equals(type)) {
            return text.equals("true") || text.equals("1") ? phrase("是", "yes") : phrase("否", "no");
        }
        return new Phrase(text, value.getLiteralLanguage());
    }

    /** The day, as official papers write it; of an instant the day on which it falls. */
    Optional<String> day(String text) {
        return Instants.parse(text, zone).map(this::day);
    }

    /** The last day of a term that ends at an instant: an end at midnight belongs to the day before. */
    Optional<String> lastDay(Node end) {
        var text = end.getLiteralLexicalForm();
        return Instants.parse(text, zone).map(instant -> day(instant.minusNanos(1)));
    }

    String day(Instant instant) {
        return day(instant.atZone(zone).toLocalDate());
    }

    private String day(LocalDate day) {
        return english
                ? day.toString()
                : String.format(Locale.ROOT, "%d年%d月%d日", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /** What people call the thing: its label, title or name, else the last part of its IRI. */
    Phrase name(Node thing) {
        var other = OTHERS.get(thing);
        if (other != null) {
            return phrase(other.zh(), other.en());
        }
        for (var property : List.of(Skos.prefLabel, Dct.title)) {
            var found = registry.find(thing, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                    .sorted(Comparator.comparing(Node::toString))
                    .toList();
            if (!found.isEmpty()) {
                return inLanguage(found).get(0);
            }
        }
        return new Phrase(thing.isURI() ? last(thing) : thing.toString(), "");
    }

    /** A sentence about a property; the value keeps its own language. */
    Sentence sentence(String id, Node property, Phrase value) {
        var text = value.text();
        var isEnglishText =
                value.language().isEmpty() ? english : value.language().startsWith("en");
        var ended = text.matches("(?s).*[。.！？!?]$") ? text : text + (isEnglishText ? "." : "。");
        return new Sentence(id, label(property) + either("：", ": "), new Phrase(ended, value.language()));
    }

    private String label(Node property) {
        var label = name(property).text();
        return english ? label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1) : label;
    }

    String names(List<Node> things) {
        return things.stream().map(this::value).map(Phrase::text).collect(Collectors.joining(either("、", ", ")));
    }

    static String last(Node iri) {
        return iri.getURI().replaceAll(".*[/#]", "");
    }

    /** The name of a part within the agreement. */
    String part(Node node) {
        var start = agreement.getURI() + "#";
        return node.isURI() && node.getURI().startsWith(start)
                ? node.getURI().substring(start.length())
                : node.isURI() ? last(node) : "part";
    }
}
