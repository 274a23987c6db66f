package org.shuqi.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id: what a password is checked against without being known.
 *
 * <p>19 MiB, two passes, one lane: as slow for a guesser as is still quick for a person. At most two are computed at a time,
 * so that many attempts cannot take the memory of the server. Source: RFC 9106; parameters as OWASP advises for passwords.
 */
final class Argon2 {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final String HEAD = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$";

    private static final Base64.Encoder TEXT = Base64.getEncoder().withoutPadding();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Semaphore TURNS = new Semaphore(2, true);

    private Argon2() {}

    /** A verifier of the password, with a salt of its own, in the usual text form. */
    static String verifier(String password) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return HEAD + TEXT.encodeToString(salt) + "$" + TEXT.encodeToString(hash(password, salt));
    }

    /** Whether the verifier was made of this password; false for a verifier of another form. */
    static boolean matches(String verifier, String password) {
        var parts =
                verifier.startsWith(HEAD) ? verifier.substring(HEAD.length()).split("\\$") : new String[0];
        if (parts.length != 2) {
            return false;
        }
        var salt = Base64.getDecoder().decode(parts[0]);
        return MessageDigest.isEqual(hash(password, salt), Base64.getDecoder().decode(parts[1]));
    }

    private static byte[] hash(String password, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(LANES)
                .withSalt(salt)
                .build());
        var hash = new byte[HASH_BYTES];
        // the same password typed on two keyboards may come in two forms of Unicode
        var bytes = Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        TURNS.acquireUninterruptibly();
        try {
            generator.generateBytes(bytes, hash);
        } finally {
            TURNS.release();
        }
        return hash;
    }
}
