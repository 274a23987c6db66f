package org.shuqi.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines stay in order over months and crashes, and whoever changes one is found. */
class JournalTest {

    @TempDir
    private Path folder;

    private final Hands hands = new Hands(Instant.parse("2026-10-31T23:59:00Z"));

    @Test
    void linesAreReadBackNewestFirstOverMonths() {
        var journal = Journal.in(folder, hands);
        for (var each = 1; each <= 5; each++) {
            journal.add(export("a" + each % 2, "why " + each));
            hands.now = hands.now.plusSeconds(40);
        }

        var page = journal.page(all(2), entry -> true);

        assertThat(page.entries()).extracting(Entry::number).containsExactly(5L, 4L);
        assertThat(files()).containsExactly("2026-10.jsonl", "2026-11.jsonl");
        assertThat(walk(journal, 2)).containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(walk(journal, 5)).containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(JournalCheck.of(folder, List.of(), List.of()).faults()).isEmpty();
    }

    @Test
    void whatIsAskedForNarrowsItDown() {
        var journal = Journal.in(folder, hands);
        for (var each = 1; each <= 6; each++) {
            journal.add(export("a" + each % 2, "why"));
            hands.now = hands.now.plusSeconds(60);
        }

        var byOne = new Journal.Wanted(
                Set.of(Entry.Sort.EXPORT),
                Optional.of("a1"),
                Optional.of(Instant.parse("2026-11-01T00:00:00Z")),
                Optional.of(Instant.parse("2026-11-01T00:03:00Z")),
                OptionalLong.empty(),
                10);

        assertThat(journal.page(byOne, entry -> true).entries())
                .extracting(Entry::number)
                .containsExactly(3L);
        assertThat(journal.page(all(10), entry -> entry.number() % 3 == 0).entries())
                .extracting(Entry::number)
                .containsExactly(6L, 3L);
        var denials = new Journal.Wanted(
                Set.of(Entry.Sort.DENIED),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                10);
        assertThat(journal.page(denials, entry -> true).entries()).isEmpty();
    }

    @Test
    void anotherProcessGoesOnWhereTheLastOneStopped() {
        Journal.in(folder, hands).add(export("a", "one"));
        Journal.in(folder, hands).add(export("a", "two"));

        var journal = Journal.in(folder, hands);
        assertThat(walk(journal, 5)).containsExactly(2L, 1L);
        assertThat(JournalCheck.of(folder, List.of(), List.of()).faults()).isEmpty();
    }

    @Test
    void whatACrashLeftOfALineIsCutOff() throws Exception {
        Journal.in(folder, hands).add(export("a", "one"));
        Files.writeString(folder.resolve("2026-10.jsonl"), "{\"number\":2,\"at\":\"20", StandardOpenOption.APPEND);

        assertThat(walk(Journal.in(folder, hands), 5))
                .as("before anything is written")
                .containsExactly(1L);
        Journal.in(folder, hands).add(export("a", "two"));

        var journal = Journal.in(folder, hands);
        assertThat(walk(journal, 5)).containsExactly(2L, 1L);
        assertThat(JournalCheck.of(folder, List.of(), List.of()).faults()).isEmpty();
    }

    @Test
    void aClockSetBackDoesNotPutALineBeforeTheLastOne() {
        var journal = Journal.in(folder, hands);
        hands.now = Instant.parse("2026-11-02T00:00:00Z");
        journal.add(export("a", "one"));
        hands.now = Instant.parse("2026-10-02T00:00:00Z");
        journal.add(export("a", "two"));

        assertThat(files()).containsExactly("2026-11.jsonl");
        assertThat(JournalCheck.of(folder, List.of(), List.of()).faults()).isEmpty();
    }

    @Test
    void countsAreWrittenOnceAndOnlyIfThereAreAny() {
        var journal = Journal.in(folder, hands);
        var tallies = new Tallies(journal, hands);
        var permits = tallies.counter("permit");
        permits.increment();
        tallies.counter("permit").increment();
        tallies.counter("deny");

        tallies.write();
        tallies.write();

        assertThat(journal.page(all(10), entry -> true).entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.sort()).isEqualTo(Entry.Sort.COUNTED);
                    assertThat(entry.facts()).isEqualTo(Map.of("permit", "2"));
                });
    }

    @Test
    void theSameDenialAgainIsOneLineThatSaysHowOften() {
        var journal = Journal.in(folder, hands);
        var tallies = new Tallies(journal, hands);
        for (var each = 0; each < 3; each++) {
            tallies.denied(new Tallies.Denial("a", "p", Map.of("dataset", "core")));
            hands.now = hands.now.plusSeconds(1);
        }
        tallies.denied(new Tallies.Denial("b", "q", Map.of("dataset", "core")));

        tallies.write();

        var lines = journal.page(all(10), entry -> entry.actor().equals("a")).entries();
        assertThat(lines).singleElement().satisfies(entry -> {
            assertThat(entry.sort()).isEqualTo(Entry.Sort.DENIED);
            assertThat(entry.facts())
                    .containsEntry("times", "3")
                    .containsEntry("dataset", "core")
                    .containsEntry("first", "2026-10-31T23:59:00Z")
                    .containsEntry("last", "2026-10-31T23:59:02Z");
        });
        assertThat(journal.page(all(10), entry -> true).entries()).hasSize(2);
    }

    @Test
    void aFloodOfDifferentDenialsIsWrittenBeforeItFillsTheMemory() {
        var journal = Journal.in(folder, hands);
        var tallies = new Tallies(journal, hands, 50);

        IntStream.range(0, 60).forEach(each -> tallies.denied(new Tallies.Denial("a" + each, "p", Map.of())));

        assertThat(journal.page(all(100), entry -> true).entries()).hasSizeGreaterThanOrEqualTo(50);
    }

    private static Journal.Note export(String actor, String reason) {
        return new Journal.Note(
                Entry.Sort.EXPORT, actor, "person of " + actor, reason, "/x?a=b", Map.of("format", "csv"));
    }

    private static Journal.Wanted all(int limit) {
        return new Journal.Wanted(
                Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty(), limit);
    }

    private static List<Long> walk(Journal journal, int limit) {
        var numbers = new ArrayList<Long>();
        var before = OptionalLong.empty();
        do {
            var page = journal.page(
                    new Journal.Wanted(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), before, limit),
                    entry -> true);
            page.entries().forEach(entry -> numbers.add(entry.number()));
            before = page.next();
        } while (before.isPresent());
        return numbers;
    }

    private List<String> files() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
