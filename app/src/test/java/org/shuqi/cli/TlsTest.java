package org.shuqi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.TestCallers;
import org.shuqi.account.Digest;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;

/** The server as a process of its own, reached by TLS only, and by programs that prove themselves with a certificate. */
class TlsTest {

    @TempDir
    private Path folder;

    @Test
    void aRegisteredCertificateOpensItsAccountAndNoOtherDoes() throws Exception {
        var authority = Holder.authority("authority");
        var server = authority.signs("localhost");
        var gateway = authority.signs("gateway");
        var unknown = authority.signs("unknown");
        var foreign = Holder.authority("stranger").signs("foreign");
        var data = folder.resolve("data");
        try (var registry = Registry.open(Settings.of(data))) {
            TestCallers.apply(registry.changes(), TestCallers.records("gateway"));
            TestCallers.certificate(
                    registry.changes(),
                    "gateway",
                    Digest.of(gateway.certificate().getEncoded()));
        }

        try (var running = Running.start(
                folder,
                "serve",
                "--port",
                0,
                "--data",
                data,
                "--lang",
                "en",
                "--tls-certificate",
                write("server.pem", server.pem()),
                "--tls-key",
                write("server.key", server.keyPem()),
                "--tls-clients",
                write("clients.pem", authority.pem()))) {
            assertThat(running.line).startsWith("ready https://127.0.0.1:");
            var me = running.address() + "/api/v1/me";

            assertThat(get(me, authority, gateway).body())
                    .contains(TestCallers.account("gateway").getURI());
            assertThat(get(me, authority, gateway).headers().firstValue("Strict-Transport-Security"))
                    .as("browsers come back over TLS only")
                    .hasValueSatisfying(value -> assertThat(value).matches("max-age=[1-9]\\d{6,}.*"));
            assertThat(get(me, authority, unknown).statusCode()).isEqualTo(401);
            assertThat(get(me, authority, null).statusCode()).isEqualTo(401);
            var cookie = signIn(running.address(), authority);
            assertThat(cookie).isEmpty();
            assertThat(get(running.address() + "/health/liveness", authority, null)
                            .statusCode())
                    .isEqualTo(200);
            assertThatThrownBy(() -> get(me, Holder.authority("other"), null))
                    .isInstanceOf(SSLHandshakeException.class);
            assertThat(get(me, authority, foreign).statusCode()).isEqualTo(401);
            assertThatThrownBy(() -> get(me.replace("https", "http"), authority, null))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void halfOfTheFilesIsNotEnough() throws Exception {
        var ran = Shell.run(
                "serve",
                "--port",
                0,
                "--data",
                folder.resolve("data"),
                "--lang",
                "en",
                "--tls-certificate",
                write("server.pem", "-"));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("give --tls-certificate and --tls-key together");
        var missing = Shell.run(
                "serve",
                "--port",
                0,
                "--data",
                folder.resolve("data"),
                "--lang",
                "en",
                "--tls-certificate",
                folder.resolve("none.pem"),
                "--tls-key",
                folder.resolve("none.key"));
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("none.pem` cannot be read");
    }

    /** A wrong password sets no cookie; the names that a right one would set are in {@code login.CookiesTest}. */
    private static List<String> signIn(String address, Holder authority) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("name=admin&password=wrong"))
                .build();
        return client(authority, null)
                .send(request, HttpResponse.BodyHandlers.ofString())
                .headers()
                .allValues("Set-Cookie");
    }

    private static HttpResponse<String> get(String address, Holder trusted, Holder own) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(20))
                .build();
        return client(trusted, own).send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpClient client(Holder trusted, Holder own) throws Exception {
        var trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("trusted", trusted.certificate());
        var trusting = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusting.init(trust);
        var proving = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        var keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        if (own != null) {
            keys.setKeyEntry("own", own.keys().getPrivate(), new char[0], new X509Certificate[] {own.certificate()});
        }
        proving.init(keys, new char[0]);
        var tls = SSLContext.getInstance("TLS");
        tls.init(proving.getKeyManagers(), trusting.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Somebody with a key pair and a certificate for it. */
    private record Holder(KeyPair keys, X509Certificate certificate, String name) {

        static Holder authority(String name) throws Exception {
            var keys = pair();
            return new Holder(keys, certificate(name, keys, name, keys, true), name);
        }

        Holder signs(String other) throws Exception {
            var theirs = pair();
            return new Holder(theirs, certificate(other, theirs, name, keys, false), other);
        }

        String pem() throws Exception {
            return pem("CERTIFICATE", certificate.getEncoded());
        }

        String keyPem() {
            return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
        }

        private static String pem(String what, byte[] bytes) {
            return "-----BEGIN " + what + "-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
                    + "\n-----END " + what + "-----\n";
        }

        private static KeyPair pair() throws Exception {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        }

        private static X509Certificate certificate(
                String name, KeyPair keys, String issuer, KeyPair by, boolean authority) throws Exception {
            var now = Instant.now();
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=" + issuer),
                    BigInteger.valueOf(now.toEpochMilli()).add(BigInteger.valueOf(System.nanoTime())),
                    Date.from(now.minusSeconds(3600)),
                    Date.from(now.plusSeconds(86_400)),
                    new X500Name("CN=" + name),
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            }));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
        }
    }

    /** The server process. */
    private record Running(Process process, String line) implements AutoCloseable {

        static Running start(Path folder, Object... words) throws IOException {
            var errors = folder.resolve("stderr.txt");
            var process = Shell.child(words).redirectError(errors.toFile()).start();
            var line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            assertThat(line).as(Files.readString(errors)).isNotNull();
            return new Running(process, line);
        }

        String address() {
            return line.substring("ready ".length());
        }

        @Override
        public void close() throws Exception {
            process.toHandle().destroy();
            process.waitFor(60, TimeUnit.SECONDS);
        }
    }
}
