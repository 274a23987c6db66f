package org.shuqi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.IndexDerivation;
import org.shuqi.decision.fact.Organisation;

/** The list questions give exactly the tuples that asking one by one gives. */
class PermissionsTest {

    private static final long SEED = Long.getLong("shuqi.seed", new Random().nextLong());
    private static final Instant AT = Instant.parse("2026-01-18T00:00:00Z");

    @Test
    void listsAreCompleteAndHoldNothingElse() {
        System.out.println("seed of invented registries: " + SEED);
        var permits = 0;
        for (var each = 0; each < 40; each++) {
            var index = new IndexDerivation(ZoneOffset.ofHours(8)).build(new RandomRegistry(SEED + each).dataset(), 1);
            var rows = everyTuple(index);
            permits += rows.stream().filter(row -> row.endsWith("PERMIT")).count();
            var one = rows.stream()
                    .skip(new Random(each).nextInt(rows.size()))
                    .findFirst()
                    .orElseThrow()
                    .split(" ");

            for (var outcome : Stream.concat(
                            Stream.of(Optional.<Outcome>empty()),
                            Stream.of(Outcome.values()).map(Optional::of))
                    .toList()) {
                for (var bound = 0; bound < 8; bound++) {
                    var pattern = new Permission.Pattern(
                            given(one[0], bound & 1), given(one[1], bound & 2), given(one[2], bound & 4), outcome);

                    assertThat(listed(index, pattern))
                            .as("seed %d, %s", SEED + each, pattern)
                            .isEqualTo(expected(rows, pattern));
                }
            }
        }
        assertThat(permits).isPositive();
    }

    private static Optional<String> given(String iri, int bit) {
        return bit == 0 ? Optional.empty() : Optional.of(iri);
    }

    private static Permissions permissions(Index index) {
        return new Permissions(index, EngineMeetsReferenceTest.jurisdiction(index), AT);
    }

    private static Set<String> everyTuple(Index index) {
        var rows = new TreeSet<String>();
        for (var dataset : index.datasets().toArray()) {
            for (var recipient :
                    index.organisations().mapToInt(Organisation::iri).toArray()) {
                for (var purpose : index.purposes().toArray()) {
                    var outcome = permissions(index)
                            .outcome(dataset, recipient, purpose)
                            .orElseThrow();
                    rows.add(String.join(
                            " ", index.iri(dataset), index.iri(recipient), index.iri(purpose), outcome.name()));
                }
            }
        }
        return rows;
    }

    private static Set<String> listed(Index index, Permission.Pattern pattern) {
        var rows = permissions(index)
                .matching(pattern)
                .map(row -> String.join(
                        " ",
                        row.dataset(),
                        row.recipient(),
                        row.purpose(),
                        row.outcome().name()))
                .toList();
        assertThat(rows).doesNotHaveDuplicates();
        return new TreeSet<>(rows);
    }

    private static Set<String> expected(Set<String> rows, Permission.Pattern pattern) {
        var wanted = List.of(pattern.dataset(), pattern.recipient(), pattern.purpose());
        var all = wanted.stream().allMatch(Optional::isPresent);
        if (pattern.outcome().filter(outcome -> outcome != Outcome.PERMIT).isPresent()
                && pattern.dataset().isEmpty()
                && pattern.recipient().isEmpty()) {
            return Set.of();
        }
        var outcome = pattern.outcome().or(() -> all ? Optional.empty() : Optional.of(Outcome.PERMIT));
        return rows.stream()
                .filter(row -> matches(row.split(" "), wanted, outcome))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean matches(String[] row, List<Optional<String>> wanted, Optional<Outcome> outcome) {
        for (var each = 0; each < wanted.size(); each++) {
            if (wanted.get(each).isPresent() && !wanted.get(each).get().equals(row[each])) {
                return false;
            }
        }
        return outcome.isEmpty() || outcome.get().name().equals(row[3]);
    }
}
