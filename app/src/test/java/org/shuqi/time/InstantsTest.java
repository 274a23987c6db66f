package org.shuqi.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short cut for the common forms reads what the general reader reads, and refuses what it refuses. */
class InstantsTest {

    private static final long SEED = Long.getLong("shuqi.seed", new Random().nextLong());

    @Test
    void theShortCutAgreesWithTheGeneralReader() {
        System.out.println("seed of date-times: " + SEED);
        var random = new Random(SEED);
        for (var each = 0; each < 20_000; each++) {
            var text = "%04d-%02d-%02dT%02d:%02d:%02d%s%s"
                    .formatted(
                            random.nextInt(10_000),
                            random.nextInt(14),
                            random.nextInt(33),
                            random.nextInt(26),
                            random.nextInt(62),
                            random.nextInt(62),
                            random.nextBoolean()
                                    ? ""
                                    : "."
                                            + String.valueOf(Long.MAX_VALUE - random.nextLong(1L << 60))
                                                    .substring(1, 1 + random.nextInt(12)),
                            random.nextBoolean()
                                    ? "Z"
                                    : "%s%02d:%02d"
                                            .formatted(
                                                    random.nextBoolean() ? "+" : "-",
                                                    random.nextInt(20),
                                                    random.nextInt(70)));
            assertThat(Instants.zoned(text)).as(text).isEqualTo(general(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-06-01T12:00:00",
                "2026-06-01T12:00Z",
                "2026-06-01T12:00:00.5Z",
                "2026-06-01T12:00:00.Z",
                "2026-06-01T12:00:00.123456789+08:00",
                "2026-06-01T12:00:00.1234567890Z",
                "2026-06-01T12:00:00.12",
                "2026-06-01T12:00:00.1.2Z",
                "2026-06-01T12:00:00,5Z",
                "2026-06-01T12:00:00+0800",
                "2026-06-01T12:00:00+08:00:00",
                "2026-06-01T12:00:00z",
                "2026-06-01T12:00:00Zx",
                "2026-06-01 12:00:00Z",
                "+2026-06-01T12:00:00Z",
                "２０２６-06-01T12:00:00Z"
            })
    void oddFormsAreReadOrRefusedAsBefore(String text) {
        assertThat(Instants.zoned(text)).isEqualTo(general(text));
    }

    private static Optional<Instant> general(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
