package org.shuqi.signature;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A small time-stamping authority on loopback, which can be told to misbehave. */
public final class TestAuthority implements AutoCloseable {

    /** The policy under which it stamps. */
    public static final String POLICY = "1.2.3.4.1";

    /** Makes the answer to a question. */
    public interface Manner {
        void answer(HttpExchange exchange, TimeStampRequest question) throws Exception;
    }

    private final HttpServer server;
    private final KeyPair root = keys();
    private final KeyPair signer = keys();
    private final X509CertificateHolder rootCertificate;
    private final X509CertificateHolder certificate;
    private final List<TimeStampRequest> asked = new CopyOnWriteArrayList<>();
    private volatile Manner manner = this::asItShould;

    public TestAuthority() throws Exception {
        var from = Date.from(Instant.now().minus(30, ChronoUnit.DAYS));
        var until = Date.from(Instant.now().plus(30, ChronoUnit.DAYS));
        var rootName = new X500Name("CN=Test Root");
        var rootBuilder =
                new JcaX509v3CertificateBuilder(rootName, BigInteger.ONE, from, until, rootName, root.getPublic());
        rootBuilder.addExtension(Extension.basicConstraints, true, new BasicConstraints(1));
        rootCertificate = rootBuilder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(root.getPrivate()));
        var builder = new JcaX509v3CertificateBuilder(
                rootName, BigInteger.TWO, from, until, new X500Name("CN=Test Time Stamps"), signer.getPublic());
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        certificate = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(root.getPrivate()));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            try (exchange) {
                var question = new TimeStampRequest(exchange.getRequestBody().readAllBytes());
                asked.add(question);
                manner.answer(exchange, question);
            } catch (Exception e) {
                throw new IOException(e);
            }
        });
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/tsa");
    }

    /** Writes the certificate that everything leads to. */
    public Path root(Path file) throws IOException {
        return Files.writeString(
                file,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(rootCertificate.getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }

    public List<TimeStampRequest> asked() {
        return asked;
    }

    /** From now on it answers like this. */
    public void behave(Manner other) {
        manner = other;
    }

    /** From now on it answers as it should. */
    public void behave() {
        manner = this::asItShould;
    }

    /** The whole answer to a question. */
    public byte[] answer(TimeStampRequest question, String policy, Instant at) throws Exception {
        var signing = new JcaSimpleSignerInfoGeneratorBuilder()
                .build("SHA256withECDSA", signer.getPrivate(), certificate(certificate));
        var tokens = new TimeStampTokenGenerator(
                signing,
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(
                                org.bouncycastle.asn1.nist.NISTObjectIdentifiers.id_sha256)),
                new ASN1ObjectIdentifier(policy));
        tokens.addCertificates(new JcaCertStore(List.of(certificate(certificate), certificate(rootCertificate))));
        return new TimeStampResponseGenerator(tokens, Set.of(TSPAlgorithms.SHA256))
                .generate(question, BigInteger.valueOf(asked.size() + 1L), Date.from(at))
                .getEncoded();
    }

    /** A question that nobody asked. */
    static TimeStampRequest question(byte[] hash, BigInteger nonce) throws IOException {
        var asking = new TimeStampRequestGenerator();
        asking.setCertReq(true);
        return asking.generate(TSPAlgorithms.SHA256, hash, nonce);
    }

    /** A question about bytes. */
    public TimeStampRequest question(byte[] bytes) throws Exception {
        return question(java.security.MessageDigest.getInstance("SHA-256").digest(bytes), BigInteger.TEN);
    }

    /** The token that it gives to a question, in base64. */
    public String token(TimeStampRequest question) throws Exception {
        return token(answer(question, POLICY, Instant.now()));
    }

    /** The token in an answer, in base64. */
    public static String token(byte[] answer) throws Exception {
        return Base64.getEncoder()
                .encodeToString(new org.bouncycastle.tsp.TimeStampResponse(answer)
                        .getTimeStampToken()
                        .getEncoded());
    }

    /** Sends an answer of the right type. */
    public static void send(HttpExchange exchange, byte[] answer) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
    }

    private void asItShould(HttpExchange exchange, TimeStampRequest question) throws Exception {
        send(exchange, answer(question, POLICY, Instant.now()));
    }

    private static java.security.cert.X509Certificate certificate(X509CertificateHolder holder) throws Exception {
        return new org.bouncycastle.cert.jcajce.JcaX509CertificateConverter().getCertificate(holder);
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new java.security.spec.ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
