package org.shuqi.shield;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client of good will sends: requests within requests, and lines that are not what they seem. */
class RawSocketTest {

    /** What would be a second request if the server took the end of the first for something else than we do. */
    private static final String SMUGGLED = "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @TempDir
    private static Path folder;

    private static Running server;

    @BeforeAll
    static void start() {
        server = Running.with(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
                "Content-Length: 0\r\nContent-Length: 44\r\n\r\n",
                "Content-Length: 0, 44\r\n\r\n",
                "Content-Length: +0\r\n\r\n",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: 0x0\r\n\r\n",
                "Content-Length : 0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: identity\r\nContent-Length: 0\r\n\r\n",
                "Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n3\r\nabcXX0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff1\r\n\r\n0\r\n\r\n",
                "X-Nothing\r\n\r\n",
                "X-Nothing: a\u0000b\r\n\r\n",
                "X-Nothing: a\rb\r\n\r\n",
                "X Nothing: a\r\n\r\n",
                ": a\r\n\r\n",
            })
    void aRequestWhoseEndIsDoubtfulIsRefusedAndTheConnectionEnds(String rest) throws IOException {
        var said = server.raw("POST /access/v1/evaluation HTTP/1.1\r\nHost: localhost\r\n" + rest + SMUGGLED);

        assertThat(said.status()).as(said.text()).isEqualTo(400);
        assertThat(said.responses()).as(said.text()).isEqualTo(1);
        assertThat(said.closed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Host: localhost\r\nHost: example.org\r\n"})
    void aRequestNamesExactlyOneHost(String host) throws IOException {
        var said = server.raw("GET /health/liveness HTTP/1.1\r\n" + host + "\r\n" + SMUGGLED);

        assertThat(said.status()).as(said.text()).isEqualTo(400);
        assertThat(said.responses()).as(said.text()).isEqualTo(1);
        assertThat(said.closed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"市", "%E5%B8%82", "a|b", "50%", "%zz", "a%2", "{x}", "\"x\"", "a\\b", "𠀀", "a^b`c<d>"})
    void aSignThatOughtToBeEscapedStandsForItself(String word) throws IOException {
        var bytes = new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        var said = server.raw(
                "GET /api/v1/organizations?q=" + bytes + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(said.status()).as(said.text()).isEqualTo(200);
        assertThat(said.text()).contains("\"total\":0");
    }

    @Test
    void anAddressThatIsTooLongIsToldToGoIntoThePost() throws IOException {
        var said = server.raw("GET /sparql?query=" + "a".repeat(40_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

        assertThat(said.text()).contains("地址过长；请把内容放入 POST");
    }

    @Test
    void aFoldedHeaderIsOneHeaderOrNone() throws IOException {
        var said = server.raw("GET /health/liveness HTTP/1.1\r\nHost: localhost\r\nX-Request-ID: a\r\n Injected: b\r\n"
                + "Connection: close\r\n\r\n");

        assertThat(said.text()).doesNotContain("\r\nInjected:").doesNotContain("\nInjected:");
        assertThat(said.responses()).isEqualTo(1);
    }

    @Test
    void linesMayNotEndWithABareLineFeed() throws IOException {
        var said = server.raw("GET /health/liveness HTTP/1.1\nHost: localhost\n\n" + SMUGGLED);

        assertThat(said.status()).as(said.text()).isEqualTo(400);
        assertThat(said.closed()).isTrue();
    }

    @Test
    void headersAndAddressesHaveALimit() throws IOException {
        var longHeader = server.raw(
                "GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(40_000) + "\r\n\r\n" + SMUGGLED);
        var longAddress = server.raw("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        var manyHeaders =
                server.raw("GET / HTTP/1.1\r\nHost: localhost\r\n" + "X-Many: a\r\n".repeat(4_000) + "\r\n" + SMUGGLED);

        assertThat(longHeader.status()).isIn(413, 431);
        assertThat(longHeader.responses()).isEqualTo(1);
        assertThat(longAddress.status()).isIn(413, 414);
        assertThat(manyHeaders.status()).isIn(413, 431);
        assertThat(manyHeaders.responses()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "\r\n\r\n\r\n",
                "GET\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "GET / HTTP/1.1 x\r\nHost: localhost\r\n\r\n",
                "CONNECT example.org:80 HTTP/1.1\r\nHost: example.org:80\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\nX-Secret: s\r\n\r\n",
                "GET http://[::1 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /nowhere HTTP/1.1\r\nHost: localhost\r\nAccept-Language: -\r\n\r\n",
                "GET /sparql?query=x HTTP/1.1\r\nHost: localhost\r\nAccept-Language: -\r\n\r\n",
                "GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /a%0d%0aSet-Cookie:%20x=y HTTP/1.1\r\nHost: localhost\r\n\r\n",
            })
    void nonsenseIsNoFaultOfOurs(String request) throws IOException {
        var said = server.raw(request, 1_000);

        assertThat(said.status()).as(said.text()).isLessThan(500);
        assertThat(said.text()).doesNotContain("\nSet-Cookie").doesNotContain("X-Secret: s");
        assertThat(server.get("/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void refusalsBeforeAnyRouteHaveTheSafeHeadersToo() throws IOException {
        var said = server.raw("GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(said.text()).containsIgnoringCase("X-Content-Type-Options: nosniff");
    }
}
