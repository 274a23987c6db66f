package org.shuqi.decision;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.decision.ReferenceDecisions.Said;

/**
 * Reduces a registry and a question on which two deciders differ: takes out records, then statements, and leaves out parts
 * of the question, as long as the two still differ.
 */
final class Shrinker {

    private final Decider one;
    private final Decider other;

    Shrinker(Decider one, Decider other) {
        this.one = one;
        this.other = other;
    }

    /**
     * Where two deciders differ.
     *
     * @param quads the registry
     * @param question the question
     * @param one what the first says
     * @param other what the second says
     */
    record Counterexample(List<Quad> quads, Asked question, Said one, Said other) {

        @Override
        public String toString() {
            var text = new StringWriter();
            var dataset = graph(quads);
            var prefixes = dataset.prefixes();
            prefixes.add("sq", "https://w3id.org/shuqi/ns#");
            prefixes.add("odrl", "http://www.w3.org/ns/odrl/2/");
            prefixes.add("org", "http://www.w3.org/ns/org#");
            prefixes.add("dcat", "http://www.w3.org/ns/dcat#");
            prefixes.add("dct", "http://purl.org/dc/terms/");
            prefixes.add("skos", "http://www.w3.org/2004/02/skos/core#");
            prefixes.add("xsd", "http://www.w3.org/2001/XMLSchema#");
            RDFDataMgr.write(text, dataset, Lang.TRIG);
            return "%s%nthe first says %s%nthe second says %s%non these %d statements:%n%s"
                    .formatted(question, one, other, quads.size(), text);
        }
    }

    /** The smallest registry and question found on which the two still differ; empty if they do not to begin with. */
    Optional<Counterexample> shrink(DatasetGraph registry, Asked question) {
        var quads = new ArrayList<Quad>();
        registry.find().forEachRemaining(quads::add);
        var found = differ(quads, question);
        while (found.isPresent()) {
            var smaller = simplerQuestion(fewerStatements(fewerRecords(simplerQuestion(found.get()))));
            if (sizeOf(smaller) == sizeOf(found.get())) {
                return Optional.of(smaller);
            }
            found = Optional.of(smaller);
        }
        return found;
    }

    private static int sizeOf(Counterexample example) {
        return example.quads().size() * 100 + example.question().items().size() * 10 + parts(example.question());
    }

    private static int parts(Asked question) {
        return (question.provider().isPresent() ? 1 : 0)
                + (question.region().isPresent() ? 1 : 0)
                + (question.action() == Action.RECEIVE ? 0 : 1);
    }

    private Counterexample simplerQuestion(Counterexample from) {
        var example = from;
        for (var simpler : simpler(from.question())) {
            var found = differ(example.quads(), simpler);
            if (found.isPresent() && sizeOf(found.get()) < sizeOf(example)) {
                example = found.get();
            }
        }
        return example.equals(from) ? from : simplerQuestion(example);
    }

    private static List<Asked> simpler(Asked asked) {
        var simpler = new ArrayList<Asked>();
        if (asked.items().size() > 1) {
            asked.items().forEach(item -> simpler.add(about(asked, List.of(item))));
        }
        asked.provider().ifPresent(provider -> simpler.add(asked.between(Optional.empty(), asked.region())));
        asked.region().ifPresent(region -> simpler.add(asked.between(asked.provider(), Optional.empty())));
        if (asked.action() != Action.RECEIVE) {
            simpler.add(asked.receivedBy(asked.recipient()));
            asked.thirdParty().ifPresent(third -> simpler.add(asked.receivedBy(third)));
        }
        return simpler;
    }

    private static Asked about(Asked asked, List<String> items) {
        return new Asked(
                asked.recipient(),
                asked.dataset(),
                items,
                asked.purpose(),
                asked.method(),
                asked.action(),
                asked.thirdParty(),
                asked.destination(),
                asked.provider(),
                asked.region(),
                asked.at());
    }

    private Counterexample fewerRecords(Counterexample from) {
        var records = new LinkedHashMap<Node, List<Quad>>();
        from.quads().forEach(quad -> records.computeIfAbsent(quad.getSubject(), subject -> new ArrayList<>())
                .add(quad));
        return fewer(from, List.copyOf(records.values()));
    }

    private Counterexample fewerStatements(Counterexample from) {
        return fewer(from, from.quads().stream().map(List::of).toList());
    }

    /** Takes out half of the parts, then quarters, down to each by itself. */
    private Counterexample fewer(Counterexample from, List<List<Quad>> parts) {
        var example = from;
        var kept = new ArrayList<>(parts);
        for (var size = Math.max(1, kept.size() / 2); ; size /= 2) {
            for (var at = 0; at < kept.size(); ) {
                var without = new ArrayList<>(kept.subList(0, at));
                without.addAll(kept.subList(Math.min(kept.size(), at + size), kept.size()));
                var found = differ(without.stream().flatMap(List::stream).toList(), example.question());
                if (found.isPresent()) {
                    example = found.get();
                    kept = without;
                } else {
                    at += size;
                }
            }
            if (size == 1) {
                return example;
            }
        }
    }

    /** Nothing if one of them cannot say: what the question names may be gone. */
    private Optional<Counterexample> differ(List<Quad> quads, Asked question) {
        try {
            var registry = graph(quads);
            var first = one.answers(registry, List.of(question)).get(0);
            var second = other.answers(registry, List.of(question)).get(0);
            return first.equals(second)
                    ? Optional.empty()
                    : Optional.of(new Counterexample(quads, question, first, second));
        } catch (RuntimeException | AssertionError unanswerable) {
            return Optional.empty();
        }
    }

    private static DatasetGraph graph(List<Quad> quads) {
        var dataset = DatasetGraphFactory.create();
        quads.forEach(dataset::add);
        return dataset;
    }
}
