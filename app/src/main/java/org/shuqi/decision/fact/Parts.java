package org.shuqi.decision.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.shuqi.problem.Text;
import org.shuqi.time.Span;

/**
 * The parts that facts consist of, as bytes. Those that a country has few of are {@link Shared}; the others stand where they
 * belong.
 */
final class Parts {

    /** What recurs is among the first so many; more would cost more than it saves. */
    private static final int FEW = 1 << 16;

    private static final Offer NOTHING = new Offer(Ids.NONE, Ids.NONE, Ids.NONE, Ids.NONE, Ids.NONE);

    private final Shared<Ids> ids = new Shared<>(new Plain<>(Parts::writeIds, Parts::readIds), FEW);
    private final Shared<List<Ids>> lists = new Shared<>(
            new Plain<>((value, to) -> list(value, to, this::commonIds), from -> list(from, this::commonIds)), FEW);
    private final Shared<Instant> instants = new Shared<>(new Plain<>(Parts::writeInstant, Parts::readInstant), FEW);
    private final Shared<Optional<Instant>> perhaps = new Shared<>(
            new Plain<>((value, to) -> optional(value, to, this::instant), from -> optional(from, this::instant)), FEW);
    private final Shared<Span> spans = new Shared<>(new Plain<>(this::writeSpan, this::readSpan), FEW);
    private final Shared<Text> texts = new Shared<>(new Plain<>(Parts::writeText, Parts::readText), FEW);
    private final Shared<Offer> offers = new Shared<>(new Plain<>(this::writeOffer, this::readOffer), FEW);
    private final Shared<Traits> sorts = new Shared<>(new Plain<>(this::writeSort, this::readSort), FEW);

    /** All but the offer, of which every other entry has one of its own. */
    void sort(Traits value, Writing to) {
        sorts.write(
                new Traits(NOTHING, value.levels(), value.classes(), value.secret(), value.masked(), value.sources()),
                to);
    }

    /** Traits without an offer. */
    Traits sort(Reading from) {
        return sorts.read(from);
    }

    /** Ids that many facts have in common. */
    void commonIds(Ids value, Writing to) {
        ids.write(value, to);
    }

    Ids commonIds(Reading from) {
        return ids.read(from);
    }

    /** Ids that are different for every fact. */
    static void writeIds(Ids value, Writing to) {
        writeIds(0, value, to);
    }

    /** The same, shorter if they were given out about the same time as another id. */
    static void writeIds(int near, Ids value, Writing to) {
        to.putInt(value.size());
        int before = near;
        for (int place = 0; place < value.size(); place++) {
            to.putSigned((long) value.at(place) - before);
            before = value.at(place);
        }
    }

    static Ids readIds(Reading from) {
        return readIds(0, from);
    }

    static Ids readIds(int near, Reading from) {
        var read = new int[from.getCount()];
        int before = near;
        for (int place = 0; place < read.length; place++) {
            before += (int) from.getSigned();
            read[place] = before;
        }
        return Ids.sorted(read);
    }

    void instant(Instant value, Writing to) {
        instants.write(value, to);
    }

    Instant instant(Reading from) {
        return instants.read(from);
    }

    void commonLists(List<Ids> value, Writing to) {
        lists.write(value, to);
    }

    List<Ids> commonLists(Reading from) {
        return lists.read(from);
    }

    void perhaps(Optional<Instant> value, Writing to) {
        perhaps.write(value, to);
    }

    Optional<Instant> perhaps(Reading from) {
        return perhaps.read(from);
    }

    private static void writeInstant(Instant value, Writing to) {
        to.putSigned(value.getEpochSecond());
        to.putInt(value.getNano());
    }

    private static Instant readInstant(Reading from) {
        long second = from.getSigned();
        return Instant.ofEpochSecond(second, from.getInt());
    }

    void span(Span value, Writing to) {
        spans.write(value, to);
    }

    Span span(Reading from) {
        return spans.read(from);
    }

    private void writeSpan(Span value, Writing to) {
        instant(value.from(), to);
        instant(value.until(), to);
    }

    private Span readSpan(Reading from) {
        var begin = instant(from);
        return new Span(begin, instant(from));
    }

    /** A text that many facts have in common. */
    void commonText(Text value, Writing to) {
        texts.write(value, to);
    }

    Text commonText(Reading from) {
        return texts.read(from);
    }

    /** A text that is different for every fact. */
    static void writeText(Text value, Writing to) {
        boolean same = value.zh().equals(value.en());
        to.putBoolean(same);
        to.putText(value.zh());
        if (!same) {
            to.putText(value.en());
        }
    }

    static Text readText(Reading from) {
        boolean same = from.getBoolean();
        var zh = from.getText();
        return new Text(zh, same ? zh : from.getText());
    }

    void offer(Offer value, Writing to) {
        offers.write(value, to);
    }

    Offer offer(Reading from) {
        return offers.read(from);
    }

    private void writeOffer(Offer value, Writing to) {
        commonIds(value.attributes(), to);
        commonIds(value.scope(), to);
        commonIds(value.purposes(), to);
        commonIds(value.methods(), to);
        commonIds(value.bases(), to);
    }

    private Offer readOffer(Reading from) {
        var attributes = commonIds(from);
        var scope = commonIds(from);
        var purposes = commonIds(from);
        var methods = commonIds(from);
        return new Offer(attributes, scope, purposes, methods, commonIds(from));
    }

    private void writeSort(Traits value, Writing to) {
        commonIds(value.levels(), to);
        commonIds(value.classes(), to);
        to.putBoolean(value.secret());
        to.putBoolean(value.masked());
        commonIds(value.sources(), to);
    }

    private Traits readSort(Reading from) {
        var levels = commonIds(from);
        var classes = commonIds(from);
        boolean secret = from.getBoolean();
        boolean masked = from.getBoolean();
        return new Traits(NOTHING, levels, classes, secret, masked, commonIds(from));
    }

    static <T> void list(List<T> values, Writing to, BiConsumer<T, Writing> each) {
        to.putInt(values.size());
        values.forEach(value -> each.accept(value, to));
    }

    static <T> List<T> list(Reading from, Function<Reading, T> each) {
        int count = from.getCount();
        if (count == 0) {
            return List.of();
        }
        if (count == 1) {
            return List.of(each.apply(from));
        }
        var values = new ArrayList<T>(count);
        for (int i = 0; i < count; i++) {
            values.add(each.apply(from));
        }
        return List.copyOf(values);
    }

    static <T> void optional(Optional<T> value, Writing to, BiConsumer<T, Writing> some) {
        to.putBoolean(value.isPresent());
        value.ifPresent(kept -> some.accept(kept, to));
    }

    static <T> Optional<T> optional(Reading from, Function<Reading, T> some) {
        return from.getBoolean() ? Optional.of(some.apply(from)) : Optional.empty();
    }

    /** A number that is none below 0 but -1. */
    static void orNone(int value, Writing to) {
        to.putInt(value + 1);
    }

    static int orNone(Reading from) {
        return from.getInt() - 1;
    }

    void write(Sink sink) {
        all().forEach(shared -> shared.write(sink));
    }

    static Parts read(Source source) {
        var parts = new Parts();
        parts.all().forEach(shared -> shared.read(source));
        return parts;
    }

    /** What others are made of comes first. */
    private List<Shared<?>> all() {
        return List.of(ids, lists, instants, perhaps, spans, texts, offers, sorts);
    }

    /** A form of values that do not depend on a key. */
    private record Plain<T>(BiConsumer<T, Writing> writing, Function<Reading, T> reading) implements Form<T> {

        @Override
        public void write(int key, T value, Writing to) {
            writing.accept(value, to);
        }

        @Override
        public T read(int key, Reading from) {
            return reading.apply(from);
        }
    }
}
