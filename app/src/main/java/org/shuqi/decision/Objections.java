package org.shuqi.decision;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Derivation;
import org.shuqi.problem.Text;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** The marks on data whose correctness is in question: who receives such data is told. */
final class Objections implements Derivation<Objections.Marks> {

    private static final Node MARKS = Quad.unionGraph;

    private final ZoneId zone;

    /** In a zone, where a plain date begins. */
    Objections(ZoneId zone) {
        this.zone = zone;
    }

    /** One mark: the node, and from when until when it holds. */
    record Mark(String iri, Instant from, Instant until) {

        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }

        Answer.Duty duty() {
            return new Answer.Duty(
                    "check-before-use",
                    Text.of(
                            "该数据有未了结的校核申请（自 %s 起）；使用前请核对，结果以校核为准（政务数据共享条例第二十六条）",
                            "a correction request about these data is open (since %s); check before use, what the correction says holds (Order 809 Art 26)",
                            from),
                    iri);
        }
    }

    /** All marks, by the IRI of the data set or item that bears them. */
    record Marks(Map<String, List<Mark>> byData) {

        /** Nothing is in question. */
        static final Marks NONE = new Marks(Map.of());

        /** The answer, with the marks on what may flow. */
        Answer on(Answer answer, String dataset, Instant at) {
            if (byData.isEmpty() || answer.items().stream().noneMatch(item -> item.outcome() == Outcome.PERMIT)) {
                return answer;
            }
            var duties = new ArrayList<>(answer.duties());
            Stream.concat(Stream.of(dataset), answer.items().stream().map(Answer.ItemAnswer::item))
                    .flatMap(data -> byData.getOrDefault(data, List.of()).stream())
                    .filter(mark -> mark.holds(at))
                    .map(Mark::duty)
                    .distinct()
                    .forEach(duties::add);
            return answer.withDuties(duties);
        }
    }

    @Override
    public Marks build(DatasetGraph whole, long revision) {
        var found = new HashMap<String, List<Mark>>();
        whole.find(MARKS, Node.ANY, Rdf.type, Sq.ObjectionMark).forEachRemaining(quad -> {
            var mark = quad.getSubject();
            var span = new Mark(
                    mark.toString(),
                    instant(whole, mark, Sq.validFrom).orElse(Instant.MIN),
                    instant(whole, mark, Sq.validUntil).orElse(Instant.MAX));
            whole.find(MARKS, mark, Sq.about, Node.ANY).forEachRemaining(about -> found.computeIfAbsent(
                            about.getObject().toString(), any -> new ArrayList<>())
                    .add(span));
        });
        found.replaceAll((data, marks) ->
                marks.stream().sorted(java.util.Comparator.comparing(Mark::iri)).toList());
        return new Marks(Map.copyOf(found));
    }

    @Override
    public Marks next(Marks previous, DatasetGraph now, long revision, Delta delta) {
        return Stream.concat(delta.removed().stream(), delta.added().stream()).anyMatch(quad -> concerns(quad, now))
                ? build(now, revision)
                : previous;
    }

    private static boolean concerns(Quad quad, DatasetGraph now) {
        return quad.getObject().equals(Sq.ObjectionMark)
                || now.contains(MARKS, quad.getSubject(), Rdf.type, Sq.ObjectionMark);
    }

    private Optional<Instant> instant(DatasetGraph graph, Node mark, Node property) {
        var values = graph.find(MARKS, mark, property, Node.ANY);
        return values.hasNext()
                ? Instants.parse(values.next().getObject().getLiteralLexicalForm(), zone)
                : Optional.empty();
    }
}
