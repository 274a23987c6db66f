package org.shuqi.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.TestCallers;
import org.shuqi.access.Appointment;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.account.Accounts;
import org.shuqi.account.Passwords;
import org.shuqi.api.ApiServer;
import org.shuqi.change.Changes;

/** Signing in with a name and a password, on a browser without script. */
class SignInTest {

    private static final String PASSWORD = "a horse, a kingdom";
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-06-01T04:00:00Z"));

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    private static int people;

    private String name;

    @BeforeAll
    static void start() {
        api = ApiServer.with(
                data,
                Map.of(
                        "shuqi.open-on-loopback",
                        false,
                        // all these browsers have one address, which would use up what a stranger may ask for
                        "shuqi.rates.open-burst",
                        100_000,
                        Whom.SWITCH,
                        "yes",
                        Hand.SWITCH,
                        "yes"));
    }

    /** Somebody new for each test, who has forgotten nobody's failures but their own. */
    @BeforeEach
    void person() {
        NOW.updateAndGet(now -> now.plus(Duration.ofHours(2)));
        name = "person" + people++;
        TestCallers.apply(api.bean(Changes.class), TestCallers.records(name, Appointment.everywhere(Role.READER)));
        api.bean(Passwords.class).choose(TestCallers.account(name), PASSWORD);
    }

    @Test
    void aPersonSignsInSeesWhoTheyAreAndSignsOut() {
        var browser = browser();

        var sent = browser.open("/whom/here");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(Browser.location(sent)).isEqualTo("/login?next=%2Fwhom%2Fhere");
        assertThat(browser.open(Browser.location(sent)).body()).contains("name=\"next\" value=\"/whom/here\"");
        var in = browser.post("/login", Map.of("name", name, "password", PASSWORD, "next", "/whom/here"));
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(Browser.location(in)).isEqualTo("/whom/here");
        assertThat(browser.open("/whom/here").body())
                .isEqualTo(TestCallers.account(name).getURI());
        assertThat(browser.open("/account").body()).contains(name, "reader", "Sign out");
        var out = browser.post("/logout", Map.of("csrf", browser.token("/account")));
        assertThat(Browser.location(out)).isEqualTo("/login");
        assertThat(browser.open("/whom/here").statusCode()).isEqualTo(303);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOtherSites() {
        var in = browser().signIn(name, PASSWORD);

        assertThat(in.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .matches("shuqi-session=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax");
        assertThat(in.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void thePagesNeedNoScriptAndAreFramedByNobody() {
        var page = browser().open("/login");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .doesNotContain("<script>", "style=", "onclick=")
                .contains("<html lang=\"en\">", "autocomplete=\"current-password\"");
        assertThat(api.get("/login").text()).contains("<html lang=\"zh\">", "登录");
    }

    @Test
    void aSessionBegunBeforeSigningInIsNotTheOneAfter() {
        var browser = browser();
        browser.signIn(name, PASSWORD);
        var before = cookie(browser);

        browser.signIn(name, PASSWORD);

        assertThat(cookie(browser)).isNotEqualTo(before);
        assertThat(whom("shuqi-session=" + before)).isEqualTo(401);
        assertThat(whom("shuqi-session=" + cookie(browser))).isEqualTo(200);
        assertThat(whom("shuqi-session=fixed-by-a-neighbour")).isEqualTo(401);
    }

    @Test
    void aSessionEndsWhenItIsIdleAndInAnyCaseAfterADay() {
        var browser = browser();
        browser.signIn(name, PASSWORD);
        pass(Duration.ofMinutes(29));
        assertThat(browser.open("/whom/here").statusCode()).isEqualTo(200);
        pass(Duration.ofMinutes(30));
        assertThat(browser.open("/whom/here").statusCode()).isEqualTo(303);

        browser.signIn(name, PASSWORD);
        for (var each = 0; each < 35; each++) {
            pass(Duration.ofMinutes(20));
            assertThat(browser.open("/whom/here").statusCode()).isEqualTo(200);
        }
        pass(Duration.ofMinutes(20));
        assertThat(browser.open("/whom/here").statusCode()).isEqualTo(303);
    }

    @Test
    void aOneTimePasswordOpensNothingButChangingIt() {
        var issued = api.bean(Accounts.class).issuePassword(TestCallers.account(name), Caller.operator());
        var browser = browser();
        assertThat(browser.signIn(name, PASSWORD).statusCode()).isEqualTo(403);

        assertThat(Browser.location(browser.signIn(name, issued))).isEqualTo("/account/password");

        assertThat(Browser.location(browser.open("/whom/here"))).isEqualTo("/account/password");
        assertThat(browser.open("/whom/here", "Accept", "application/json").statusCode())
                .isIn(303, 403);
        assertThat(browser.post("/account/keys", Map.of("csrf", browser.token("/account/password"), "days", "1"))
                        .statusCode())
                .isEqualTo(403);
        var weak = browser.post("/account/password", password(browser, "", "short", "short"));
        assertThat(weak.statusCode()).isEqualTo(400);
        assertThat(weak.body()).contains("12 to 200 characters");
        var changed = browser.post("/account/password", password(browser, "", "another kingdom", "another kingdom"));
        assertThat(Browser.location(changed)).isEqualTo("/account");
        assertThat(browser.open("/whom/here").statusCode()).isEqualTo(200);
        assertThat(browser().signIn(name, issued).statusCode()).isEqualTo(403);
        assertThat(browser().signIn(name, "another kingdom").statusCode()).isEqualTo(303);
    }

    @Test
    void changingThePasswordNeedsTheOldOneAndEndsEveryOtherSession() {
        var browser = browser();
        var other = browser();
        browser.signIn(name, PASSWORD);
        other.signIn(name, PASSWORD);

        assertThat(browser.post("/account/password", password(browser, "wrong", "another kingdom", "another kingdom"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/account/password", password(browser, PASSWORD, "another kingdom", "other kingdom"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(other.open("/whom/here").statusCode()).isEqualTo(200);
        assertThat(browser.post("/account/password", password(browser, PASSWORD, "another kingdom", "another kingdom"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(browser.open("/whom/here").statusCode()).isEqualTo(200);
        assertThat(other.open("/whom/here").statusCode()).isEqualTo(303);
    }

    @Test
    void nobodyLearnsWhoHasAnAccount() {
        TestCallers.apply(api.bean(Changes.class), TestCallers.records(name + "-gone"));
        api.bean(Passwords.class).choose(TestCallers.account(name + "-gone"), PASSWORD);
        api.bean(Accounts.class).disable(TestCallers.account(name + "-gone"), Caller.operator());

        var wrong = browser().signIn(name, "not the password");
        var unknown = browser().signIn(name + "-nobody", "not the password");
        var odd = browser().signIn("../../" + name, "not the password");
        var gone = browser().signIn(name + "-gone", PASSWORD);

        assertThat(wrong.statusCode()).isEqualTo(403);
        for (var same : new java.net.http.HttpResponse<?>[] {unknown, odd, gone}) {
            assertThat(same.statusCode()).isEqualTo(403);
            assertThat(same.body()).isEqualTo(wrong.body());
            assertThat(same.headers().map().keySet())
                    .isEqualTo(wrong.headers().map().keySet());
        }
    }

    @Test
    void anAccountThatDoesNotExistTakesAsLongAsOneThatDoes() {
        var passwords = api.bean(Passwords.class);
        var known = java.util.Optional.of(TestCallers.account(name));
        var times = new long[2][15];
        for (var round = 0; round < 15; round++) {
            for (var which = 0; which < 2; which++) {
                var begin = System.nanoTime();
                passwords.check(which == 0 ? known : java.util.Optional.empty(), "not the password");
                times[which][round] = System.nanoTime() - begin;
            }
        }
        for (var each : times) {
            java.util.Arrays.sort(each);
        }
        // the fastest of each are the least disturbed; without the work for nobody they differ a thousandfold
        assertThat((double) times[1][0] / times[0][0]).isBetween(0.2, 5.0);
    }

    @Test
    void guessingIsSlowedDownForANameWhetherOrNotItIsSomebodys() {
        for (var somebody : new String[] {name, name + "-nobody"}) {
            NOW.updateAndGet(now -> now.plus(Duration.ofHours(2)));
            for (var each = 0; each < 4; each++) {
                assertThat(browser().signIn(somebody, "guess " + each).statusCode())
                        .isEqualTo(403);
            }
            var fifth = browser().signIn(somebody, "guess five");
            assertThat(fifth.statusCode()).isEqualTo(429);
            assertThat(fifth.headers().firstValue("Retry-After")).contains("15");
            assertThat(browser().signIn(somebody, PASSWORD).statusCode()).isEqualTo(429);
            pass(Duration.ofSeconds(15));
            assertThat(browser().signIn(somebody, "guess six").headers().firstValue("Retry-After"))
                    .contains("30");
            pass(Duration.ofSeconds(30));
            assertThat(browser().signIn(somebody, PASSWORD).statusCode()).isEqualTo(somebody.equals(name) ? 303 : 429);
        }
    }

    @Test
    void guessingAtManyNamesIsSlowedDownForTheAddress() {
        for (var each = 0; each < 19; each++) {
            assertThat(browser().signIn("somebody" + each, "guess").statusCode())
                    .isEqualTo(403);
        }

        assertThat(browser().signIn("somebody20", "guess").statusCode()).isEqualTo(429);
        assertThat(browser().signIn(name, PASSWORD).statusCode()).isEqualTo(429);
        pass(Duration.ofSeconds(15));
        assertThat(browser().signIn(name, PASSWORD).statusCode()).isEqualTo(303);
    }

    @Test
    void aPageOfAnotherSiteCanNeitherSignInNorChangeAnything() {
        assertThat(browser()
                        .post("/login", Map.of("name", name, "password", PASSWORD), "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser()
                        .post("/login", Map.of("name", name, "password", PASSWORD), "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        var browser = browser();
        browser.signIn(name, PASSWORD);
        var token = browser.token("/account");

        assertThat(browser.post("/logout", Map.of("csrf", "guessed")).statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/account/keys", Map.of("days", "9", "label", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post(
                                "/account/keys",
                                Map.of("csrf", token, "days", "9", "label", "x"),
                                "Origin",
                                "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.post("/api/v1/webhooks", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.post("/access/v1/evaluation", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.post("/access/v1/evaluation", Map.of(), "X-CSRF-Token", token)
                        .statusCode())
                .isNotIn(401, 403);
        assertThat(browser.open("/whom/here").statusCode()).isEqualTo(200);
    }

    @Test
    void aPersonIssuesAndRevokesTheirOwnKeysAndNobodyElses() {
        var browser = browser();
        browser.signIn(name, PASSWORD);

        var page =
                browser.post("/account/keys", Map.of("csrf", browser.token("/account"), "days", "30", "label", "desk"));
        var key = page.body().replaceAll("(?s).*<code>(sqk_[^<]+)</code>.*", "$1");
        assertThat(page.statusCode()).isEqualTo(201);
        assertThat(api.get("/whom/here", "Authorization", "Bearer " + key).text())
                .isEqualTo(TestCallers.account(name).getURI());
        var record = "http://localhost:8080/id/key/" + key.substring(0, key.lastIndexOf('_'));
        assertThat(browser.open("/account").body())
                .contains(key.substring(0, key.lastIndexOf('_')))
                .doesNotContain(key);
        TestCallers.key(api.bean(Changes.class), name + "-other");
        assertThat(browser.post(
                                "/account/keys/revoke",
                                Map.of(
                                        "csrf",
                                        browser.token("/account"),
                                        "key",
                                        "http://localhost:8080/id/key/" + name + "-other"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.post("/account/keys/revoke", Map.of("csrf", browser.token("/account"), "key", record))
                        .statusCode())
                .isEqualTo(303);
        assertThat(api.get("/whom/here", "Authorization", "Bearer " + key).status())
                .isEqualTo(401);
    }

    @Test
    void signingOutEverywhereEndsEverySessionAndDisablingTheAccountToo() {
        var one = browser();
        var other = browser();
        one.signIn(name, PASSWORD);
        other.signIn(name, PASSWORD);
        one.post("/account/sessions/end", Map.of("csrf", one.token("/account")));
        assertThat(other.open("/whom/here").statusCode()).isEqualTo(303);

        other.signIn(name, PASSWORD);
        assertThat(other.open("/whom/here").statusCode()).isEqualTo(200);
        api.bean(Accounts.class).disable(TestCallers.account(name), Caller.operator());
        assertThat(other.open("/whom/here").statusCode()).isEqualTo(303);
        assertThat(browser().signIn(name, PASSWORD).statusCode()).isEqualTo(403);
    }

    @Test
    void theNextPlaceIsAlwaysOnThisSite() {
        for (var evil : new String[] {
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "javascript:alert(1)",
            "/a\r\nSet-Cookie: x=y",
            ""
        }) {
            var in = browser().post("/login", Map.of("name", name, "password", PASSWORD, "next", evil));
            assertThat(Browser.location(in)).as(evil).isEqualTo("/account");
            assertThat(in.headers().allValues("Set-Cookie")).hasSize(1);
        }
    }

    @Test
    void whatIsTypedComesBackAsTextOnly() {
        var page = browser().open("/login?next=/%22%3E%3Cscript%3Ealert(1)%3C/script%3E");

        assertThat(page.body()).doesNotContain("<script>");
    }

    private static Browser browser() {
        return new Browser(api.uri("").toString());
    }

    private static Map<String, String> password(Browser browser, String old, String one, String again) {
        return Map.of("csrf", browser.token("/account/password"), "old", old, "new", one, "again", again);
    }

    private static String cookie(Browser browser) {
        return browser.cookies().getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("shuqi-session"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static int whom(String cookie) {
        return api.get("/whom/here", "Cookie", cookie).status();
    }

    private static void pass(Duration time) {
        NOW.updateAndGet(now -> now.plus(time));
    }

    /** The clock of the server, set by hand. */
    @Factory
    @Requires(property = Hand.SWITCH)
    static final class Hand {

        static final String SWITCH = "shuqi.test.sign-in";

        @Singleton
        @Replaces(Clock.class)
        Clock clock() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return NOW.get();
                }
            };
        }
    }
}
