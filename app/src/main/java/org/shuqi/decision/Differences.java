package org.shuqi.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Dataset;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Terms;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * Which answers differ between two states of the registry that differ in some agreements.
 *
 * <p>A permission counts in a question only if the question is about its provider, one of its recipients and its data. So
 * every provider, entry and recipient that a permission of either state names is asked about, for each purpose and by each
 * method, in both states.
 */
final class Differences {

    /** Most questions that are asked, half of them of each state: some seconds. */
    private static final long MOST = 1_000_000;

    private final Edition before;
    private final Edition after;

    Differences(Edition before, Edition after) {
        this.before = before;
        this.after = after;
    }

    /** Who may give what to whom. */
    private record Flow(int provider, int dataset, int recipient) {}

    /** How an answer changes. */
    private record Turn(Outcome before, Outcome after) {}

    List<Difference> of(List<String> agreements, Instant at) {
        var flows = new LinkedHashSet<Flow>();
        var onward = new LinkedHashSet<Integer>();
        for (var edition : List.of(before, after)) {
            agreements.stream()
                    .map(edition.index()::id)
                    .filter(id -> id != Terms.NONE)
                    .flatMap(id -> edition.index().factsOf(id).stream())
                    .filter(Grant.class::isInstance)
                    .map(Grant.class::cast)
                    .forEach(grant -> {
                        flows.addAll(flows(edition.index(), grant));
                        grant.reach().onward().stream().forEach(onward::add);
                    });
        }
        var manners = manners(onward);
        var purposes = before.index().purposes().toArray();
        checkSize(flows, purposes.length * (long) manners.size());
        var found = new ArrayList<Difference>();
        for (var flow : flows) {
            for (var purpose : purposes) {
                manners.forEach(manner -> found.addAll(compare(flow, purpose, manner, at)));
            }
        }
        return found;
    }

    private static Set<Flow> flows(Index index, Grant grant) {
        var flows = new LinkedHashSet<Flow>();
        var recipients = grant.reach().assignees().stream()
                .flatMap(party -> IntStream.concat(IntStream.of(party), index.allWithin(party)))
                .filter(index::isOrganisation)
                .distinct()
                .toArray();
        var datasets = grant.reach().targets().stream()
                .flatMap(target -> datasets(index, target))
                .distinct()
                .toArray();
        grant.assigners().stream().forEach(provider -> {
            for (var dataset : datasets) {
                for (var recipient : recipients) {
                    flows.add(new Flow(provider, dataset, recipient));
                }
            }
        });
        return flows;
    }

    /** The entry, or that of the item; for a level, class, theme or catalogue any entry may be meant. */
    private static IntStream datasets(Index index, int target) {
        if (index.isDataset(target)) {
            return IntStream.of(target);
        }
        return index.owners(target).findAny().isPresent() ? index.owners(target) : index.datasets();
    }

    private static List<Question.Manner> manners(Set<Integer> onward) {
        return Stream.of(Method.values())
                .flatMap(method -> Stream.concat(
                        Stream.of(Question.Manner.receive(method)),
                        onward.stream()
                                .map(third ->
                                        new Question.Manner(method, Action.REDISTRIBUTE, third, Optional.empty()))))
                .toList();
    }

    private static void checkSize(Set<Flow> flows, long each) {
        var questions = 2 * flows.size() * each;
        if (questions > MOST) {
            throw Refusal.of(
                    Kind.LIMIT,
                    "协议涉及 %d 组提供方、条目和接收方，超过一次比较的限度；请缩小范围",
                    "the agreements reach %d combinations of provider, entry and recipient, more than one comparison takes; narrow them",
                    flows.size());
        }
    }

    private List<Difference> compare(Flow flow, int purpose, Question.Manner manner, Instant at) {
        var now = ask(before, flow, purpose, manner, at);
        var then = ask(after, flow, purpose, manner, at);
        var turns = new LinkedHashMap<Turn, List<String>>();
        now.forEach((item, outcome) -> {
            var turn = new Turn(outcome, then.getOrDefault(item, outcome));
            if (turn.before != turn.after) {
                turns.computeIfAbsent(turn, any -> new ArrayList<>())
                        .add(before.index().iri(item));
            }
        });
        var index = before.index();
        return turns.entrySet().stream()
                .map(entry -> new Difference(
                        index.iri(flow.provider),
                        index.iri(flow.dataset),
                        entry.getValue(),
                        index.iri(flow.recipient),
                        index.iri(purpose),
                        manner.method().code(),
                        Optional.of(manner.thirdParty())
                                .filter(third -> third != Terms.NONE)
                                .map(index::iri),
                        entry.getKey().before,
                        entry.getKey().after))
                .toList();
    }

    private static LinkedHashMap<Integer, Outcome> ask(
            Edition edition, Flow flow, int purpose, Question.Manner manner, Instant at) {
        var outcomes = new LinkedHashMap<Integer, Outcome>();
        var dataset = edition.index().dataset(flow.dataset);
        if (dataset.isPresent() && !dataset.get().items().isEmpty() && manner.thirdParty() != flow.recipient) {
            Rule.decide(edition.index(), edition.jurisdiction(), question(dataset.get(), flow, purpose, manner, at))
                    .rulings()
                    .forEach(one -> outcomes.put(one.item().iri(), one.ruling().outcome()));
        }
        return outcomes;
    }

    private static Question question(Dataset dataset, Flow flow, int purpose, Question.Manner manner, Instant at) {
        return new Question(flow.recipient, dataset, dataset.items(), purpose, manner, flow.provider, Terms.NONE, at);
    }
}
