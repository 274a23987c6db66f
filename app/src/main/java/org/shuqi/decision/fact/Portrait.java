package org.shuqi.decision.fact;

import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * An index in words, whatever numbers its terms have: two indexes with the same portrait hold the same facts under the same
 * keys. Walks the records component by component, so that none can be forgotten.
 */
final class Portrait {

    /** Whole numbers that are not terms. */
    private static final Set<String> PLAIN = Set.of("number", "days", "more");

    private final Index index;
    private final BiConsumer<String, String> lines;

    private Portrait(Index index, BiConsumer<String, String> lines) {
        this.index = index;
        this.lines = lines;
    }

    /** All of it; for small registries. */
    static Map<String, String> of(Index index) {
        var said = new TreeMap<String, String>();
        new Portrait(index, said::put).draw();
        return said;
    }

    /** The sum of the hashes of all lines: the same for the same portrait, in whatever order it is drawn. */
    static BigInteger sum(Index index) {
        var sum = new Sum();
        new Portrait(index, sum).draw();
        return sum.total;
    }

    /** Adds up lines, so that a country takes no more memory than a city. */
    private static final class Sum implements BiConsumer<String, String> {

        private final MessageDigest hash = sha256();
        private BigInteger total = BigInteger.ZERO;

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException everyPlatformHasIt) {
                throw new IllegalStateException(everyPlatformHasIt);
            }
        }

        @Override
        public void accept(String key, String words) {
            var line = (key + '\n' + words).getBytes(StandardCharsets.UTF_8);
            total = total.add(new BigInteger(1, hash.digest(line)));
        }
    }

    private void draw() {
        each(index.tables());
        each(index.shelves());
    }

    private void each(Record parts) {
        for (var part : parts.getClass().getRecordComponents()) {
            draw(part.getName(), value(part, parts));
        }
    }

    private void draw(String name, Object part) {
        if (part instanceof Table<?> table) {
            table.keys().forEach(key -> put(name, key, kept(table.get(key).orElseThrow())));
        } else if (part instanceof Shelf<?> shelf) {
            shelf.keys().forEach(key -> put(name, key, sorted(shelf.get(key))));
        } else if (part instanceof Links links) {
            links.keys().forEach(key -> put(name, key, words(links.get(key))));
        } else if (part instanceof Codebook book) {
            draw(name, book.coded());
            draw(name + " under", book.homes());
        } else {
            throw new IllegalArgumentException("nobody can draw a " + part.getClass());
        }
    }

    /** A number that a table keeps is a count. */
    private String kept(Object value) {
        return value instanceof Integer count ? count.toString() : words(value);
    }

    private void put(String name, int key, String words) {
        lines.accept(name + " " + index.iri(key), words);
    }

    private String sorted(Collection<?> values) {
        return values.stream().map(this::words).sorted().collect(Collectors.joining(", ", "[", "]"));
    }

    private String words(Object value) {
        if (value instanceof Ids ids) {
            return new TreeSet<>(ids.map((IntFunction<String>) index::iri)).toString();
        }
        if (value instanceof Integer id) {
            return index.iri(id);
        }
        if (value instanceof Map<?, ?> map) {
            return new TreeMap<>(map).toString();
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(this::words).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Optional<?> some) {
            return some.map(this::words).orElse("-");
        }
        if (value instanceof Record parts && parts.getClass().getPackage() == Index.class.getPackage()) {
            var words = new StringBuilder(parts.getClass().getSimpleName()).append('(');
            for (var part : parts.getClass().getRecordComponents()) {
                var inner = value(part, parts);
                words.append(PLAIN.contains(part.getName()) ? inner : words(inner))
                        .append("; ");
            }
            return words.append(')').toString();
        }
        return value.toString();
    }

    private static Object value(RecordComponent part, Record parts) {
        try {
            return part.getAccessor().invoke(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
