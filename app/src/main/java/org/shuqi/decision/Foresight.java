package org.shuqi.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Dataset;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Terms;

/**
 * Which answers differ between two states of the registry that differ in some words.
 *
 * <p>A word may matter to any question, so all are asked: every entry, every organisation, every purpose, every method. If
 * they are too many, an even sample of them, in which neighbours in any of the four never share a pattern.
 */
final class Foresight {

    /** Most questions that are asked of each state: a few seconds. */
    static final long MOST = 400_000;

    /** So many changed answers are told one by one. */
    private static final int TOLD = 100;

    private final Edition before;
    private final Edition after;
    private final Set<String> edited;
    private final long most;

    Foresight(Edition before, Edition after, Set<String> edited, long most) {
        this.before = before;
        this.after = after;
        this.edited = Set.copyOf(edited);
        this.most = most;
    }

    /** How an answer changes. */
    private record Turn(Outcome before, Outcome after) {}

    /** Everything that can be asked about. */
    private record Field(int[] datasets, int[] recipients, int[] purposes) {

        long size() {
            return (long) datasets.length * recipients.length * purposes.length * Method.values().length;
        }
    }

    Impact ask(Instant at, LongConsumer progress) {
        var moved = edited.stream().filter(this::decides).toList();
        if (moved.isEmpty()) {
            return Impact.NONE;
        }
        var field = field(moved);
        var size = field.size();
        if (size == 0) {
            return Impact.NONE;
        }
        var asked = Math.min(size, most);
        var step = stride(size, asked);
        var turns = new TreeMap<Turn, Long>(Comparator.comparing(Turn::before).thenComparing(Turn::after));
        var told = new ArrayList<Difference>();
        for (long number = 0, place = 0; number < asked; number++, place = (place + step) % size) {
            var changed = ask(field, place, at);
            changed.map(each -> new Turn(each.before(), each.after()))
                    .ifPresent(turn -> turns.merge(turn, 1L, Long::sum));
            changed.filter(each -> told.size() < TOLD).ifPresent(told::add);
            if (number % 1000 == 0) {
                progress.accept(number);
            }
        }
        return new Impact(size, asked, turns(turns), told);
    }

    private static List<Impact.Turn> turns(Map<Turn, Long> turns) {
        return turns.entrySet().stream()
                .map(each ->
                        new Impact.Turn(each.getKey().before(), each.getKey().after(), each.getValue()))
                .toList();
    }

    /** Whether the engine sees another word, and not only another name of it. */
    private boolean decides(String iri) {
        return !facts(before.index(), iri).equals(facts(after.index(), iri));
    }

    private static List<Object> facts(Index index, String iri) {
        var id = index.id(iri);
        if (id == Terms.NONE) {
            return List.of();
        }
        var facts = new ArrayList<Object>(index.factsOf(id));
        index.concept(id)
                .map(one -> List.of(one.schemes(), one.broader(), one.rank()))
                .ifPresent(facts::add);
        index.basis(id).map(one -> List.of(one.ranks(), one.span())).ifPresent(facts::add);
        index.profile(id).ifPresent(facts::add);
        return facts;
    }

    private Field field(List<String> moved) {
        var index = before.index();
        return new Field(
                index.datasets().sorted().toArray(),
                index.organisations().mapToInt(one -> one.iri()).sorted().toArray(),
                purposes(moved));
    }

    /** If only purposes change, those at and below them; a purpose above is none of their business. */
    private int[] purposes(List<String> moved) {
        var ids = new HashSet<Integer>();
        moved.forEach(
                iri -> Stream.of(before, after).map(one -> one.index().id(iri)).forEach(ids::add));
        var onlyPurposes = ids.stream()
                .filter(id -> id != Terms.NONE)
                .allMatch(id -> isPurpose(before.index(), id) || isPurpose(after.index(), id));
        return after.index()
                .purposes()
                .filter(purpose ->
                        !onlyPurposes || below(before.index(), purpose, ids) || below(after.index(), purpose, ids))
                .sorted()
                .toArray();
    }

    private static boolean isPurpose(Index index, int id) {
        return index.concept(id).filter(index::isPurpose).isPresent();
    }

    private static boolean below(Index index, int purpose, Set<Integer> ids) {
        return ids.contains(purpose) || index.broader(purpose).stream().anyMatch(ids::contains);
    }

    /** A step that leads through all places, or evenly through so many of them, before it comes back to the first. */
    private static long stride(long size, long asked) {
        var step = asked == size ? 1 : Math.max(1, (long) (size * 0.618033988749895));
        while (gcd(step, size) != 1) {
            step++;
        }
        return step;
    }

    private static long gcd(long one, long other) {
        return other == 0 ? one : gcd(other, one % other);
    }

    private Optional<Difference> ask(Field field, long place, Instant at) {
        var method = Method.values()[(int) (place % Method.values().length)];
        var rest = place / Method.values().length;
        var purpose = field.purposes()[(int) (rest % field.purposes().length)];
        rest /= field.purposes().length;
        var recipient = field.recipients()[(int) (rest % field.recipients().length)];
        var dataset = field.datasets()[(int) (rest / field.recipients().length)];
        var now = outcome(before, dataset, recipient, purpose, method, at);
        var then = outcome(after, dataset, recipient, purpose, method, at);
        var index = after.index();
        return now == then
                ? Optional.empty()
                : Optional.of(new Difference(
                        index.dataset(dataset)
                                .flatMap(
                                        one -> one.publishers().stream().boxed().findFirst())
                                .map(index::iri)
                                .orElse(""),
                        index.iri(dataset),
                        List.of(),
                        index.iri(recipient),
                        index.iri(purpose),
                        method.code(),
                        Optional.empty(),
                        now,
                        then));
    }

    private static Outcome outcome(
            Edition edition, int dataset, int recipient, int purpose, Method method, Instant at) {
        var index = edition.index();
        var known = index.dataset(dataset).filter(one -> !one.items().isEmpty());
        if (known.isEmpty() || index.concept(purpose).isEmpty()) {
            return Outcome.UNKNOWN;
        }
        return Rule.whole(index, edition.jurisdiction(), question(known.get(), recipient, purpose, method, at))
                .outcome();
    }

    private static Question question(Dataset dataset, int recipient, int purpose, Method method, Instant at) {
        return Question.plain(dataset, recipient, purpose, at).by(method);
    }
}
