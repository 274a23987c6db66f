package org.shuqi.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A public key of a registry, with the name under which it signs.
 *
 * <p>Spelled as one word, {@code name+id+key}, as the "signed note" of C2SP (c2sp.org/signed-note, version 1) has it, so
 * that other verifiers of such notes can be given it too.
 *
 * @param name who signs
 * @param id first four bytes of a hash of name and key, eight hexadecimal digits
 * @param key the 32 bytes of the Ed25519 key, in hexadecimal
 */
public record VerifierKey(String name, String id, String key) {

    private static final byte ED25519 = 1;
    private static final byte[] SPKI = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final Pattern WORD = Pattern.compile("([^\\s+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]{44})");

    /** The key in the 44 bytes of a SubjectPublicKeyInfo. */
    static VerifierKey of(String name, PublicKey key) {
        var encoded = key.getEncoded();
        var raw = Arrays.copyOfRange(encoded, SPKI.length, encoded.length);
        return new VerifierKey(name, id(name, raw), Hex.of(raw));
    }

    /** All keys that stand in a text, one or more; words that are none are passed over. */
    public static List<VerifierKey> in(String text) {
        var keys = new ArrayList<VerifierKey>();
        var words = WORD.matcher(text);
        while (words.find()) {
            read(words.group(1), words.group(2), words.group(3)).ifPresent(keys::add);
        }
        return List.copyOf(keys);
    }

    private static Optional<VerifierKey> read(String name, String id, String base64) {
        var bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != 33 || bytes[0] != ED25519) {
            return Optional.empty();
        }
        var raw = Arrays.copyOfRange(bytes, 1, bytes.length);
        return id(name, raw).equals(id) ? Optional.of(new VerifierKey(name, id, Hex.of(raw))) : Optional.empty();
    }

    /** The key as one word. */
    public String word() {
        var bytes = ByteBuffer.allocate(33)
                .put(ED25519)
                .put(HexFormat.of().parseHex(key))
                .array();
        return name + "+" + id + "+" + Base64.getEncoder().encodeToString(bytes);
    }

    /** The key as OpenSSL reads it. */
    public String pem() {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(encoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    boolean verifies(byte[] text, byte[] signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded())));
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }

    private byte[] encoded() {
        return ByteBuffer.allocate(44)
                .put(SPKI)
                .put(HexFormat.of().parseHex(key))
                .array();
    }

    private static String id(String name, byte[] raw) {
        var digest = Merkle.sha256();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(ED25519);
        return Hex.of(Arrays.copyOf(digest.digest(raw), 4));
    }
}
