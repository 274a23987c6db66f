package org.shuqi.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;

/**
 * What the registry says, as values; what cannot be read counts as not said. Every list comes in one order. All is asked
 * of {@link #objects}, {@link #subjects} and {@link #says}.
 */
class Facts {

    private static final int LENGTH_OF_A_DATE = 10;

    private final Graph graph;
    private final ZoneId zone;

    Facts(Graph graph, ZoneId zone) {
        this.graph = graph;
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    /** The objects, sorted. */
    List<Node> all(Node subject, Node property) {
        return objects(subject, property).distinct().sorted(Facts::compare).toList();
    }

    /** The objects in no order, some perhaps twice. */
    Stream<Node> objects(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(triple -> triple.getObject()).toList().stream();
    }

    Optional<Node> one(Node subject, Node property) {
        return all(subject, property).stream().findFirst();
    }

    /** The subjects, sorted. */
    List<Node> having(Node property, Node object) {
        return subjects(property, object).distinct().sorted(Facts::compare).toList();
    }

    /** The subjects in no order, some perhaps twice. */
    Stream<Node> subjects(Node property, Node object) {
        return graph.find(Node.ANY, property, object).mapWith(triple -> triple.getSubject()).toList().stream();
    }

    boolean says(Node subject, Node property, Node object) {
        return graph.contains(subject, property, object);
    }

    boolean isA(Node subject, Node type) {
        return says(subject, Rdf.type, type);
    }

    boolean isTrue(Node subject, Node property) {
        return all(subject, property).stream().map(Facts::lexical).anyMatch(Set.of("true", "1")::contains);
    }

    boolean isFalse(Node subject, Node property) {
        return all(subject, property).stream().map(Facts::lexical).anyMatch(Set.of("false", "0")::contains);
    }

    /** The instants, the earliest first. */
    List<Instant> instants(Node subject, Node property) {
        return all(subject, property).stream()
                .flatMap(node -> Instants.parse(lexical(node), zone).stream())
                .sorted()
                .toList();
    }

    Optional<Instant> first(Node subject, Node property) {
        return instants(subject, property).stream().findFirst();
    }

    /** The smallest number above zero, if there is one. */
    OptionalInt number(Node subject, Node property) {
        return all(subject, property).stream()
                .map(Facts::lexical)
                .filter(text -> text.matches("\\d{1,4}"))
                .mapToInt(Integer::parseInt)
                .min();
    }

    /** The days, whatever time of day or offset stands behind them. */
    Set<LocalDate> days(Node subject, Node property) {
        var days = new LinkedHashSet<LocalDate>();
        all(subject, property).forEach(node -> day(lexical(node)).ifPresent(days::add));
        return days;
    }

    /** The day in the zone of the registry. */
    LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The day that a literal without a time of day names. */
    static Optional<LocalDate> day(String text) {
        return text.indexOf('T') < 0
                ? Instants.date(text.substring(0, Math.min(text.length(), LENGTH_OF_A_DATE)), java.time.ZoneOffset.UTC)
                        .map(instant -> instant.atZone(java.time.ZoneOffset.UTC).toLocalDate())
                : Optional.empty();
    }

    /** The division and those it lies in, nearest first. */
    List<Node> areas(Node division) {
        var line = new LinkedHashSet<Node>();
        for (var next = List.of(division); !next.isEmpty(); ) {
            var added = next.stream().filter(line::add).toList();
            next = added.stream()
                    .flatMap(each -> all(each, Skos.broader).stream())
                    .toList();
        }
        return List.copyOf(line);
    }

    /** The organisation and those it is part of, nearest first. */
    Stream<Node> withSuperiors(Node organization) {
        var line = new LinkedHashSet<Node>();
        for (Collection<Node> next = List.of(organization); !next.isEmpty(); ) {
            var added = next.stream().filter(line::add).toList();
            next = added.stream()
                    .flatMap(each -> all(each, Org.subOrganizationOf).stream())
                    .toList();
        }
        return line.stream();
    }

    static String lexical(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : "";
    }

    /** What follows the last slash. */
    static String code(Node concept) {
        var text = concept.toString();
        return text.substring(text.lastIndexOf('/') + 1);
    }

    static int compare(Node one, Node other) {
        return one.toString().compareTo(other.toString());
    }
}
