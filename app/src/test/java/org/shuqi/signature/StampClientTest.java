package org.shuqi.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.problem.Refusal;

/** A time stamp is taken if it is one for exactly what was asked, by an authority that is trusted; later it needs nobody. */
class StampClientTest {

    private static final byte[] SIGNED = "what a party signed".getBytes(UTF_8);

    @TempDir
    private Path folder;

    private TestAuthority authority;
    private Authorities trusted;

    @BeforeEach
    void start() throws Exception {
        authority = new TestAuthority();
        trusted = Authorities.in(authority.root(folder.resolve("root.pem")));
    }

    @AfterEach
    void stop() {
        authority.close();
    }

    @Test
    void aTokenSaysWhenAndByWhomAndIsReadWithoutAskingAnybody() throws Exception {
        var token = client(Optional.empty()).stamp(SIGNED);
        authority.close();

        var read = StampToken.read(token, SIGNED, trusted).orElseThrow();

        assertThat(Instant.parse(read.at())).isCloseTo(Instant.now(), within(5));
        assertThat(read.authority()).isEqualTo("CN=Test Time Stamps");
        assertThat(read.known()).contains(true);
        assertThat(StampToken.read(token, SIGNED, Authorities.unnamed())
                        .orElseThrow()
                        .known())
                .isEmpty();
    }

    @Test
    void aTokenIsOneOfTheseBytesOnly() throws Exception {
        var token = client(Optional.empty()).stamp(SIGNED);

        assertThat(StampToken.read(token, "what a party signeD".getBytes(UTF_8), trusted))
                .isEmpty();
        assertThat(StampToken.read("bm8gdG9rZW4=", SIGNED, trusted)).isEmpty();
        assertThat(StampToken.read("no base64!", SIGNED, trusted)).isEmpty();
    }

    @Test
    void aFlippedBitOfTheTokenNeverChangesWhatItSays() throws Exception {
        var token = Base64.getDecoder().decode(client(Optional.empty()).stamp(SIGNED));
        var said = StampToken.read(Base64.getEncoder().encodeToString(token), SIGNED, trusted)
                .orElseThrow();
        var refused = 0;

        for (var at = 0; at < token.length; at++) {
            var flipped = token.clone();
            flipped[at] ^= 1;
            var read = StampToken.read(Base64.getEncoder().encodeToString(flipped), SIGNED, trusted);
            if (read.filter(each -> each.known().orElse(false)).isEmpty()) {
                refused++;
            } else {
                // bytes that nothing depends on, such as those of a certificate that is not needed
                assertThat(read).contains(said);
            }
        }
        assertThat(refused).isGreaterThan(token.length / 2);
    }

    @Test
    void anotherAuthoritysTokenIsNotThatOfOneWhoIsTrusted() throws Exception {
        try (var stranger = new TestAuthority()) {
            var client = new StampClient(settings(stranger.address(), Optional.empty()), trusted);

            assertThatThrownBy(() -> client.stamp(SIGNED)).hasMessageContaining("does not lead to one that is trusted");

            var strange = new StampClient(
                            settings(stranger.address(), Optional.empty()),
                            Authorities.in(stranger.root(folder.resolve("other.pem"))))
                    .stamp(SIGNED);
            assertThat(StampToken.read(strange, SIGNED, trusted).orElseThrow().known())
                    .contains(false);
        }
    }

    @Test
    void aCertificateHasToBeInForceWhenTheTokenIsMade() {
        authority.behave((exchange, question) -> TestAuthority.send(
                exchange,
                authority.answer(question, TestAuthority.POLICY, Instant.now().minus(90, ChronoUnit.DAYS))));

        assertThatThrownBy(() -> client(Optional.empty()).stamp(SIGNED)).isInstanceOf(StampClient.Refused.class);
    }

    @Test
    void anAnswerToAnotherQuestionIsRefused() throws Exception {
        var hash = java.security.MessageDigest.getInstance("SHA-256").digest(SIGNED);
        authority.behave((exchange, question) -> TestAuthority.send(
                exchange,
                authority.answer(
                        TestAuthority.question(hash, java.math.BigInteger.ONE), TestAuthority.POLICY, Instant.now())));
        assertThatThrownBy(() -> client(Optional.empty()).stamp(SIGNED)).hasMessageContaining("nonce");

        authority.behave((exchange, question) -> TestAuthority.send(
                exchange,
                authority.answer(
                        TestAuthority.question(new byte[32], question.getNonce()),
                        TestAuthority.POLICY,
                        Instant.now())));
        assertThatThrownBy(() -> client(Optional.empty()).stamp(SIGNED))
                .hasMessageContaining("not one to the question");
    }

    @Test
    void thePolicyIsTheOneThatWasAskedFor() throws Exception {
        assertThat(client(Optional.of(TestAuthority.POLICY)).stamp(SIGNED)).isNotEmpty();
        assertThat(authority.asked().get(0).getReqPolicy().getId()).isEqualTo(TestAuthority.POLICY);

        authority.behave((exchange, question) -> TestAuthority.send(
                exchange,
                authority.answer(
                        TestAuthority.question(question.getMessageImprintDigest(), question.getNonce()),
                        "1.2.3.4.9",
                        Instant.now())));

        assertThatThrownBy(() -> client(Optional.of(TestAuthority.POLICY)).stamp(SIGNED))
                .hasMessageContaining("policy");
    }

    @Test
    void noTwoQuestionsHaveTheSameNonce() throws Exception {
        client(Optional.empty()).stamp(SIGNED);
        client(Optional.empty()).stamp(SIGNED);

        assertThat(authority.asked().get(0).getNonce())
                .isNotEqualTo(authority.asked().get(1).getNonce());
    }

    @Test
    void whoDoesNotAnswerDoesNotAnswerWhollyOrWithTooMuchIsLeft() {
        authority.behave((exchange, question) -> Thread.sleep(5_000));
        assertThatThrownBy(() -> client(Optional.empty()).stamp(SIGNED)).isInstanceOf(StampClient.Refused.class);

        authority.behave((exchange, question) -> {
            exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            Thread.sleep(5_000);
        });
        assertThatThrownBy(() -> client(Optional.empty()).stamp(SIGNED)).hasMessageContaining("no whole answer");

        authority.behave((exchange, question) -> TestAuthority.send(exchange, new byte[100_000]));
        assertThatThrownBy(() -> client(Optional.empty()).stamp(SIGNED)).hasMessageContaining("more than 65536 bytes");
    }

    @Test
    void anAnswerOfAnotherTypeIsNotReadAndARedirectNotFollowed() {
        authority.behave((exchange, question) -> {
            exchange.getResponseHeaders().add("Location", "http://localhost:1/");
            exchange.sendResponseHeaders(302, -1);
        });
        assertThatThrownBy(() -> client(Optional.empty()).stamp(SIGNED)).hasMessageContaining("it answered 302");

        authority.behave((exchange, question) -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[2]);
        });
        assertThatThrownBy(() -> client(Optional.empty()).stamp(SIGNED))
                .hasMessageContaining("it answered 200 with ``");

        authority.behave((exchange, question) -> TestAuthority.send(exchange, "<html>".getBytes(UTF_8)));
        assertThatThrownBy(() -> client(Optional.empty()).stamp(SIGNED))
                .hasMessageContaining("not one to the question");
    }

    @Test
    void settingsThatCannotBeMeantAreRefused() throws Exception {
        var file = folder.resolve("root.pem");
        var here = authority.address();
        assertThatThrownBy(() -> settings(URI.create("file:///etc/passwd"), Optional.empty()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("give an http or https address");
        assertThatThrownBy(() -> settings(here, Optional.of("baseline")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no object identifier");
        assertThatThrownBy(() -> new StampSettings(here, file, Optional.empty(), Duration.ZERO))
                .isInstanceOf(Refusal.class);
        Files.writeString(folder.resolve("empty.pem"), "nothing");
        assertThatThrownBy(() -> Authorities.in(folder.resolve("empty.pem")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("holds no certificate");
    }

    private StampClient client(Optional<String> policy) {
        return new StampClient(settings(authority.address(), policy), trusted);
    }

    private StampSettings settings(URI address, Optional<String> policy) {
        return new StampSettings(address, folder.resolve("root.pem"), policy, Duration.ofSeconds(1));
    }

    private static org.assertj.core.data.TemporalUnitOffset within(long minutes) {
        return new org.assertj.core.data.TemporalUnitWithinOffset(minutes, ChronoUnit.MINUTES);
    }
}
