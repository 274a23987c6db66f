package org.shuqi.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.TestCallers;
import org.shuqi.WorkedExample;
import org.shuqi.access.Appointment;
import org.shuqi.access.Role;
import org.shuqi.api.ApiServer;
import org.shuqi.change.Changes;
import org.shuqi.vocabulary.Trust;

/** Signing in at an OpenID provider that answers over HTTP: people on pages, systems with tokens, forgers not at all. */
class ProviderTest {

    private static final String AUDIENCE = "registry";
    private static final String SUBJECT = "248289761001";

    @TempDir
    static Path data;

    private static Rotating keys;
    private static MockOAuth2Server provider;
    private static ApiServer api;

    @BeforeAll
    static void start() {
        keys = new Rotating();
        provider = new MockOAuth2Server(new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(keys)));
        provider.start(java.net.InetAddress.getLoopbackAddress(), 0);
        api = ApiServer.with(
                data,
                Map.of(
                        "shuqi.open-on-loopback",
                        false,
                        Whom.SWITCH,
                        "yes",
                        "shuqi.openid.issuer",
                        issuer(),
                        "shuqi.openid.client-id",
                        "shuqi",
                        "shuqi.openid.client-secret",
                        "secret",
                        "shuqi.openid.audience",
                        AUDIENCE));
        var quads = new ArrayList<>(TestCallers.records("li.na", Appointment.everywhere(Role.READER)));
        quads.add(says("li.na", Trust.signInIssuer, issuer()));
        quads.add(says("li.na", Trust.signInSubject, SUBJECT));
        TestCallers.apply(api.bean(Changes.class), quads);
    }

    @AfterAll
    static void stop() {
        api.close();
        provider.shutdown();
    }

    @Test
    void aPersonSignsInThereAndIsKnownHere() {
        var browser = browser();
        assertThat(browser.open("/login").body()).contains("/login/provider");

        var back = comesBack(browser, "/whom/here");
        vouchesFor(SUBJECT);
        var in = browser.open(back);

        assertThat(in.statusCode()).as(in.body()).isEqualTo(303);
        assertThat(Browser.location(in)).isEqualTo("/whom/here");
        assertThat(browser.open("/whom/here").body())
                .isEqualTo(TestCallers.account("li.na").getURI());
        assertThat(browser.open(back).statusCode()).as("the same answer again").isEqualTo(401);
    }

    @Test
    void whoHasNoAccountHereIsToldSo() {
        var browser = browser();

        var back = comesBack(browser, "/account");
        vouchesFor("somebody else");
        var in = browser.open(back);

        assertThat(in.statusCode()).isEqualTo(403);
        assertThat(in.body()).contains("no account here is yours");
        assertThat(browser.open("/whom/here").statusCode()).isEqualTo(303);
    }

    @Test
    void theWayThereCarriesStateNonceAndAChallenge() {
        var there = Browser.location(browser().open("/login/provider"));

        assertThat(there)
                .startsWith(issuer() + "/authorize?")
                .contains(
                        "response_type=code",
                        "scope=openid",
                        "code_challenge_method=S256",
                        "code_challenge=",
                        "state=",
                        "nonce=",
                        "client_id=shuqi");
        assertThat(Browser.location(browser().open("/login/provider"))).isNotEqualTo(there);
    }

    @Test
    void anAnswerThatThisBrowserDidNotAskForIsRefused() {
        var begun = browser();
        var back = comesBack(begun, "/account");

        assertThat(browser().open(back).statusCode()).as("another browser").isEqualTo(401);
        var otherState = begun.open(back.replaceAll("state=[^&]+", "state=forged"));
        assertThat(otherState.statusCode()).isEqualTo(401);
        assertThat(begun.open(back).statusCode())
                .as("used up by the forged one")
                .isEqualTo(401);
        assertThat(begun.open("/login/provider/callback").statusCode()).isEqualTo(401);
        var refusing = browser();
        refusing.open("/login/provider");
        assertThat(refusing.open("/login/provider/callback?error=access_denied&state=x")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTokenOfASystemSpeaksForItsAccount() {
        assertThat(whom(token(claims().build())))
                .isEqualTo("200 " + TestCallers.account("li.na").getURI());
        assertThat(whom(token(claims().audience(List.of("another", AUDIENCE)).build())))
                .startsWith("200");
        assertThat(whom(token(claims().expirationTime(in(-30)).build())))
                .as("clocks differ")
                .startsWith("200");
    }

    @Test
    void everyForgedTokenIsRefused() throws Exception {
        var good = claims().build();
        var stranger = new RSAKeyGenerator(2048).keyID(keys.key.getKeyID()).generate();
        var forged = new java.util.LinkedHashMap<String, String>();
        forged.put("over", token(claims().expirationTime(in(-90)).build()));
        forged.put("no end", token(claims().expirationTime(null).build()));
        forged.put("not yet", token(claims().notBeforeTime(in(600)).build()));
        forged.put("for another", token(claims().audience("another").build()));
        forged.put("for nobody", token(claims().audience((String) null).build()));
        forged.put(
                "an ID token, meant for the pages",
                token(claims().audience("shuqi").build()));
        forged.put(
                "of another issuer",
                token(claims().issuer("https://idp.example/realm").build()));
        forged.put(
                "of a neighbour realm",
                token(claims().issuer(provider.issuerUrl("other").toString()).build()));
        forged.put("of nobody", token(claims().subject(null).build()));
        forged.put("of somebody unknown", token(claims().subject("42").build()));
        forged.put("unsigned", new PlainJWT(good).serialize());
        forged.put("unsigned by its head", unsigned(token(good)));
        forged.put("signed by a stranger with the same key id", signed(good, stranger, JOSEObjectType.JWT));
        forged.put("of another type", signed(good, stranger, new JOSEObjectType("dpop+jwt")));
        var mac = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .keyID(keys.key.getKeyID())
                        .build(),
                good);
        mac.sign(new MACSigner(keys.key.toRSAPublicKey().getEncoded()));
        forged.put("keyed with the public key", mac.serialize());
        var parts = token(good).split("\\.");
        forged.put(
                "with a changed claim",
                parts[0] + "." + encoded(decoded(parts[1]).replace(SUBJECT, "1")) + "." + parts[2]);
        forged.put("without its signature", parts[0] + "." + parts[1] + ".");
        forged.put("with a key of its own in its head", signedWithOwnKey(good));
        forged.put("no token", "a.b.c");
        forged.put("four parts", token(good) + ".x");

        forged.forEach((what, token) -> assertThat(whom(token)).as(what).startsWith("401"));
        assertThat(whom(token(good))).startsWith("200");
    }

    @Test
    void aTokenOpensNothingOnceTheAccountIsDisabled() {
        var quads = new ArrayList<>(TestCallers.records("leaver"));
        quads.add(says("leaver", Trust.signInIssuer, issuer()));
        quads.add(says("leaver", Trust.signInSubject, "leaver"));
        TestCallers.apply(api.bean(Changes.class), quads);
        var token = token(claims().subject("leaver").build());
        assertThat(whom(token)).startsWith("200");

        api.bean(org.shuqi.account.Accounts.class)
                .disable(TestCallers.account("leaver"), org.shuqi.access.Caller.operator());

        assertThat(whom(token)).startsWith("401");
    }

    @Test
    void aNewKeyOfTheProviderIsKnownAsSoonAsItIsUsedAndAnOldOneForgottenInTime() {
        assertThat(whom(token(claims().build()))).startsWith("200");
        var old = token(claims().build());

        keys.rotate();

        assertThat(whom(token(claims().build()))).startsWith("200");
        assertThat(whom(old))
                .as("signed by a key that the provider no longer names")
                .startsWith("401");
    }

    /** What the provider says of the next who redeems a code. */
    private static void vouchesFor(String subject) {
        provider.enqueueCallback(
                new DefaultOAuth2TokenCallback("city", subject, "JWT", List.of("shuqi"), Map.of(), 300));
    }

    private static String comesBack(Browser browser, String next) {
        var there = Browser.location(browser.open("/login/provider?next=" + next));
        var asked = new Browser("").open(there);
        assertThat(asked.statusCode()).isEqualTo(302);
        return Browser.location(asked);
    }

    private static String whom(String token) {
        var reply = api.get("/whom/moved", "Authorization", "Bearer " + token);
        return reply.status() + " " + reply.text();
    }

    private static Browser browser() {
        return new Browser(api.uri("").toString());
    }

    private static String issuer() {
        return provider.issuerUrl("city").toString();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(SUBJECT)
                .audience(AUDIENCE)
                .issueTime(new Date())
                .expirationTime(in(300));
    }

    private static Date in(long seconds) {
        return Date.from(Instant.now().plus(Duration.ofSeconds(seconds)));
    }

    /** A token as the provider would sign it. */
    private static String token(JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(keys.key.getKeyID())
                            .type(JOSEObjectType.JWT)
                            .build(),
                    claims);
            token.sign(new RSASSASigner(keys.key));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private static String signed(JWTClaimsSet claims, RSAKey key, JOSEObjectType type) throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(type)
                        .build(),
                claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static String signedWithOwnKey(JWTClaimsSet claims) throws Exception {
        var key = new RSAKeyGenerator(2048).keyID("mine").generate();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID("mine")
                        .jwk(key.toPublicJWK())
                        .build(),
                claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static String unsigned(String token) {
        var parts = token.split("\\.");
        return encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".";
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private static Quad says(String name, Node property, String value) {
        return new Quad(
                NodeFactory.createURI(WorkedExample.BASE + "graph/account/" + name),
                TestCallers.account(name),
                property,
                NodeFactory.createLiteralString(value));
    }

    /** A provider whose keys have names of their own, and change. */
    private static final class Rotating extends KeyProvider {

        private volatile RSAKey key = generated(0);
        private int times;

        void rotate() {
            key = generated(++times);
        }

        @Override
        public JWK signingKey(String issuer) {
            return key;
        }

        private static RSAKey generated(int number) {
            try {
                return new RSAKeyGenerator(2048)
                        .keyID("key-" + number)
                        .keyUse(com.nimbusds.jose.jwk.KeyUse.SIGNATURE)
                        .generate();
            } catch (com.nimbusds.jose.JOSEException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
