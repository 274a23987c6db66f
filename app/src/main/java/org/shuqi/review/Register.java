package org.shuqi.review;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.problem.Text;
import org.shuqi.time.Instants;
import org.shuqi.time.Span;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** The graph under review, read node by node. */
final class Register {

    private final Graph graph;
    private final ZoneId zone;

    Register(Graph graph, ZoneId zone) {
        this.graph = graph;
        this.zone = zone;
    }

    static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    List<Node> objects(Node subject, Node predicate) {
        if (subject.isLiteral()) {
            return List.of();
        }
        var found = graph.find(subject, predicate, Node.ANY);
        try {
            return found.mapWith(triple -> triple.getObject()).toList().stream()
                    .distinct()
                    .toList();
        } finally {
            found.close();
        }
    }

    List<Node> subjects(Node predicate, Node object) {
        return firstSubjects(predicate, object, Integer.MAX_VALUE);
    }

    /** So many of them only: enough to see that there are too many. */
    List<Node> firstSubjects(Node predicate, Node object, int most) {
        var found = graph.find(Node.ANY, predicate, object);
        try {
            var subjects = new LinkedHashSet<Node>();
            while (found.hasNext() && subjects.size() < most) {
                subjects.add(found.next().getSubject());
            }
            return List.copyOf(subjects);
        } finally {
            found.close();
        }
    }

    List<String> iris(Node subject, Node predicate) {
        return objects(subject, predicate).stream()
                .filter(Node::isURI)
                .map(Node::getURI)
                .sorted()
                .toList();
    }

    boolean isA(Node subject, Node type) {
        return graph.contains(subject, Rdf.type, type);
    }

    boolean says(Node subject, Node predicate) {
        return graph.contains(subject, predicate, Node.ANY);
    }

    boolean saysTrue(Node subject, Node predicate) {
        var values = objects(subject, predicate);
        return !values.isEmpty() && values.stream().allMatch(Register::isTrue);
    }

    private static boolean isTrue(Node value) {
        return value.isLiteral() && List.of("true", "1").contains(value.getLiteralLexicalForm());
    }

    /** The instants that are stated; empty if one of them cannot be read. */
    Optional<List<Instant>> instants(Node subject, Node predicate) {
        var read = objects(subject, predicate).stream()
                .map(node -> node.isLiteral()
                        ? Instants.parse(node.getLiteralLexicalForm(), zone)
                        : Optional.<Instant>empty())
                .toList();
        return read.stream().allMatch(Optional::isPresent)
                ? Optional.of(read.stream()
                        .flatMap(Optional::stream)
                        .distinct()
                        .sorted()
                        .toList())
                : Optional.empty();
    }

    /** The only instant that is stated. */
    Optional<Instant> instant(Node subject, Node predicate) {
        return instants(subject, predicate).filter(all -> all.size() == 1).map(all -> all.get(0));
    }

    /** The period of what holds data back: an end that is missing or unclear does not limit it. */
    Span widest(Node subject) {
        return new Span(
                instant(subject, Sq.validFrom).orElse(Instant.MIN),
                instant(subject, Sq.validUntil).orElse(Instant.MAX));
    }

    /** The period of what lets data flow: never, if a stated end is unclear. */
    Span narrowest(Node subject) {
        return isUnclear(subject, Sq.validFrom) || isUnclear(subject, Sq.validUntil) ? Span.NEVER : widest(subject);
    }

    private boolean isUnclear(Node subject, Node predicate) {
        return says(subject, predicate) && instant(subject, predicate).isEmpty();
    }

    /** Everything reached by steps from the starts, the starts included, until there are too many. */
    Set<Node> reached(List<Node> starts, Function<Node, List<Node>> step, int most) {
        var reached = new LinkedHashSet<>(starts);
        var waiting = new ArrayDeque<>(reached);
        while (!waiting.isEmpty() && reached.size() <= most) {
            for (var next : step.apply(waiting.remove())) {
                if (reached.add(next)) {
                    waiting.add(next);
                }
            }
        }
        return reached;
    }

    /** The number of an agreement or request, the label or title of anything else, in both languages. */
    Text name(String iri) {
        var node = iri(iri);
        return (isSource(node) ? number(node) : Optional.<Text>empty()).orElseGet(() -> label(node));
    }

    boolean isAgreement(Node node) {
        return isA(node, Sq.SharingAgreement) || isA(node, Sq.ProcurementContract);
    }

    boolean isSource(Node node) {
        return isAgreement(node) || isA(node, Sq.SharingRequest);
    }

    private Optional<Text> number(Node node) {
        return objects(node, Dct.identifier).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst()
                .map(text -> new Text(text, text));
    }

    private Text label(Node node) {
        var labels = Stream.of(Skos.prefLabel, Dct.title)
                .map(property -> objects(node, property))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        var plain = node.getURI().replaceAll(".*[/#](?=.)", "");
        var zh = in(labels, "zh").or(() -> in(labels, "")).or(() -> in(labels, "en"));
        var en = in(labels, "en").or(() -> in(labels, "")).or(() -> in(labels, "zh"));
        return new Text(zh.orElse(plain), en.orElse(plain));
    }

    private static Optional<String> in(List<Node> labels, String language) {
        return labels.stream()
                .filter(node -> node.isLiteral() && node.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst();
    }
}
