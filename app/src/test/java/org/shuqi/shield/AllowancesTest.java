package org.shuqi.shield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.TestCallers;
import org.shuqi.access.Appointment;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.change.Changes;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** How much of the service one caller may have. */
class AllowancesTest {

    private static final Caller ONE = new Caller("one", Set.of(Role.SYSTEM_CLIENT));
    private static final Caller OTHER = new Caller("other", Set.of(Role.SYSTEM_CLIENT));

    private final Allowances allowances =
            new Allowances(new Rates(1, 3, 1, 4, 2, 1.0, Duration.ofSeconds(10), 2, 3, 1_000));

    @Test
    void aBurstIsServedAndThenOneAfterTheOther() {
        var bucket = new Bucket(3_000, 0);

        assertThat(bucket.draw(1_000, 0)).isEmpty();
        assertThat(bucket.draw(1_000, 0)).isEmpty();
        assertThat(bucket.draw(1_000, 0)).isEmpty();
        assertThat(bucket.draw(1_000, 0)).contains(Duration.ofNanos(1_000));
        assertThat(bucket.draw(1_000, 999)).contains(Duration.ofNanos(1));
        assertThat(bucket.draw(1_000, 1_000)).isEmpty();
        assertThat(bucket.draw(1_000, 1_000)).isPresent();
    }

    @Test
    void whoHasBeenAwayForLongHasABurstAndNoMore() {
        var bucket = new Bucket(2_000, 0);

        assertThat(bucket.draw(1_000, 1_000_000)).isEmpty();
        assertThat(bucket.draw(1_000, 1_000_000)).isEmpty();
        assertThat(bucket.draw(1_000, 1_000_000)).isPresent();
    }

    @Test
    void aClockThatWrapsAroundFillsNothing() {
        var bucket = new Bucket(1_000, Long.MAX_VALUE - 10);

        assertThat(bucket.draw(1_000, Long.MAX_VALUE - 10)).isEmpty();
        assertThat(bucket.draw(1_000, Long.MIN_VALUE + 10)).isPresent();
    }

    @Test
    void oneAccountDoesNotUseUpWhatAnotherHas() {
        for (var i = 0; i < 3; i++) {
            allowances.request(ONE);
        }

        assertThatThrownBy(() -> allowances.request(ONE)).satisfies(AllowancesTest::isTooMany);
        allowances.request(OTHER);
    }

    @Test
    void whatWasGivenBackCanBeDrawnAgainAndNoMore() {
        for (var i = 0; i < 20; i++) {
            assertThat(allowances.draws(ONE)).isTrue();
            allowances.giveBack(ONE);
        }
        for (var i = 0; i < 3; i++) {
            assertThat(allowances.draws(ONE)).isTrue();
        }

        assertThat(allowances.draws(ONE)).isFalse();
        assertThatThrownBy(() -> allowances.request(ONE)).satisfies(AllowancesTest::isTooMany);
        assertThat(allowances.draws(OTHER)).isTrue();
    }

    @Test
    void whoHasWorkToPayForDrawsNothing() {
        allowances.worked(ONE, Duration.ofSeconds(25).toNanos());

        assertThat(allowances.draws(ONE)).isFalse();
        assertThat(allowances.draws(OTHER)).isTrue();
    }

    @Test
    void workOnceDoneIsPaidForBeforeTheNextRequest() {
        allowances.worked(ONE, Duration.ofSeconds(25).toNanos());

        assertThatThrownBy(() -> allowances.request(ONE))
                .satisfies(AllowancesTest::isTooMany)
                .satisfies(refused -> assertThat(
                                ((Refusal) refused).problem().retryAfter().orElseThrow())
                        .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(15)));
        allowances.request(OTHER);
    }

    @Test
    void oneAccountHasOnlySoManyQueriesUnderWay() {
        try (var first = allowances.query(Optional.of(ONE));
                var second = allowances.query(Optional.of(ONE))) {
            assertThatThrownBy(() -> allowances.query(Optional.of(ONE))).satisfies(AllowancesTest::isTooMany);
            allowances.query(Optional.of(OTHER)).close();
        }
        allowances.query(Optional.of(ONE)).close();
    }

    @Test
    void theOperatorIsNotLimited() {
        for (var i = 0; i < 100; i++) {
            allowances.request(Caller.operator());
        }
    }

    @Test
    void strangersOfOneNetworkShareAnAllowanceAndSigningInCostsMore() throws UnknownHostException {
        allowances.request(InetAddress.getByName("2001:db8::1"), true);
        allowances.request(InetAddress.getByName("2001:db8::2"), true);

        assertThatThrownBy(() -> allowances.request(InetAddress.getByName("2001:db8::3"), false))
                .satisfies(AllowancesTest::isTooMany);
        allowances.request(InetAddress.getByName("2001:db8:1::1"), false);
        allowances.request(InetAddress.getByName("192.0.2.1"), false);
    }

    @Test
    void overHttpWhoGuessesKeysIsToldToWaitAndWhoHasOneIsNot(@TempDir Path folder) throws Exception {
        try (var server = Running.with(folder, "shuqi.rates.open-requests", 1, "shuqi.rates.open-burst", 5)) {
            var key = java.nio.file.Files.readString(folder.resolve("operator.key"))
                    .strip();
            var refused = server.get("/api/v1/datasets", "Authorization", "Bearer guess");
            assertThat(refused.statusCode()).isEqualTo(401);
            // a slow machine may give an allowance back in between, but not sixty
            for (var i = 0; refused.statusCode() == 401 && i < 60; i++) {
                refused = server.get("/api/v1/datasets", "Authorization", "Bearer guess" + i, "Accept-Language", "en");
            }

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("too many requests; try again in 1 seconds");
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(server.get("/api/v1/datasets", "Authorization", "Bearer " + key)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(server.get("/health/liveness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void overHttpWhoAsksTooOftenIsToldToWaitAndOthersAreNot(@TempDir Path folder) {
        try (var server = Running.with(folder, "shuqi.rates.requests", 1, "shuqi.rates.burst", 5)) {
            var busy = TestCallers.key(server.bean(Changes.class), "busy", Appointment.everywhere(Role.READER));
            var other = TestCallers.key(server.bean(Changes.class), "other", Appointment.everywhere(Role.READER));
            var refused = server.get("/api/v1/me", "Authorization", busy);
            assertThat(refused.statusCode()).isEqualTo(200);
            // a slow machine may give an allowance back in between, but not sixty
            for (var i = 0; refused.statusCode() == 200 && i < 60; i++) {
                refused = server.get("/api/v1/me", "Authorization", busy, "Accept-Language", "en");
            }

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("too many requests");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(server.get("/api/v1/me", "Authorization", other).statusCode())
                    .isEqualTo(200);
            for (var i = 0; i < 10; i++) {
                assertThat(server.get("/api/v1/datasets").statusCode())
                        .as("the operator is not limited")
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void overHttpWhoseRequestsTookTooMuchWorkIsToldToWait(@TempDir Path folder) {
        try (var server = Running.with(folder, "shuqi.rates.share", 0.000_001, "shuqi.rates.saved", "PT0.000001S")) {
            var busy = TestCallers.key(server.bean(Changes.class), "busy", Appointment.everywhere(Role.READER));

            assertThat(server.get("/api/v1/datasets", "Authorization", busy).statusCode())
                    .isEqualTo(200);
            var refused = server.get("/api/v1/datasets", "Authorization", busy, "Accept-Language", "en");

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("took too much working time");
            assertThat(server.get("/api/v1/datasets").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void overHttpAnAccountHasOnlySoManyQueriesUnderWay(@TempDir Path folder) {
        // with no place at all the next query is one too many, without luck of two at the same time
        try (var server = Running.with(folder, "shuqi.rates.at-once", 0)) {
            var asking = TestCallers.key(server.bean(Changes.class), "asking", Appointment.everywhere(Role.READER));
            var query = "/sparql?query=ASK%7B%7D";

            var refused = server.get(query, "Authorization", asking, "Accept-Language", "en");

            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(429);
            assertThat(refused.body()).contains("queries of yours are running");
            assertThat(server.get(query).statusCode()).isEqualTo(200);
            assertThat(server.get("/api/v1/datasets", "Authorization", asking).statusCode())
                    .isEqualTo(200);
        }
    }

    private static void isTooMany(Throwable thrown) {
        assertThat(((Refusal) thrown).problem().kind()).isEqualTo(Kind.TOO_MANY);
    }
}
