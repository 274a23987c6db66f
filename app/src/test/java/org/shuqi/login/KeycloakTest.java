package org.shuqi.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.TestCallers;
import org.shuqi.WorkedExample;
import org.shuqi.access.Appointment;
import org.shuqi.access.Role;
import org.shuqi.api.ApiServer;
import org.shuqi.change.Changes;
import org.shuqi.vocabulary.Trust;

/**
 * The same as {@link ProviderTest} with a provider that others wrote: Keycloak, in a process of its own. Profile
 * {@code keycloak} unpacks it.
 */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakTest {

    private static final String PERSON = "7b1f6a52-3c0d-4f4e-9d55-0d1f6c6a0001";
    private static final String SYSTEM = "7b1f6a52-3c0d-4f4e-9d55-0d1f6c6a0003";
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    static Path data;

    private static Keycloak keycloak;
    private static ApiServer api;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        var home = home();
        Assumptions.assumeTrue(home != null, "Keycloak is not unpacked: add the profile `keycloak`");
        keycloak = Keycloak.start(home, Path.of("src/test/resources/keycloak/city.json"));
        api = ApiServer.with(
                data,
                Map.of(
                        "shuqi.open-on-loopback",
                        false,
                        Whom.SWITCH,
                        "yes",
                        "shuqi.openid.issuer",
                        keycloak.issuer(),
                        "shuqi.openid.client-id",
                        "shuqi",
                        "shuqi.openid.client-secret",
                        "a-secret-for-tests",
                        "shuqi.openid.audience",
                        "registry"));
        knows("li.na", PERSON);
        knows("gateway", SYSTEM);
    }

    @AfterAll
    static void stop() {
        if (api != null) {
            api.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Test
    @Order(1)
    void aPersonSignsInThereAndIsKnownHere() {
        var browser = browser();
        var there = Browser.location(browser.open("/login/provider?next=/whom/here"));
        assertThat(there).startsWith(keycloak.issuer()).contains("code_challenge_method=S256");

        assertThat(keycloak.signsIn(there, "li.na", "wrong").statusCode())
                .as("a wrong password there")
                .isEqualTo(200);
        var back = keycloak.signsIn(there, "li.na", PASSWORD);
        assertThat(back.statusCode()).as(back.body()).isEqualTo(302);
        var in = browser.open(Browser.location(back));

        assertThat(in.statusCode()).as(in.body()).isEqualTo(303);
        assertThat(Browser.location(in)).isEqualTo("/whom/here");
        assertThat(browser.open("/whom/here").body())
                .isEqualTo(TestCallers.account("li.na").getURI());
        assertThat(browser.open(Browser.location(back)).statusCode())
                .as("the same answer again")
                .isEqualTo(401);
    }

    @Test
    @Order(2)
    void whoHasNoAccountHereIsToldSo() {
        var browser = browser();
        var there = Browser.location(browser.open("/login/provider"));

        var in = browser.open(Browser.location(keycloak.signsIn(there, "nobody", PASSWORD)));

        assertThat(in.statusCode()).isEqualTo(403);
        assertThat(in.body()).contains("no account here is yours");
    }

    @Test
    @Order(3)
    void anAnswerForAnotherBrowserIsRefusedAndACodeIsOfNoUseWithoutTheVerifier() {
        var there = Browser.location(browser().open("/login/provider"));
        var back = Browser.location(keycloak.signsIn(there, "li.na", PASSWORD));

        assertThat(browser().open(back).statusCode()).isEqualTo(401);
        var code = matched("[?&]code=([^&]+)", back);
        var redirect = java.net.URLDecoder.decode(
                matched("redirect_uri=([^&]+)", there), java.nio.charset.StandardCharsets.UTF_8);
        var stolen = keycloak.token(
                "shuqi",
                "a-secret-for-tests",
                Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", redirect));
        assertThat(stolen.statusCode()).as(stolen.body()).isEqualTo(400);
        assertThat(keycloak.signsIn(there.replaceAll("&code_challenge[^&]*", ""), "li.na", PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .as("the provider insists on a challenge")
                .contains("error=invalid_request");
    }

    @Test
    @Order(4)
    void aTokenOfAProgramSpeaksForItsAccountIfItIsMeantForUs() {
        assertThat(whom(keycloak.tokenOf("gateway", "another-secret")))
                .isEqualTo("200 " + TestCallers.account("gateway").getURI());

        assertThat(whom(keycloak.tokenOf("stranger", "a-third-secret")))
                .as("meant for nobody in particular")
                .startsWith("401");
        var parts = keycloak.tokenOf("gateway", "another-secret").split("\\.");
        assertThat(whom(parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length())))
                .startsWith("401");
    }

    @Test
    @Order(5)
    void aNewKeyOfTheProviderIsKnownAsSoonAsItIsUsed() {
        var old = keycloak.tokenOf("gateway", "another-secret");
        assertThat(whom(old)).startsWith("200");

        keycloak.rotate();
        var newer = keycloak.tokenOf("gateway", "another-secret");

        assertThat(head(newer)).isNotEqualTo(head(old));
        assertThat(whom(newer)).startsWith("200");
        assertThat(whom(old)).as("signed by a key that was taken away").startsWith("401");
        var browser = browser();
        var there = Browser.location(browser.open("/login/provider?next=/whom/here"));
        assertThat(browser.open(Browser.location(keycloak.signsIn(there, "li.na", PASSWORD)))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    @Order(6)
    void aProviderThatIsGoneIsToldAndWhoIsInStaysIn() {
        var browser = browser();
        var there = Browser.location(browser.open("/login/provider?next=/whom/here"));
        browser.open(Browser.location(keycloak.signsIn(there, "li.na", PASSWORD)));
        var begun = browser();
        var back =
                Browser.location(keycloak.signsIn(Browser.location(begun.open("/login/provider")), "li.na", PASSWORD));

        keycloak.close();

        assertThat(browser.open("/whom/here").statusCode()).isEqualTo(200);
        assertThat(begun.open(back).statusCode()).isEqualTo(503);
    }

    private static void knows(String name, String subject) {
        var quads = new ArrayList<>(TestCallers.records(name, Appointment.everywhere(Role.READER)));
        quads.add(says(name, Trust.signInIssuer, keycloak.issuer()));
        quads.add(says(name, Trust.signInSubject, subject));
        TestCallers.apply(api.bean(Changes.class), List.copyOf(quads));
    }

    private static Quad says(String name, Node property, String value) {
        return new Quad(
                NodeFactory.createURI(WorkedExample.BASE + "graph/account/" + name),
                TestCallers.account(name),
                property,
                NodeFactory.createLiteralString(value));
    }

    private static String whom(String token) {
        var reply = api.get("/whom/moved", "Authorization", "Bearer " + token);
        return reply.status() + " " + reply.text();
    }

    private static String head(String token) {
        return token.substring(0, token.indexOf('.'));
    }

    private static Browser browser() {
        return new Browser(api.uri("").toString());
    }

    private static String matched(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    /** Where the build unpacked it; null if it did not. */
    private static Path home() throws IOException {
        var unpacked = Path.of("target/keycloak");
        if (!Files.isDirectory(unpacked)) {
            return null;
        }
        try (var folders = Files.list(unpacked)) {
            return folders.filter(folder -> Files.exists(folder.resolve("bin/kc.sh")))
                    .findFirst()
                    .map(Path::toAbsolutePath)
                    .orElse(null);
        }
    }
}
