package org.shuqi.decision;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shuqi.decision.Census.Held;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** The list questions, answered by asking the rule about every tuple there could be. */
final class EveryTuple implements Lists {

    private final Edition.Source editions;
    private final Clock clock;

    EveryTuple(Edition.Source editions, Clock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    private Census census(ListForm form) {
        return Census.of(editions.of(form.about().knownAt()), form, clock.instant());
    }

    @Override
    public Rows<Entry> recipients(ListForm form) {
        needs("dataset", form.about().dataset());
        var census = census(form);
        var dataset = census.question().dataset();
        return entries(census, census.recipients(), recipient -> forPurposes(census, recipient, dataset.iri()));
    }

    @Override
    public Rows<Entry> datasets(ListForm form) {
        needs("recipient", form.about().recipient());
        needsNoItems(form);
        var census = census(form);
        var recipient = census.question().recipient();
        return entries(census, census.datasets(), dataset -> forPurposes(census, recipient, dataset));
    }

    @Override
    public Rows<Entry> purposes(ListForm form) {
        needs("recipient", form.about().recipient());
        needs("dataset", form.about().dataset());
        var census = census(form);
        var about = census.question();
        return entries(
                census,
                census.purposes(),
                purpose -> Stream.of(
                        census.asking(about.recipient(), about.dataset().iri(), purpose)));
    }

    @Override
    public Rows<Entry> methods(ListForm form) {
        needs("recipient", form.about().recipient());
        needs("dataset", form.about().dataset());
        var census = census(form);
        var about = census.question();
        var methods = census.byIri(Arrays.stream(Method.values()).mapToInt(Method::id));
        return entries(census, methods, id -> forPurposes(
                        census, about.recipient(), about.dataset().iri())
                .map(asked -> asked.by(Method.of(id))));
    }

    @Override
    public Rows<Holding> holdings(ListForm form) {
        needs("recipient", form.about().recipient());
        needsNoItems(form);
        return new Holdings(census(form)).rows();
    }

    @Override
    public Rows<Flow> matrix(ListForm form) {
        needsNoItems(form);
        return Matrix.of(census(form), form).rows();
    }

    @Override
    public Rows<Onward> onward(ListForm form) {
        needs("recipient", form.about().recipient());
        needs("dataset", form.about().dataset());
        if (form.partial()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "再提供按全部所问数据项回答；只问一部分请用 `items` 指明",
                    "passing on is asked about all items together; name some with `items`");
        }
        return new Closure(census(form)).rows();
    }

    @Override
    public Rows<Aggregate> aggregation(ListForm form) {
        needs("recipient", form.about().recipient());
        needsNoItems(form);
        return new Holdings(census(form)).aggregates();
    }

    static Stream<Question> forPurposes(Census census, int recipient, int dataset) {
        return census.purposes().stream().map(purpose -> census.asking(recipient, dataset, purpose));
    }

    /** The things of which at least one question is answered with permit. */
    private static Rows<Entry> entries(
            Census census, List<Integer> things, Function<Integer, Stream<Question>> questions) {
        return new Made<>(
                census.index().revision(),
                census.question().at(),
                () -> things.stream()
                        .filter(thing -> questions.apply(thing).map(census::ask).anyMatch(Optional::isPresent)),
                thing -> entry(census, thing, questions.apply(thing)));
    }

    /** The row of a thing: what the questions about it come to. */
    static Entry entry(Census census, int thing, Stream<Question> questions) {
        List<Held> held = questions.flatMap(asked -> census.ask(asked).stream()).toList();
        return new Dressing(census.edition()).entry(thing, held);
    }

    private static void needs(String parameter, String word) {
        if (word.isBlank()) {
            throw Refusal.of(
                    Kind.UNUSABLE, "这个清单需要参数 `%s`；请给出标识", "this list needs `%s`; give an identifier", parameter);
        }
    }

    private static void needsNoItems(ListForm form) {
        if (!form.about().items().isEmpty() && form.about().dataset().isBlank()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "给出 `items` 时还须给出 `dataset`",
                    "`items` are named within a dataset; name the `dataset` too");
        }
    }
}
