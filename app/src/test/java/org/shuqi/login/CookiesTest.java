package org.shuqi.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cookies that only this host can set, as soon as browsers come by TLS. */
class CookiesTest {

    @Test
    void behindAProxyThatEndsTlsACookieIsBoundToTheHost() {
        var cookies = new Cookies(Optional.of("https://registry.example"));

        assertThat(cookies.set(HttpRequest.GET("/"), Cookies.SESSION, "x"))
                .isEqualTo("__Host-shuqi-session=x; Path=/; HttpOnly; SameSite=Lax; Secure");
        assertThat(cookies.clear(HttpRequest.GET("/"), Cookies.SESSION))
                .startsWith("__Host-shuqi-session=;")
                .endsWith("Max-Age=0");
    }

    @Test
    void withoutTlsItIsNotSecureForThenNoBrowserWouldSendIt() {
        assertThat(new Cookies(Optional.empty()).set(HttpRequest.GET("/"), Cookies.SESSION, "x"))
                .isEqualTo("shuqi-session=x; Path=/; HttpOnly; SameSite=Lax");
        assertThat(new Cookies(Optional.of("http://registry.example")).set(HttpRequest.GET("/"), Cookies.SESSION, "x"))
                .doesNotContain("Secure");
    }
}
