package org.shuqi.decision;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Concept;
import org.shuqi.decision.fact.Dataset;
import org.shuqi.decision.fact.Designation;
import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Terms;

/** What a list question leaves free, all values that it could have, and the rule asked about each combination. */
final class Census {

    private final Edition edition;
    private final Open about;
    private final boolean partial;
    private final boolean anyMethod;
    private final Candidates candidates;
    private final List<Integer> purposes;

    private Census(Edition edition, Open about, ListForm form, Candidates candidates) {
        this.edition = edition;
        this.about = about;
        this.partial = form.partial();
        this.anyMethod = form.about().method().filter(word -> !word.isBlank()).isEmpty();
        this.candidates = candidates;
        this.purposes =
                about.purpose() == Terms.NONE ? boxed(byIri(edition.index().purposes())) : List.of(about.purpose());
    }

    /**
     * Looks up what the form names.
     *
     * @param exhaustive whether to look everywhere, and not only where something could permit
     */
    static Census of(Edition edition, ListForm form, Instant now, boolean exhaustive) {
        var about = edition.lookup().open(form.about(), now);
        var candidates = exhaustive
                ? Candidates.all(edition.index())
                : Candidates.likely(
                        new Permissions(edition.index(), edition.jurisdiction(), about.at()), form.partial());
        return new Census(edition, about, form, candidates);
    }

    Edition edition() {
        return edition;
    }

    Index index() {
        return edition.index();
    }

    /** What the form gives. */
    Open about() {
        return about;
    }

    /** Whether the method is left open. */
    boolean anyMethod() {
        return anyMethod;
    }

    /** Whether the provider is left open. */
    boolean anyProvider() {
        return about.provider() == Terms.NONE;
    }

    /** The purpose named, or every one, by IRI. */
    List<Integer> purposes() {
        return purposes;
    }

    /** The recipient named, or everybody who could receive the entry, in no order. */
    IntStream recipients(Dataset dataset) {
        return about.recipient() == Terms.NONE
                ? candidates.recipients(dataset, items(dataset))
                : IntStream.of(about.recipient());
    }

    /** The recipient named, or everybody, as far as an agreement or request of the provider is about the entry and for them; in no order. */
    IntStream granted(Dataset dataset, int provider) {
        var all = candidates.granted(dataset, items(dataset), provider);
        return about.recipient() == Terms.NONE ? all : all.filter(one -> one == about.recipient());
    }

    /** The dataset named, or all that the recipient named could receive, or all there are, in no order. */
    IntStream datasets() {
        if (about.dataset().isPresent()) {
            return IntStream.of(about.dataset().get().iri());
        }
        return about.recipient() == Terms.NONE ? index().datasets() : candidates.datasets(about.recipient());
    }

    /** The dataset named, or all that an agreement or request of the provider named, for the recipient named, is about, in no order. */
    IntStream grantedDatasets() {
        return about.dataset().isPresent()
                ? IntStream.of(about.dataset().get().iri())
                : candidates.granted(about.provider(), about.recipient());
    }

    /** The provider named, or everybody who could be one of the dataset, by IRI. */
    int[] providers(Dataset dataset) {
        if (!anyProvider()) {
            return new int[] {about.provider()};
        }
        var named = Stream.of(
                        dataset.publishers().stream(),
                        sources(dataset.iri(), dataset.sources()),
                        dataset.items().stream()
                                .flatMapToInt(item ->
                                        sources(item.iri(), item.traits().sources())))
                .flatMapToInt(each -> each)
                .distinct();
        return byIri(named.filter(one -> index().organisation(one).isPresent()));
    }

    private IntStream sources(int asset, Ids stated) {
        return IntStream.concat(
                stated.stream(),
                index().designationsOn(asset).stream().map(Designation::sources).flatMapToInt(Ids::stream));
    }

    /** The items asked about: those that are named, else all of the dataset. */
    List<Item> items(Dataset dataset) {
        return about.dataset().isPresent() ? about.items() : dataset.items();
    }

    /** The question with these values in the place of what is free. */
    Question asking(int recipient, Dataset dataset, int purpose) {
        return about.asking(recipient, dataset, purpose);
    }

    /** The same for every purpose. */
    Stream<Question> asking(int recipient, Dataset dataset) {
        return purposes.stream().map(purpose -> about.asking(recipient, dataset, purpose));
    }

    /** The dataset of that id. */
    Dataset dataset(int iri) {
        return index().dataset(iri).orElseThrow();
    }

    /** Whether the question lets flow what the form wants to flow. */
    boolean holds(Question asked) {
        return partial
                ? Rule.permitsSome(index(), edition.jurisdiction(), asked)
                : Rule.permits(index(), edition.jurisdiction(), asked);
    }

    /** Whether some of the items are enough. */
    boolean partial() {
        return partial;
    }

    /** The verdict, whatever it is. */
    Verdict decide(Question asked) {
        return Rule.decide(index(), edition.jurisdiction(), asked);
    }

    /** The verdict, if it lets flow what the form wants to flow. */
    Optional<Held> ask(Question asked) {
        var verdict = decide(asked);
        var permitted = verdict.rulings().stream()
                .filter(one -> one.ruling().outcome() == Outcome.PERMIT)
                .map(Verdict.OnItem::item)
                .toList();
        var enough = partial
                ? !permitted.isEmpty()
                : permitted.size() == asked.items().size();
        return enough ? Optional.of(new Held(asked, verdict, permitted)) : Optional.empty();
    }

    /** In the order of their IRIs; each is spelled out once only. */
    int[] byIri(IntStream ids) {
        var called = ids.mapToObj(id -> new Called(index().iri(id), id)).toArray(Called[]::new);
        Arrays.sort(called, Comparator.comparing(Called::iri));
        return Arrays.stream(called).mapToInt(Called::id).toArray();
    }

    private record Called(String iri, int id) {}

    static List<Integer> boxed(int[] ids) {
        return Arrays.stream(ids).boxed().toList();
    }

    /**
     * A question that is answered with permit.
     *
     * @param question the question
     * @param verdict the rulings
     * @param permitted the items that may flow
     */
    record Held(Question question, Verdict verdict, List<Item> permitted) {

        /** The items that may flow; empty if all that were asked for may. */
        List<Item> some() {
            return permitted.size() == question.items().size() ? List.of() : permitted;
        }

        /** The item that may flow and whose level is highest; empty if one of them has no clear level. */
        Optional<Integer> level(Index index) {
            var levels = permitted.stream().map(item -> level(index, item)).toList();
            return levels.stream().allMatch(Optional::isPresent)
                    ? levels.stream()
                            .flatMap(Optional::stream)
                            .max(Comparator.comparingInt((Integer one) -> rank(index, one))
                                    .thenComparing(index::iri))
                    : Optional.empty();
        }

        /** The level of an item, if it has just one that has a rank. */
        static Optional<Integer> level(Index index, Item item) {
            return index.concept(item.traits().levels().only())
                    .filter(concept -> concept.rank().isPresent())
                    .map(Concept::iri);
        }

        static int rank(Index index, int level) {
            return index.concept(level).orElseThrow().rank().orElseThrow();
        }
    }
}
