package org.shuqi.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Concept;
import org.shuqi.decision.fact.Dataset;
import org.shuqi.decision.fact.Designation;
import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Organisation;
import org.shuqi.decision.fact.Terms;

/**
 * What a list question leaves open, all values of it, and the rule asked about each combination.
 *
 * <p>Nothing is passed over because it seems unlikely: this is slow, and obviously right.
 */
final class Census {

    private final Edition edition;
    private final ListForm form;
    private final Question question;

    private Census(Edition edition, ListForm form, Question question) {
        this.edition = edition;
        this.form = form;
        this.question = question;
    }

    /** Looks up what the form names. */
    static Census of(Edition edition, ListForm form, Instant now) {
        return new Census(edition, form, edition.lookup().question(filled(edition.index(), form.about()), now));
    }

    /** An instant as the caller writes it. */
    Instant instant(String word) {
        var about = form.about();
        var then = new QuestionForm(
                about.recipient(),
                about.dataset(),
                List.of(),
                about.purpose(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(word),
                about.knownAt());
        return edition.lookup().question(filled(index(), then), question.at()).at();
    }

    /** A free part is filled with any value there is, so that one look-up reads whole and partial questions alike. */
    private static QuestionForm filled(Index index, QuestionForm about) {
        return new QuestionForm(
                filled(index, about.recipient(), () -> organisations(index)),
                filled(index, about.dataset(), index::datasets),
                about.items(),
                about.purpose().filter(Census::isGiven).or(() -> any(index, index.purposes())),
                about.method(),
                about.action(),
                about.thirdParty(),
                about.destination(),
                about.provider(),
                about.region(),
                about.at(),
                about.knownAt());
    }

    private static String filled(Index index, String word, Supplier<IntStream> some) {
        return isGiven(word) ? word : any(index, some.get()).orElse(word);
    }

    private static boolean isGiven(String word) {
        return !word.isBlank();
    }

    private static Optional<String> any(Index index, IntStream ids) {
        return ids.mapToObj(index::iri).findFirst();
    }

    private static IntStream organisations(Index index) {
        return index.organisations().mapToInt(Organisation::iri);
    }

    /** In the order of their IRIs. */
    List<Integer> byIri(IntStream ids) {
        return ids.boxed().sorted(Comparator.comparing(index()::iri)).toList();
    }

    Edition edition() {
        return edition;
    }

    Index index() {
        return edition.index();
    }

    /** The question with any value in the place of what is free. */
    Question question() {
        return question;
    }

    /** Whether the method is left open. */
    boolean anyMethod() {
        return form.about().method().filter(Census::isGiven).isEmpty();
    }

    /** Whether the provider is left open. */
    boolean anyProvider() {
        return question.provider() == Terms.NONE;
    }

    /** The recipient named, or every organisation, by IRI. */
    List<Integer> recipients() {
        return isGiven(form.about().recipient()) ? List.of(question.recipient()) : byIri(organisations(index()));
    }

    /** The dataset named, or every one, by IRI. */
    List<Integer> datasets() {
        return isGiven(form.about().dataset()) ? List.of(question.dataset().iri()) : byIri(index().datasets());
    }

    /** The purpose named, or every one, by IRI. */
    List<Integer> purposes() {
        return form.about().purpose().filter(Census::isGiven).isPresent()
                ? List.of(question.purpose())
                : byIri(index().purposes());
    }

    /** The provider named, or everybody who could be one of the dataset, by IRI. */
    List<Integer> providers(int iri) {
        if (!anyProvider()) {
            return List.of(question.provider());
        }
        var dataset = index().dataset(iri).orElseThrow();
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
        return form.about().items().isEmpty() ? dataset.items() : question.items();
    }

    /** The same question about other values. */
    Question asking(int recipient, int dataset, int purpose) {
        var entry = index().dataset(dataset).orElseThrow();
        return new Question(
                recipient,
                entry,
                items(entry),
                purpose,
                question.manner(),
                question.provider(),
                question.region(),
                question.at());
    }

    /** Whether it lets flow what the form wants to flow. */
    boolean holds(Question asked) {
        return form.partial()
                ? Rule.permitsSome(index(), edition.jurisdiction(), asked)
                : Rule.permits(index(), edition.jurisdiction(), asked);
    }

    /** Whether some of the items are enough. */
    boolean partial() {
        return form.partial();
    }

    /** The verdict, if it lets flow what the form wants to flow. */
    Optional<Held> ask(Question asked) {
        var verdict = Rule.decide(index(), edition.jurisdiction(), asked);
        var permitted = verdict.rulings().stream()
                .filter(one -> one.ruling().outcome() == Outcome.PERMIT)
                .map(Verdict.OnItem::item)
                .toList();
        var enough = form.partial() ? !permitted.isEmpty() : verdict.outcome() == Outcome.PERMIT;
        return enough ? Optional.of(new Held(asked, verdict, permitted)) : Optional.empty();
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
