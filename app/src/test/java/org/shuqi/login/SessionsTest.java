package org.shuqi.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.api.ApiServer;
import org.shuqi.casework.MovingClock;

/** Sessions that are over are forgotten, also if nobody comes back to them. */
class SessionsTest {

    private final MovingClock clock = new MovingClock("2026-03-02T01:00:00Z");
    private final Sessions sessions = new Sessions(Duration.ofMinutes(30), Duration.ofHours(12), clock);

    @Test
    void whatIsOverIsForgottenAndWhatIsUsedIsKept() {
        var left = begin(sessions);
        var used = begin(sessions);
        clock.advance(Duration.ofMinutes(20));
        assertThat(sessions.of(used)).isPresent();
        clock.advance(Duration.ofMinutes(20));

        sessions.forget();

        assertThat(sessions.count()).isEqualTo(1);
        assertThat(sessions.of(used)).isPresent();
        assertThat(sessions.of(left)).isEmpty();
    }

    @Test
    void aRunningServerForgetsByItself(@TempDir Path data) throws InterruptedException {
        try (var api = ApiServer.with(data, Map.of("shuqi.session.idle", "PT0.1S", "shuqi.session.tidy", "100ms"))) {
            var running = api.bean(Sessions.class);
            begin(running);

            var patience = Instant.now().plusSeconds(60);
            while (running.count() > 0 && Instant.now().isBefore(patience)) {
                Thread.sleep(50);
            }

            assertThat(running.count()).isZero();
        }
    }

    private static String begin(Sessions sessions) {
        return sessions.begin(NodeFactory.createURI("http://localhost:8080/id/account/li.na"), false);
    }
}
