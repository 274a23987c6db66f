package org.shuqi.decision;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.shuqi.decision.Census.Held;
import org.shuqi.decision.fact.Dataset;
import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;

/** What a recipient may hold, item by item, and what it comes to (Order 809 Art 25, on the risk of data drawn together). */
final class Holdings {

    /** Who may only verify holds nothing. */
    private static final List<Method> KEEPING = List.of(Method.QUERY, Method.BATCH, Method.FILE);

    private final Census census;
    private final Index index;
    private final Once<int[]> datasets;

    Holdings(Census census) {
        this.census = census;
        this.index = census.index();
        this.datasets = new Once<>(() -> census.byIri(census.datasets()));
    }

    /** An item and where it is. */
    private record Place(Dataset dataset, Item item) {}

    Rows<Lists.Holding> rows() {
        var dressing = new Dressing(census.edition());
        return new Made<>(census, this::held, place -> holding(place, dressing));
    }

    Rows<Lists.Aggregate> aggregates() {
        var dressing = new Dressing(census.edition());
        var sums = new TreeMap<String, Sum>();
        held().forEach(place -> kinds(place).stream().mapToObj(index::iri).forEach(kind -> sums.computeIfAbsent(
                        kind, fresh -> new Sum(index))
                .add(place)));
        return new Made<>(census, () -> sums.entrySet().stream(), sum -> sum.getValue()
                .row(dressing.named(index.id(sum.getKey())), dressing));
    }

    private Stream<Place> held() {
        return Arrays.stream(datasets.get())
                .mapToObj(iri -> index.dataset(iri).orElseThrow())
                .flatMap(dataset -> census.items(dataset).stream().map(item -> new Place(dataset, item)))
                .filter(place -> questions(place).anyMatch(census::holds));
    }

    /** The item by itself, for each purpose, by each method that counts. */
    private Stream<Question> questions(Place place) {
        var methods =
                census.anyMethod() ? KEEPING : List.of(census.about().manner().method());
        return census.asking(census.about().recipient(), place.dataset())
                .map(asked -> asked.about(List.of(place.item())))
                .flatMap(asked -> methods.stream().map(asked::by));
    }

    private Lists.Holding holding(Place place, Dressing dressing) {
        List<Held> held =
                questions(place).flatMap(asked -> census.ask(asked).stream()).toList();
        return new Lists.Holding(
                dressing.named(place.dataset().iri()),
                dressing.named(place.item().iri()),
                Held.level(index, place.item()).map(dressing::named),
                kinds(place).stream().mapToObj(index::iri).sorted().toList(),
                dressing.purposes(held),
                dressing.grants(held),
                dressing.validUntil(held));
    }

    private Ids kinds(Place place) {
        return index.broader(place.dataset().themes())
                .and(index.broader(place.item().traits().classes()));
    }

    /** What the items of one kind come to. */
    private static final class Sum {

        private final Index index;
        private final Set<Integer> datasets = new HashSet<>();
        private final TreeMap<Integer, Long> byRank = new TreeMap<>();
        private final TreeMap<Integer, Integer> levels = new TreeMap<>();
        private long items;

        private Sum(Index index) {
            this.index = index;
        }

        private void add(Place place) {
            items++;
            datasets.add(place.dataset().iri());
            Held.level(index, place.item()).ifPresent(level -> {
                var rank = Held.rank(index, level);
                byRank.merge(rank, 1L, Long::sum);
                levels.merge(
                        rank, level, (one, other) -> index.iri(one).compareTo(index.iri(other)) <= 0 ? one : other);
            });
        }

        private Lists.Aggregate row(Lists.Named kind, Dressing dressing) {
            var ranked = byRank.values().stream().mapToLong(count -> count).sum();
            return ranked == items
                    ? new Lists.Aggregate(
                            kind,
                            items,
                            datasets.size(),
                            Optional.of(dressing.named(levels.lastEntry().getValue())),
                            byRank.lastEntry().getValue())
                    : new Lists.Aggregate(kind, items, datasets.size(), Optional.empty(), 0);
        }
    }
}
