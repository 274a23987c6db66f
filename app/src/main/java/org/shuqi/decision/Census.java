package org.shuqi.decision;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Dataset;
import org.shuqi.decision.fact.Designation;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Organisation;

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
                filled(about.recipient(), () -> organisations(index)),
                filled(about.dataset(), index::datasets),
                about.items(),
                about.purpose().filter(Census::isGiven).or(() -> index.purposes()
                        .findFirst()),
                about.method(),
                about.action(),
                about.thirdParty(),
                about.destination(),
                about.provider(),
                about.region(),
                about.at(),
                about.knownAt());
    }

    private static String filled(String word, Supplier<Stream<String>> some) {
        return isGiven(word) ? word : some.get().findFirst().orElse(word);
    }

    private static boolean isGiven(String word) {
        return !word.isBlank();
    }

    private static Stream<String> organisations(Index index) {
        return index.organisations().map(Organisation::iri);
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
        return question.provider().isEmpty();
    }

    /** The recipient named, or every organisation, by IRI. */
    List<String> recipients() {
        return isGiven(form.about().recipient())
                ? List.of(question.recipient())
                : organisations(index()).sorted().toList();
    }

    /** The dataset named, or every one, by IRI. */
    List<String> datasets() {
        return isGiven(form.about().dataset())
                ? List.of(question.dataset())
                : index().datasets().sorted().toList();
    }

    /** The purpose named, or every one, by IRI. */
    List<String> purposes() {
        return form.about().purpose().filter(Census::isGiven).isPresent()
                ? List.of(question.purpose())
                : index().purposes().sorted().toList();
    }

    /** The provider named, or everybody who could be one of the dataset, by IRI. */
    List<String> providers(String iri) {
        if (!anyProvider()) {
            return List.of(question.provider().orElseThrow());
        }
        var dataset = index().dataset(iri).orElseThrow();
        return Stream.of(
                        dataset.publishers().stream(),
                        sources(dataset.iri(), dataset.sources()),
                        dataset.items().stream().flatMap(item -> sources(item.iri(), item.sources())))
                .flatMap(each -> each)
                .distinct()
                .filter(one -> index().organisation(one).isPresent())
                .sorted()
                .toList();
    }

    private Stream<String> sources(String asset, List<String> stated) {
        return Stream.concat(
                stated.stream(),
                index().designationsOn(asset).stream().map(Designation::sources).flatMap(List::stream));
    }

    /** The items asked about: those that are named, else all of the dataset. */
    List<String> items(String dataset) {
        return form.about().items().isEmpty()
                ? index().dataset(dataset).map(Dataset::items).orElseThrow().stream()
                        .map(Item::iri)
                        .toList()
                : question.items();
    }

    /** The same question about other values. */
    Question asking(String recipient, String dataset, String purpose) {
        return new Question(
                recipient,
                dataset,
                items(dataset),
                purpose,
                question.method(),
                question.action(),
                question.thirdParty(),
                question.destination(),
                question.provider(),
                question.region(),
                question.at());
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
     * @param permitted IRIs of the items that may flow
     */
    record Held(Question question, Verdict verdict, List<String> permitted) {

        /** The items that may flow; empty if all that were asked for may. */
        List<String> some() {
            return permitted.size() == question.items().size() ? List.of() : permitted;
        }

        /** The item that may flow and whose level is highest; empty if one of them has no clear level. */
        Optional<String> level(Index index) {
            var levels = index.dataset(question.dataset()).orElseThrow().items().stream()
                    .filter(item -> permitted.contains(item.iri()))
                    .map(item -> level(index, item))
                    .toList();
            return levels.stream().allMatch(Optional::isPresent)
                    ? levels.stream()
                            .flatMap(Optional::stream)
                            .max(Comparator.comparingInt((String one) -> rank(index, one))
                                    .thenComparing(Comparator.naturalOrder()))
                    : Optional.empty();
        }

        /** The level of an item, if it has just one that has a rank. */
        static Optional<String> level(Index index, Item item) {
            return Hearing.only(item.levels()).filter(one -> index.concept(one)
                    .filter(concept -> concept.rank().isPresent())
                    .isPresent());
        }

        static int rank(Index index, String level) {
            return index.concept(level).orElseThrow().rank().orElseThrow();
        }
    }
}
