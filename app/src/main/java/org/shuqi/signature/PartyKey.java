package org.shuqi.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * A public key of a party.
 *
 * <p>Ed25519 (RFC 8032), or SM2 with SM3 (GB/T 32918.2-2016, GB/T 32905-2016) with the usual identity
 * {@code 1234567812345678} and the signature as an ASN.1 sequence of two integers.
 *
 * @param algorithm which of the two
 * @param key as the machine uses it
 */
record PartyKey(Algorithm algorithm, PublicKey key) {

    /** How a party signs. */
    enum Algorithm {
        ED25519("Ed25519"),
        SM2("SM3withSM2");

        private final String signing;

        Algorithm(String signing) {
            this.signing = signing;
        }

        /** The name by which people know it. */
        String shown() {
            return this == SM2 ? "SM2" : signing;
        }
    }

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    /** Reads a SubjectPublicKeyInfo in base64; nothing if it is none, or of another algorithm. */
    static Optional<PartyKey> read(String base64) {
        try {
            var encoded = Base64.getDecoder().decode(base64);
            var info = SubjectPublicKeyInfo.getInstance(encoded);
            return algorithm(info).map(algorithm -> new PartyKey(algorithm, key(algorithm, encoded)));
        } catch (IllegalArgumentException | IllegalStateException noKey) {
            return Optional.empty();
        }
    }

    /** Whether the text was signed with the private part of this key. */
    boolean verifies(byte[] text, String base64) {
        try {
            var verifier = algorithm == Algorithm.SM2
                    ? Signature.getInstance(algorithm.signing, PROVIDER)
                    : Signature.getInstance(algorithm.signing);
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(Base64.getDecoder().decode(base64));
        } catch (GeneralSecurityException | IllegalArgumentException noSignature) {
            return false;
        }
    }

    private static Optional<Algorithm> algorithm(SubjectPublicKeyInfo info) {
        var named = info.getAlgorithm().getAlgorithm();
        if (named.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return Optional.of(Algorithm.ED25519);
        }
        return named.equals(X9ObjectIdentifiers.id_ecPublicKey)
                        && info.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve
                        && curve.equals(GMObjectIdentifiers.sm2p256v1)
                ? Optional.of(Algorithm.SM2)
                : Optional.empty();
    }

    private static PublicKey key(Algorithm algorithm, byte[] encoded) {
        try {
            var factory = algorithm == Algorithm.SM2
                    ? KeyFactory.getInstance("EC", PROVIDER)
                    : KeyFactory.getInstance("Ed25519");
            return factory.generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
