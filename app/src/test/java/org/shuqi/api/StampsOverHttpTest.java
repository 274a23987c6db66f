package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.TestCallers;
import org.shuqi.WorkedExample;
import org.shuqi.access.Appointment;
import org.shuqi.access.Role;
import org.shuqi.casework.MovingClock;
import org.shuqi.change.Changes;
import org.shuqi.registry.Registry;
import org.shuqi.signature.StampSettings;
import org.shuqi.signature.Stamping;
import org.shuqi.signature.TestAuthority;

/** Signatures get time stamps when all parties have signed, and are none the worse if the authority fails. */
class StampsOverHttpTest {

    @TempDir
    private static Path folder;

    private static TestAuthority authority;
    private static ApiServer api;
    private static Agreements agreements;
    private static KeyPair police;
    private static KeyPair housing;

    @BeforeAll
    static void start() throws Exception {
        authority = new TestAuthority();
        api = ApiServer.withExample(
                folder.resolve("data"),
                Map.of(
                        "shuqi.stamps.address",
                        authority.address().toString(),
                        "shuqi.stamps.authorities",
                        authority.root(folder.resolve("root.pem")).toString(),
                        "shuqi.stamps.patience",
                        "PT1S",
                        // the test itself says when to look
                        "shuqi.stamps.every",
                        "PT10H"));
        agreements = new Agreements(api);
        police = key("police");
        housing = key("housing");
    }

    @AfterAll
    static void stop() {
        api.close();
        authority.close();
    }

    @BeforeEach
    void up() {
        authority.behave();
    }

    @Test
    void bothSignaturesAreStampedOnceBothPartiesHaveSigned() throws Exception {
        var agreement = awaitingSignature();
        sign(agreement, "partially-signed", "police", police);
        stamping(Clock.systemUTC()).look();
        assertThat(state(agreement)).doesNotContain("timeStamp");

        sign(agreement, "signed", "housing", housing);
        stamping(Clock.systemUTC()).look();

        var items = api.get(agreement + "/signatures").json().path("items");
        assertThat(items).hasSize(2).allSatisfy(item -> {
            assertThat(item.path("state").asText()).isEqualTo("valid");
            assertThat(item.path("timeStamp").path("authority").asText()).isEqualTo("CN=Test Time Stamps");
            assertThat(item.path("timeStamp").path("known").asBoolean()).isTrue();
        });
        var revision = api.revision();
        stamping(Clock.systemUTC()).look();
        assertThat(api.revision()).isEqualTo(revision);
        // and nothing that follows minds the stamp
        assertThat(api.post(agreement + "/transitions", "{\"to\":\"active\",\"by\":\"police\"}")
                        .status())
                .isEqualTo(200);
        assertThat(api.get(agreement + "/signatures").json().findValuesAsText("state"))
                .containsExactly("valid", "valid");
    }

    @Test
    void openSslReadsTheTokenToo() throws Exception {
        var agreement = signed();
        stamping(Clock.systemUTC()).look();
        var signature = api.get(agreement, "Accept", "application/json").json().path("signature");
        var one = signature.isArray() ? signature.get(0) : signature;
        Files.write(
                folder.resolve("value"),
                Base64.getDecoder().decode(one.path("signatureValue").asText()));
        Files.write(
                folder.resolve("token"),
                Base64.getDecoder().decode(one.path("timeStampToken").asText()));

        assertThat(openSslVerifies("value")).isTrue();
        Files.writeString(folder.resolve("other"), "another value");
        assertThat(openSslVerifies("other")).isFalse();
    }

    @Test
    void anAuthorityThatFailsLosesNothingAndIsToldOf() throws Exception {
        authority.behave((exchange, question) -> exchange.sendResponseHeaders(500, -1));
        var agreement = signed();
        var tag = api.get(agreement).header("ETag");
        api.bean(Stamping.class).look();

        assertThat(api.get(agreement + "/signatures").json().findValuesAsText("state"))
                .containsExactly("valid", "valid");
        assertThat(state(agreement)).contains("timeStampFailed").contains("it answered 500");
        assertThat(api.get("/metrics").text()).containsPattern("shuqi_stamps_waiting [2-9]");
        assertThat(api.get(agreement).header("ETag")).isEqualTo(tag);

        // another start of the server knows from the registry what is missing
        authority.behave();
        stamping(Clock.systemUTC()).look();

        assertThat(api.get(agreement + "/signatures").json().findValues("timeStamp"))
                .hasSize(2);
        assertThat(state(agreement)).doesNotContain("timeStampFailed");
    }

    @Test
    void anAuthorityThatFailsIsAskedLaterAndLater() throws Exception {
        signed();
        var clock = new MovingClock(Instant.now().toString());
        var stamping = stamping(clock);
        authority.behave((exchange, question) -> exchange.sendResponseHeaders(500, -1));
        var before = authority.asked().size();

        stamping.look();
        stamping.look();
        assertThat(authority.asked()).hasSize(before + 1);
        clock.advance(Duration.ofSeconds(10));
        stamping.look();
        assertThat(authority.asked()).hasSize(before + 2);
        clock.advance(Duration.ofSeconds(10));
        stamping.look();
        assertThat(authority.asked()).hasSize(before + 2);
        clock.advance(Duration.ofSeconds(12));
        stamping.look();
        assertThat(authority.asked()).hasSize(before + 3);

        authority.behave();
        clock.advance(Duration.ofHours(1));
        stamping.look();
        assertThat(stamping.waiting()).isZero();
    }

    @Test
    void aStampOfAnotherSignatureDoesNotGetIn() throws Exception {
        var taken = new AtomicReference<byte[]>();
        var agreement = awaitingSignature();
        authority.behave((exchange, question) -> {
            taken.set(authority.answer(question, TestAuthority.POLICY, Instant.now()));
            TestAuthority.send(exchange, taken.get());
        });
        signed();
        stamping(Clock.systemUTC()).look();
        var token = TestAuthority.token(taken.get());

        var refused = api.post(
                agreement + "/transitions",
                """
                {"to":"partially-signed","by":"police","with":{"signatureValue":"%s","signingKey":"public-key/police-s","timeStampToken":"%s"}}"""
                        .formatted(value(agreement, police), token),
                "Accept-Language",
                "en");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("the time stamp is not one of this signature");
    }

    @Test
    void whoeverIsSignedInAddsNoStampByHand() throws Exception {
        var agreement = signed();
        var head = TestCallers.key(
                api.bean(Changes.class),
                "stamper",
                Appointment.in(
                        NodeFactory.createURI(WorkedExample.BASE + "organization/police"), Role.DEPARTMENT_HEAD));
        var read = api.get(agreement, "Authorization", head, "Accept", "application/json");
        var form = (ObjectNode) read.json();
        var signature = (ObjectNode) form.withArray("signature").get(0);
        var value = Base64.getDecoder().decode(signature.path("signatureValue").asText());
        try (var stranger = new TestAuthority()) {
            var question = stranger.question(value);
            signature.put("timeStampToken", stranger.token(question));
        }

        var refused = api.send(
                "PUT",
                agreement,
                form.toString(),
                "Authorization",
                head,
                "If-Match",
                read.header("ETag"),
                "Accept-Language",
                "en");

        assertThat(refused.status()).as(refused.text()).isEqualTo(403);
        assertThat(refused.text()).contains("`signature` is written by the steps of the procedure");
    }

    @Test
    void nobodyIsAskedUnlessAnAuthorityIsSet() {
        try (var other = ApiServer.empty(folder.resolve("silent"))) {
            assertThat(other.has(Stamping.class)).isFalse();
        }
    }

    private static Stamping stamping(Clock clock) {
        return Stamping.of(
                api.bean(Registry.class).store(),
                api.bean(Changes.class),
                new StampSettings(
                        authority.address(), folder.resolve("root.pem"), Optional.empty(), Duration.ofSeconds(5)),
                clock,
                ZoneId.of("Asia/Shanghai"));
    }

    private static boolean openSslVerifies(String file) throws Exception {
        try {
            var process = new ProcessBuilder(
                            "openssl",
                            "ts",
                            "-verify",
                            "-token_in",
                            "-in",
                            "token",
                            "-data",
                            file,
                            "-CAfile",
                            "root.pem")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (java.io.IOException missing) {
            Assumptions.abort("there is no openssl here");
            return false;
        }
    }

    private static String state(String agreement) {
        return api.get(agreement + "/signatures").text();
    }

    private static String signed() throws Exception {
        var agreement = awaitingSignature();
        sign(agreement, "partially-signed", "police", police);
        sign(agreement, "signed", "housing", housing);
        return agreement;
    }

    private static String awaitingSignature() {
        var agreement = agreements.draft("bilateral", "housing");
        agreements.take(agreement, "{\"to\":\"under-review\",\"by\":\"police\"}");
        agreements.take(agreement, "{\"to\":\"awaiting-signature\",\"by\":\"police\"}");
        return agreement;
    }

    private static void sign(String agreement, String to, String by, KeyPair pair) throws Exception {
        agreements.take(
                agreement,
                """
                {"to":"%s","by":"%s","with":{"signatureValue":"%s","signingKey":"public-key/%s-s"}}"""
                        .formatted(to, by, value(agreement, pair), by));
    }

    private static String value(String agreement, KeyPair pair) throws Exception {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(api.get(agreement + "/canonical", "Accept", "application/n-quads")
                .bytes());
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private static KeyPair key(String organization) throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var made = api.post(
                "/api/v1/public-keys",
                """
                {"id":"public-key/%1$s-s","organization":"organization/%1$s","publicKeyValue":"%2$s","validFrom":"2026-01-01T00:00:00+08:00"}"""
                        .formatted(
                                organization,
                                Base64.getEncoder()
                                        .encodeToString(pair.getPublic().getEncoded())));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return pair;
    }
}
