package org.shuqi.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Small parts of what is sent: signatures, addresses, text of calendars. */
class SendingTest {

    @Test
    void textIsEscapedAsTheStandardWants() {
        assertThat(CalendarFeed.escaped("a,b;c\\d\ne")).isEqualTo("a\\,b\\;c\\\\d\\ne");
    }

    @Test
    void theSignatureIsTheOneThatOthersCompute() {
        // echo -n '1700000000.{}' | openssl dgst -sha256 -hmac key
        var seal =
                Seal.of("key".getBytes(StandardCharsets.UTF_8), 1_700_000_000L, "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(seal).isEqualTo("t=1700000000,v1=9d713ed406bb7076d4123f0dc2c39d2df5c654ed4b0cd56b52c8b4c940bd63ae");
    }

    @Test
    void whatLiesInAPrivateNetIsNotPostedTo() throws Exception {
        for (var text : new String[] {
            "10.0.0.1",
            "172.16.5.4",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "255.255.255.255",
            "127.0.0.1",
            "::1",
            "fe80::1",
            "fc00::1",
            "fd12::3",
            "224.0.0.1",
            "198.18.0.1",
            "64:ff9b::a00:1",
            "2002:a00:1::"
        }) {
            assertThat(Addresses.isPrivate(InetAddress.getByName(text)))
                    .as(text)
                    .isTrue();
        }
        for (var text : new String[] {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2400:3200::1"}) {
            assertThat(Addresses.isPrivate(InetAddress.getByName(text)))
                    .as(text)
                    .isFalse();
        }
    }

    @Test
    void plainHttpIsForThisMachineOnly() {
        var strict = new Addresses(false);

        assertThat(strict.fault(URI.create("http://127.0.0.1:9/hook"))).isEmpty();
        assertThat(strict.fault(URI.create("http://8.8.8.8/hook"))).isPresent();
        assertThat(strict.fault(URI.create("https://10.0.0.1/hook"))).isPresent();
        assertThat(strict.fault(URI.create("https://[::ffff:10.0.0.1]/hook"))).isPresent();
        assertThat(strict.fault(URI.create("ftp://8.8.8.8/hook"))).isPresent();
        assertThat(strict.fault(URI.create("https://user@8.8.8.8/hook"))).isPresent();
        assertThat(new Addresses(true).fault(URI.create("https://10.0.0.1/hook")))
                .isEmpty();
        assertThat(new Addresses(true).fault(URI.create("http://10.0.0.1/hook")))
                .isPresent();
    }
}
