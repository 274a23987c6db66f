package org.shuqi.notice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what is sent, so that a receiver knows that it came from here, when, and unchanged. */
final class Seal {

    private static final String ALGORITHM = "HmacSHA256";

    private final Path secrets;

    Seal(Path secrets) {
        this.secrets = secrets;
    }

    /** The bytes of the secret: the file of that name, without white space around it. */
    Optional<byte[]> secret(String name) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,80}")) {
            return Optional.empty();
        }
        try {
            var text = Files.readString(secrets.resolve(name)).strip();
            return text.isEmpty() ? Optional.empty() : Optional.of(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    /** {@code t=SECONDS,v1=HEX}: HMAC-SHA256 over the seconds since 1970, a dot, and the body. */
    static String of(byte[] secret, long seconds, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
        }
    }
}
