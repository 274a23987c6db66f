package org.shuqi.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * The certificates to which a time stamp has to lead, if the operator named any.
 *
 * <p>Whoever makes a token can put any certificate into it. Revocation is not asked about: that would be a call out, and a
 * stamp from before the revocation stays what it was.
 */
final class Authorities {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private final Set<TrustAnchor> anchors;

    private Authorities(Set<TrustAnchor> anchors) {
        this.anchors = anchors;
    }

    /** None were named: whether an authority is to be trusted is for the reader to say. */
    static Authorities unnamed() {
        return new Authorities(Set.of());
    }

    /**
     * Those of a PEM file.
     *
     * @throws Refusal UNUSABLE if the file holds none
     */
    static Authorities in(Path pem) {
        try (InputStream bytes = Files.newInputStream(pem)) {
            var anchors = CertificateFactory.getInstance("X.509", PROVIDER).generateCertificates(bytes).stream()
                    .map(each -> new TrustAnchor((X509Certificate) each, null))
                    .collect(Collectors.toSet());
            if (!anchors.isEmpty()) {
                return new Authorities(anchors);
            }
        } catch (IOException | CertificateException unreadable) {
            // refused below, like a file without any
        }
        throw Refusal.of(
                Kind.UNUSABLE,
                "文件 `%s` 里没有时间戳机构的证书（PEM）",
                "the file `%s` holds no certificate (PEM) of a time-stamping authority",
                pem);
    }

    /** Whether the certificate led to one of them when the token was made; nothing if none were named. */
    Optional<Boolean> know(X509CertificateHolder signer, TimeStampToken token) {
        return anchors.isEmpty() ? Optional.empty() : Optional.of(leadsToOne(signer, token));
    }

    private boolean leadsToOne(X509CertificateHolder signer, TimeStampToken token) {
        try {
            var target = new X509CertSelector();
            target.setCertificate(certificate(signer));
            var parameters = new PKIXBuilderParameters(anchors, target);
            parameters.addCertStore(CertStore.getInstance(
                    "Collection", new CollectionCertStoreParameters(certificates(token.getCertificates())), PROVIDER));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(token.getTimeStampInfo().getGenTime().toInstant()));
            CertPathBuilder.getInstance("PKIX", PROVIDER).build(parameters);
            return true;
        } catch (GeneralSecurityException | IOException | IllegalArgumentException leadsNowhere) {
            return false;
        }
    }

    private static Collection<X509Certificate> certificates(Store<X509CertificateHolder> carried)
            throws CertificateException, IOException {
        var certificates = new ArrayList<X509Certificate>();
        for (var each : carried.getMatches(null)) {
            certificates.add(certificate(each));
        }
        return certificates;
    }

    private static X509Certificate certificate(X509CertificateHolder holder) throws CertificateException, IOException {
        return (X509Certificate) CertificateFactory.getInstance("X.509", PROVIDER)
                .generateCertificate(new java.io.ByteArrayInputStream(holder.getEncoded()));
    }
}
