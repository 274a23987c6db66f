package org.shuqi.signature;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.shuqi.signature.Validity.Stamped;

/**
 * A time stamp token, checked without asking anybody: it carries the certificate it was signed with, which has to be
 * one for time stamps that was in force then. Whether that authority is to be trusted is for the reader to say. Source: RFC 3161, section 2.4.2, read 2026-11-22.
 */
final class StampToken {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private StampToken() {}

    /** When and by whom the bytes were stamped; nothing if the token is not one of them, or is broken. */
    static Optional<Stamped> read(String base64, byte[] stamped, Authorities authorities) {
        try {
            var token = new TimeStampToken(new CMSSignedData(Base64.getDecoder().decode(base64)));
            var certificate = certificate(token);
            if (certificate.isEmpty() || !isOf(token, stamped)) {
                return Optional.empty();
            }
            token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(PROVIDER)
                    .build(certificate.get()));
            return Optional.of(new Stamped(
                    token.getTimeStampInfo().getGenTime().toInstant().toString(),
                    certificate.get().getSubject().toString(),
                    authorities.know(certificate.get(), token)));
        } catch (CMSException
                | IOException
                | OperatorCreationException
                | RuntimeException
                | TSPException
                | java.security.cert.CertificateException broken) {
            // the library throws whatever comes to it on broken bytes, class casts among them
            return Optional.empty();
        }
    }

    private static Optional<X509CertificateHolder> certificate(TimeStampToken token) {
        return token.getCertificates().getMatches(token.getSID()).stream().findFirst();
    }

    private static boolean isOf(TimeStampToken token, byte[] stamped) {
        try {
            var info = token.getTimeStampInfo();
            return info.getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                    && Arrays.equals(
                            info.getMessageImprintDigest(),
                            MessageDigest.getInstance("SHA-256").digest(stamped));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
