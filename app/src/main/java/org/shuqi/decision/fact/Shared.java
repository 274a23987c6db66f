package org.shuqi.decision.fact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Values that occur again and again, numbered, so that a packed fact need only hold a number and all that are unpacked
 * share one object. Takes in a limited number of them: what is different every time is not worth it and is written out.
 *
 * <p>Safe for any number of threads.
 *
 * @param <T> an immutable value
 */
final class Shared<T> {

    private final Form<T> form;
    private final int most;
    private final Map<T, Integer> numbers = new HashMap<>();
    private volatile Object[] values = new Object[16];
    private volatile int count;

    /**
     * @param form how one is written out; has no use for the key
     * @param most how many to keep at most
     */
    Shared(Form<T> form, int most) {
        this.form = form;
        this.most = most;
    }

    /** Writes the number of the value plus one, or 0 and the value itself. */
    void write(T value, Writing to) {
        int number = number(value);
        to.putInt(number + 1);
        if (number < 0) {
            form.write(0, value, to);
        }
    }

    private synchronized int number(T value) {
        var known = numbers.get(value);
        if (known != null) {
            return known;
        }
        if (count == most) {
            return -1;
        }
        // so that the parts it is made of are known before it, as a file must have them
        form.write(0, value, new Writing());
        return keep(value);
    }

    private int keep(T value) {
        int number = count;
        if (number == values.length) {
            values = Arrays.copyOf(values, 2 * number);
        }
        // whoever reads this number got it from an index that was published after this
        values[number] = value;
        numbers.put(value, number);
        count = number + 1;
        return number;
    }

    @SuppressWarnings("unchecked") // only values of this kind are kept
    T read(Reading from) {
        int number = from.getInt();
        return number == 0 ? form.read(0, from) : (T) values[number - 1];
    }

    void write(Sink sink) {
        int now = count;
        sink.putInt(now);
        var writing = new Writing();
        for (int i = 0; i < now; i++) {
            writing.clear();
            form.write(0, at(i), writing);
            sink.putInt(writing.length());
            sink.putBytes(writing.bytes(), writing.length());
        }
    }

    @SuppressWarnings("unchecked") // only values of this kind are kept
    private T at(int number) {
        return (T) values[number];
    }

    /** Takes in what was written, by a reading that is not used otherwise yet. */
    void read(Source source) {
        for (int left = source.getCount(Integer.BYTES); left > 0; left--) {
            keep(form.read(0, new Reading(source.getBytes(source.getCount(1)), 0)));
        }
    }
}
