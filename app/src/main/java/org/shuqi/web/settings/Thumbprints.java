package org.shuqi.web.settings;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import org.shuqi.form.Answers;

/** Reads the thumbprint of a certificate that was pasted whole. */
final class Thumbprints {

    private static final String INPUT = "thumbprint";

    private Thumbprints() {}

    /** The answers with the thumbprint in the place of a certificate; what is none stays, and the shapes say so. */
    static Answers read(Answers answers) {
        var said = answers.get(INPUT);
        return said.contains("-----BEGIN CERTIFICATE-----") ? answers.with(INPUT, of(said)) : answers;
    }

    private static String of(String pem) {
        try {
            var start = pem.indexOf("-----BEGIN CERTIFICATE-----");
            var certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(pem.substring(start).getBytes(StandardCharsets.US_ASCII)));
            var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest);
        } catch (CertificateException broken) {
            return pem;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
