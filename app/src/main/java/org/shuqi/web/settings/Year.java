package org.shuqi.web.settings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.G;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/**
 * The days on which one calendar departs from the week.
 *
 * @param spans holidays, in their order
 * @param worked days that are worked instead
 */
record Year(List<Span> spans, Set<LocalDate> worked) {

    Year {
        spans = spans.stream().sorted(Comparator.comparing(Span::first)).toList();
        worked = Set.copyOf(worked);
    }

    /** A holiday, from its first day to its last. */
    record Span(LocalDate first, LocalDate last, Text name) {

        boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /** A year of weekends. */
    static Year plain() {
        return new Year(List.of(), Set.of());
    }

    /** As a calendar has it. */
    static Year of(Node calendar, Graph registry) {
        var spans = new ArrayList<Span>();
        for (var span : G.listSP(registry, calendar, Sq.holidaySpan)) {
            var first = day(registry, span, Sq.firstDay);
            var last = day(registry, span, Sq.lastDay);
            if (first.isPresent() && last.isPresent()) {
                spans.add(new Span(
                        first.get(), last.get(), new Text(name(registry, span, "zh"), name(registry, span, "en"))));
            }
        }
        var worked = new TreeSet<LocalDate>();
        G.listSP(registry, calendar, Sq.makeUpDay).forEach(node -> day(node).ifPresent(worked::add));
        return new Year(spans, worked);
    }

    /** With days off, which then are not worked instead of others. */
    Year off(LocalDate first, LocalDate last, Text name) {
        var rest = this;
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            rest = rest.without(day);
        }
        return new Year(
                Stream.concat(rest.spans.stream(), Stream.of(new Span(first, last, name)))
                        .toList(),
                rest.worked);
    }

    /** With a day that is worked. */
    Year working(LocalDate day) {
        var rest = without(day);
        var more = new TreeSet<>(rest.worked);
        more.add(day);
        return new Year(rest.spans, more);
    }

    /** Without saying anything of the day; a holiday around it falls into two. */
    Year without(LocalDate day) {
        var rest = new ArrayList<Span>();
        for (var span : spans) {
            if (!span.holds(day)) {
                rest.add(span);
                continue;
            }
            if (span.first().isBefore(day)) {
                rest.add(new Span(span.first(), day.minusDays(1), span.name()));
            }
            if (span.last().isAfter(day)) {
                rest.add(new Span(day.plusDays(1), span.last(), span.name()));
            }
        }
        var less = new TreeSet<>(worked);
        less.remove(day);
        return new Year(rest, less);
    }

    /** What a calendar says for these days to hold. */
    Graph statements(Node calendar) {
        var said = GraphFactory.createDefaultGraph();
        for (var span : spans) {
            var node = NodeFactory.createURI(
                    calendar.getURI() + "#" + span.first().toString().substring(5));
            said.add(calendar, Sq.holidaySpan, node);
            said.add(node, Rdf.type, Sq.HolidaySpan);
            said.add(node, Sq.firstDay, literal(span.first()));
            said.add(node, Sq.lastDay, literal(span.last()));
            if (!span.name().zh().isEmpty()) {
                said.add(
                        node,
                        Skos.prefLabel,
                        NodeFactory.createLiteralLang(span.name().zh(), "zh"));
            }
            if (!span.name().en().isEmpty()) {
                said.add(
                        node,
                        Skos.prefLabel,
                        NodeFactory.createLiteralLang(span.name().en(), "en"));
            }
        }
        worked.forEach(day -> said.add(calendar, Sq.makeUpDay, literal(day)));
        return said;
    }

    static Node literal(LocalDate day) {
        return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
    }

    private static String name(Graph registry, Node node, String language) {
        return G.listSP(registry, node, Skos.prefLabel).stream()
                .filter(text -> text.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse("");
    }

    private static Optional<LocalDate> day(Graph registry, Node node, Node property) {
        return G.listSP(registry, node, property).stream().findFirst().flatMap(Year::day);
    }

    private static Optional<LocalDate> day(Node node) {
        return node.isLiteral() && node.getLiteralLexicalForm().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                ? Optional.of(LocalDate.parse(node.getLiteralLexicalForm()))
                : Optional.empty();
    }
}
