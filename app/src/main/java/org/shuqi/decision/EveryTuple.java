package org.shuqi.decision;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shuqi.decision.Census.Held;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** The list questions, answered by asking the rule about every tuple that could be permitted. */
final class EveryTuple implements Lists {

    private final Edition.Source editions;
    private final Clock clock;
    private final boolean exhaustive;

    /** @param exhaustive whether to ask about every tuple there is, and not only where something could permit */
    EveryTuple(Edition.Source editions, Clock clock, boolean exhaustive) {
        this.editions = editions;
        this.clock = clock;
        this.exhaustive = exhaustive;
    }

    private Census census(ListForm form) {
        return Census.of(editions.of(form.about().knownAt()), form, clock.instant(), exhaustive);
    }

    @Override
    public Rows<Entry> recipients(ListForm form) {
        needs("dataset", form.about().dataset());
        var census = census(form);
        var dataset = census.about().dataset().orElseThrow();
        return entries(census, () -> census.recipients(dataset), recipient -> census.asking(recipient, dataset));
    }

    @Override
    public Rows<Entry> datasets(ListForm form) {
        needs("recipient", form.about().recipient());
        needsNoItems(form);
        var census = census(form);
        var recipient = census.about().recipient();
        return entries(
                census,
                census::datasets,
                dataset ->
                        census.asking(recipient, census.index().dataset(dataset).orElseThrow()));
    }

    @Override
    public Rows<Entry> purposes(ListForm form) {
        needs("recipient", form.about().recipient());
        needs("dataset", form.about().dataset());
        var census = census(form);
        var recipient = census.about().recipient();
        var dataset = census.about().dataset().orElseThrow();
        return entries(
                census,
                () -> census.purposes().stream().mapToInt(purpose -> purpose),
                purpose -> Stream.of(census.asking(recipient, dataset, purpose)));
    }

    @Override
    public Rows<Entry> methods(ListForm form) {
        needs("recipient", form.about().recipient());
        needs("dataset", form.about().dataset());
        var census = census(form);
        var recipient = census.about().recipient();
        var dataset = census.about().dataset().orElseThrow();
        return entries(census, () -> Arrays.stream(Method.values()).mapToInt(Method::id), id -> census.asking(
                        recipient, dataset)
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
        return new Closure(census(form), exhaustive).rows();
    }

    @Override
    public Rows<Aggregate> aggregation(ListForm form) {
        needs("recipient", form.about().recipient());
        needsNoItems(form);
        return new Holdings(census(form)).aggregates();
    }

    /** The things of which at least one question is answered with permit; found once, and only those are put in order. */
    private static Rows<Entry> entries(
            Census census, Supplier<IntStream> things, IntFunction<Stream<Question>> questions) {
        var found = new Once<>(() ->
                census.byIri(things.get().filter(thing -> questions.apply(thing).anyMatch(census::holds))));
        return new Made<>(
                census,
                () -> Arrays.stream(found.get()).boxed(),
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
