package org.shuqi.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.simple.SimpleHttpRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.WorkedExample;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.account.Callers;
import org.shuqi.api.ApiServer;
import org.shuqi.graph.Stores;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.registry.Settings;

/** The first key, and who gets in without one. */
class LoginTest {

    @TempDir
    Path data;

    @Test
    void theFirstStartLeavesAKeyThatOnlyItsOwnerCanRead() throws IOException {
        OperatorKey.in(data);

        var file = data.resolve(OperatorKey.FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Base64.getUrlDecoder().decode(Files.readString(file).strip()))
                .hasSize(32);
    }

    @Test
    void theNextStartKeepsTheKey() throws IOException {
        OperatorKey.in(data);
        var key = Files.readString(data.resolve(OperatorKey.FILE)).strip();

        var again = OperatorKey.in(data);

        assertThat(again.is(key)).isTrue();
        assertThat(again.is(key + "x")).isFalse();
        assertThat(again.is("")).isFalse();
    }

    @Test
    void anEmptyKeyFileOpensNothing() throws IOException {
        Files.writeString(data.resolve(OperatorKey.FILE), "\n");

        assertThatThrownBy(() -> OperatorKey.in(data)).hasMessageContaining("no usable key");
    }

    @Test
    void noMachineGetsInWithoutAKeyUnlessItIsOpened() {
        refused(from("127.0.0.1"), false);
        refused(from("::1"), false);
    }

    @Test
    void thisMachineGetsInWithoutAKeyIfItIsOpened() {
        assertThat(caller(from("127.0.0.1"))).isEqualTo(Caller.operator());
        assertThat(caller(from("::1"))).isEqualTo(Caller.operator());
    }

    @Test
    void anotherMachineDoesNotWhateverItsHeadersSay() {
        refused(from("192.0.2.7"));
        refused(from("192.0.2.7")
                .header("X-Forwarded-For", "127.0.0.1")
                .header("Forwarded", "for=127.0.0.1")
                .header("X-Real-IP", "127.0.0.1"));
    }

    @Test
    void aPageOfAnotherSiteDoesNotEvenFromHere() {
        refused(from("127.0.0.1").header("Origin", "https://evil.example"));
        refused(new At("127.0.0.1", "rebound.example").header("Accept", "*/*"));
        assertThat(caller(from("127.0.0.1").header("Origin", "http://localhost:8080")))
                .isEqualTo(Caller.operator());
    }

    @Test
    void theKeyOpensFromAnywhereAndAWrongOneNowhere() throws IOException {
        OperatorKey.in(data);
        var key = Files.readString(data.resolve(OperatorKey.FILE)).strip();

        assertThat(caller(from("192.0.2.7").header("Authorization", "Bearer " + key)))
                .isEqualTo(Caller.operator());
        assertThat(caller(from("192.0.2.7").header("Authorization", "bearer " + key)))
                .isEqualTo(Caller.operator());
        refused(from("192.0.2.7").header("Authorization", "Bearer " + key.substring(1)));
        refused(from("127.0.0.1").header("Authorization", "Bearer wrong"));
        refused(from("127.0.0.1").header("Authorization", "Basic " + key));
    }

    @Test
    void overHttpAWrongKeyIs401AndSaysHow() {
        try (var api = ApiServer.empty(data)) {
            var wrong = api.get("/api/v1/datasets", "Authorization", "Bearer wrong", "Accept-Language", "en");

            assertThat(wrong.status()).isEqualTo(401);
            assertThat(wrong.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(wrong.json().path("detail").asText()).contains("operator.key");
            assertThat(wrong.header("Shuqi-Revision")).isEqualTo(Long.toString(api.revision()));
            for (var path : new String[] {
                "/sparql?query=ASK%7B%7D", "/data?default", "/nowhere", "/openapi", "/metrics", "/health", "/id/x", "/"
            }) {
                assertThat(api.get(path, "Authorization", "Bearer wrong").status())
                        .as(path)
                        .isEqualTo(401);
            }
            assertThat(api.get("/health/liveness", "Authorization", "Bearer wrong")
                            .status())
                    .isEqualTo(200);
            assertThat(api.get("/api/v1/datasets").status()).isEqualTo(200);
            assertThat(data.resolve(OperatorKey.FILE)).exists();
        }
    }

    private static At from(String address) {
        return new At(address, "localhost:8080");
    }

    private Caller caller(At request) {
        return caller(request, true);
    }

    private Caller caller(At request, boolean openOnLoopback) {
        try (var store = Stores.open(data.resolve("store"))) {
            var callers = Callers.of(store, WorkedExample.BASE, Settings.DEFAULT_ZONE, Clock.systemUTC());
            var sessions = new Sessions(Duration.ofMinutes(30), Duration.ofHours(12), Clock.systemUTC());
            new Gatekeeper(
                            new Credentials(OperatorKey.in(data), callers),
                            new SessionGate(sessions, new Cookies(Optional.empty()), callers),
                            new RouteRights(),
                            new Neighbours(openOnLoopback))
                    .check(request, MutablePropagatedContext.of(PropagatedContext.empty()));
        }
        return request.getAttribute(Acting.ATTRIBUTE, Caller.class).orElseThrow();
    }

    private void refused(At request) {
        refused(request, true);
    }

    private void refused(At request, boolean openOnLoopback) {
        assertThatThrownBy(() -> caller(request, openOnLoopback))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().kind()).isEqualTo(Kind.UNAUTHENTICATED));
    }

    /** A request as it arrives from an address. */
    private static final class At extends SimpleHttpRequest<Object> {

        private final InetSocketAddress remote;

        At(String address, String host) {
            super(io.micronaut.http.HttpMethod.GET, "/api/v1/datasets", null);
            this.remote = new InetSocketAddress(address, 50_000);
            header("Host", host);
        }

        @Override
        public At header(CharSequence name, CharSequence value) {
            super.header(name, value);
            return this;
        }

        @Override
        public InetSocketAddress getRemoteAddress() {
            return remote;
        }
    }
}
