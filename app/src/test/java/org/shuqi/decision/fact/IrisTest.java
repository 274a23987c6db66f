package org.shuqi.decision.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IrisTest {

    private static final List<String> PARTS = List.of(
            "/item/",
            "/item",
            "item/",
            "/",
            "#",
            "//",
            "",
            "a",
            "b",
            "name",
            "姓名",
            "e\u0301",
            "\ud83d\ude00",
            "\ud83d",
            "\udc00",
            "\u0000",
            "_:",
            "_:b0",
            "https://example.org/",
            "https://example.org/dataset/",
            "urn:uuid:",
            "ÿ",
            "\u07ff",
            "\u0800");

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 0xFF, 0x7FFF_0000_0000L})
    void oddIrisGetTheNumbersThatAMapWouldGiveWhateverTheirHashes(long hashMask) {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var iris = new Iris(seed, hashMask);
        var map = new HashMap<String, Integer>();

        for (int i = 0; i < 4_000; i++) {
            var iri = odd(random);
            if (random.nextInt(3) == 0 && !map.isEmpty()) {
                iris.expectItemsOf(random.nextInt(iris.size()));
            }
            assertThat(iris.of(iri)).as("seed %d", seed).isEqualTo(map.getOrDefault(iri, Iris.NONE));
            map.computeIfAbsent(iri, iris::add);
        }

        assertThat(new HashSet<>(map.values())).as("seed %d", seed).hasSameSizeAs(map.keySet());
        assertSame(iris, map, "seed " + seed);
        assertSame(copied(iris), map, "copied, seed " + seed);
    }

    private static String odd(Random random) {
        var iri = new StringBuilder();
        for (int parts = random.nextInt(6); parts >= 0; parts--) {
            iri.append(PARTS.get(random.nextInt(PARTS.size())));
        }
        return iri.toString();
    }

    private static void assertSame(Iris iris, Map<String, Integer> map, String when) {
        map.forEach((iri, number) -> {
            assertThat(iris.of(iri)).as(when).isEqualTo(number);
            assertThat(iris.iri(number)).as(when).isEqualTo(iri);
        });
    }

    private static Iris copied(Iris iris) {
        var bytes = Bytes.of(iris::write);
        var copy = Iris.read(Bytes.source(bytes));
        assertThat(Bytes.of(copy::write)).isEqualTo(bytes);
        return copy;
    }

    @Test
    void itemsBehindTheirDatasetTakeTheNumbersThatFollow() {
        var iris = new Iris();

        var numbers = added(
                iris,
                "https://r/d/1",
                "https://r/d/1/item/a",
                "https://r/d/1/item/b",
                "https://r/d/2",
                "https://r/d/2/item/a");

        assertThat(numbers).containsExactly(0, 1, 2, 3, 4);
        assertThat(iris.iri(2)).isEqualTo("https://r/d/1/item/b");
        assertThat(iris.of("https://r/d/2/item/b")).isEqualTo(Iris.NONE);
        assertThat(iris.of("https://r/d/3/item/a")).isEqualTo(Iris.NONE);
    }

    @Test
    void itemsThatComeLaterAreFoundWithAndWithoutPlaceMadeForThem() {
        var iris = new Iris();
        var early = added(iris, "https://r/d/1", "https://r/d/2", "https://r/d/1/item/loose");

        iris.expectItemsOf(early.get(0));
        var late = added(
                iris, "https://r/d/1/item/a", "https://r/d/1/item/b", "https://r/d/2/item/a", "https://r/d/1/item/c");

        assertThat(late).doesNotHaveDuplicates().doesNotContainAnyElementsOf(early);
        assertThat(late.get(1)).isEqualTo(late.get(0) + 1);
        assertThat(late.stream().map(iris::iri))
                .containsExactly(
                        "https://r/d/1/item/a", "https://r/d/1/item/b", "https://r/d/2/item/a", "https://r/d/1/item/c");
        assertThat(iris.of("https://r/d/1/item/loose")).isEqualTo(early.get(2));
        assertThat(iris.iri(early.get(2))).isEqualTo("https://r/d/1/item/loose");
    }

    @Test
    void aDatasetOfManyItemsAndAVeryLongNameAreKeptToo() {
        var iris = new Iris();
        var map = new HashMap<String, Integer>();
        map.put("https://r/d", iris.add("https://r/d"));

        for (int i = 0; i < 3_000; i++) {
            var item = "https://r/d/item/" + i;
            map.put(item, iris.add(item));
        }
        var longest = "https://r/" + "长".repeat(300_000);
        map.put(longest, iris.add(longest));
        map.put("https://r/after", iris.add("https://r/after"));

        assertSame(iris, map, "as added");
        assertSame(copied(iris), map, "copied");
    }

    @Test
    void aCopyCanBeAddedTo() {
        var iris = new Iris();
        added(iris, "https://r/d/1", "https://r/d/1/item/a");

        var copy = copied(iris);
        var more = added(copy, "https://r/d/1/item/b", "https://r/d/2", "https://r/d/1/item/a");

        assertThat(more).containsExactly(2, 3, 1);
        assertThat(copy.iri(2)).isEqualTo("https://r/d/1/item/b");
    }

    @Test
    void whoAsksWhileAnotherAddsGetsTheRightNumberOrNone() throws Exception {
        var iris = new Iris();
        var map = new ConcurrentHashMap<String, Integer>();
        var wrong = new AtomicInteger();
        var adding = new Thread(() -> {
            for (int i = 0; i < 60_000; i++) {
                var iri = "https://r/d/" + i / 7 + (i % 7 == 0 ? "" : "/item/name" + i % 7);
                map.put(iri, iris.add(iri));
            }
        });
        var asking = new ArrayList<Thread>();
        for (int thread = 0; thread < 3; thread++) {
            asking.add(new Thread(() -> {
                while (adding.isAlive()) {
                    map.forEach((iri, number) -> {
                        if (iris.of(iri) != number || !iris.iri(number).equals(iri)) {
                            wrong.incrementAndGet();
                        }
                    });
                }
            }));
        }

        adding.start();
        asking.forEach(Thread::start);
        adding.join();
        for (var thread : asking) {
            thread.join();
        }

        assertThat(map).hasSize(60_000);
        assertThat(wrong).hasValue(0);
    }

    @Test
    void aPlaceThatIsNotThereHasNoIri() {
        var iris = new Iris();
        iris.add("https://r/d/1");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> iris.iri(1))
                .isInstanceOf(IndexOutOfBoundsException.class);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> iris.iri(-1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static List<Integer> added(Iris iris, String... all) {
        return java.util.Arrays.stream(all).map(iris::add).toList();
    }
}
