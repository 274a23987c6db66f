package org.shuqi.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.shuqi.decision.QuestionForm;
import org.shuqi.review.Court.Heard;
import org.shuqi.vocabulary.Sq;

/**
 * Rounds of passing on: A may pass data to B, B to C, and C back to A.
 *
 * <p>The query sorts what allows passing on by dataset, so one dataset's graph is in memory at a time. Its strongly connected
 * components are found first; the engine is asked about the links within them only, and a round is told if every link of it
 * is permitted.
 */
final class OnwardExaminer implements Examiner {

    /** Links of one dataset that are looked at. */
    private static final int MOST = 10_000;

    @Override
    public void examine(Session session, Consumer<Finding> found) {
        var flow = new Flow(session, found);
        session.queries().each("onward-cycle", flow::add);
        flow.close();
    }

    /**
     * What would let one organisation pass data to another.
     *
     * @param source agreement, request or consent
     * @param items items it is about; empty for all
     * @param purposes purposes it is for
     */
    private record Link(String from, String to, String source, List<String> items, List<String> purposes) {}

    /** The links of one dataset. */
    private static final class Flow {

        private final Session session;
        private final Consumer<Finding> found;
        private final Set<Link> links = new HashSet<>();
        private final Set<String> read = new HashSet<>();
        private String dataset = "";

        Flow(Session session, Consumer<Finding> found) {
            this.session = session;
            this.found = found;
        }

        void add(Queries.Row row) {
            var now = row.node("dataset").getURI();
            if (!now.equals(dataset)) {
                close();
                dataset = now;
            }
            var source = row.node("source");
            if (links.size() < MOST && read.add(source + " " + row.find("permission"))) {
                row.find("permission").ifPresentOrElse(rule -> grant(source, rule), () -> consent(source));
            }
        }

        private void grant(Node source, Node permission) {
            var claim = session.claims().read(source, permission);
            if (!claim.understood() || claim.holds().stream().noneMatch(span -> span.contains(session.at()))) {
                return;
            }
            session.strands().of(claim).stream()
                    .filter(strand -> strand.dataset().equals(dataset))
                    .forEach(strand -> link(
                            strand.recipients(), claim.onward(), source.getURI(), strand.items(), strand.purposes()));
        }

        private void consent(Node norm) {
            var register = session.register();
            if (!register.narrowest(norm).contains(session.at())) {
                return;
            }
            var subordinates = register.saysTrue(norm, Sq.includesSubordinates);
            var from = register.iris(norm, Sq.recipientScope).stream()
                    .flatMap(party -> session.strands().recipients(party, subordinates).stream())
                    .toList();
            var scopes = register.iris(norm, Sq.assetScope);
            var items = register.iris(Register.iri(dataset), Sq.dataItem).stream()
                    .filter(scopes::contains)
                    .toList();
            var purposes = register.iris(norm, Sq.purposeScope);
            link(
                    from,
                    register.iris(norm, Sq.thirdParty),
                    norm.getURI(),
                    scopes.contains(dataset) ? List.of() : items,
                    purposes.isEmpty()
                            ? List.copyOf(session.strands().allPurposes())
                            : List.copyOf(session.strands().below(new TreeSet<>(purposes))));
        }

        private void link(
                List<String> from, List<String> to, String source, List<String> items, List<String> purposes) {
            from.forEach(one -> to.stream()
                    .flatMap(party -> session.strands().recipients(party, false).stream())
                    .filter(other -> !other.equals(one))
                    .forEach(other -> links.add(new Link(one, other, source, items, purposes))));
        }

        /** Judges the dataset item by item; items with the same links are judged together. */
        void close() {
            if (links.size() > 1) {
                var graphs = new LinkedHashMap<Set<Link>, List<String>>();
                session.register().iris(Register.iri(dataset), Sq.dataItem).forEach(item -> {
                    var about = new HashSet<Link>();
                    links.stream()
                            .filter(link ->
                                    link.items().isEmpty() || link.items().contains(item))
                            .forEach(about::add);
                    graphs.computeIfAbsent(about, any -> new ArrayList<>()).add(item);
                });
                graphs.forEach(this::judge);
            }
            links.clear();
            read.clear();
        }

        private void judge(Set<Link> about, List<String> items) {
            for (var component : Components.of(steps(about))) {
                var permitted = new TreeMap<Step, Judged>();
                about.stream()
                        .filter(link -> component.contains(link.from()) && component.contains(link.to()))
                        .forEach(link -> passes(link, items)
                                .ifPresent(heard ->
                                        permitted.put(new Step(link.from(), link.to()), new Judged(link, heard))));
                var steps = new TreeMap<String, Set<String>>();
                permitted.keySet().forEach(step -> steps.computeIfAbsent(step.from(), any -> new TreeSet<>())
                        .add(step.to()));
                for (var round : Components.of(steps)) {
                    tell(Components.shortestRound(steps, round), permitted);
                }
            }
        }

        private static Map<String, Set<String>> steps(Set<Link> links) {
            var steps = new TreeMap<String, Set<String>>();
            links.forEach(link ->
                    steps.computeIfAbsent(link.from(), any -> new TreeSet<>()).add(link.to()));
            return steps;
        }

        private void tell(List<String> round, Map<Step, Judged> permitted) {
            var sources = new ArrayList<String>();
            Optional<Heard> last = Optional.empty();
            for (var at = 0; at < round.size(); at++) {
                var step = new Step(round.get(at), round.get((at + 1) % round.size()));
                var judged = Objects.requireNonNull(permitted.get(step));
                sources.add(judged.link().source());
                last = Optional.of(judged.heard());
            }
            last.ifPresent(heard -> found.accept(Words.aboutRound(session.register(), dataset, round, sources, heard)));
        }

        private Optional<Heard> passes(Link link, List<String> items) {
            return Strands.METHODS.stream()
                    .flatMap(method -> link.purposes().stream().map(purpose -> passes(link, items, purpose, method)))
                    .filter(Heard::permits)
                    .findFirst();
        }

        private Heard passes(Link link, List<String> items, String purpose, String method) {
            return session.court()
                    .ask(new QuestionForm(
                            link.from(),
                            dataset,
                            items,
                            Optional.of(purpose),
                            Optional.of(method),
                            Optional.of("redistribute"),
                            Optional.of(link.to()),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(session.at().toString()),
                            OptionalLong.empty()));
        }
    }

    private record Judged(Link link, Heard heard) {}

    /** From whom to whom. */
    private record Step(String from, String to) implements Comparable<Step> {
        @Override
        public int compareTo(Step other) {
            return (from + " " + to).compareTo(other.from + " " + other.to);
        }
    }
}
