package org.shuqi.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys with which a registry signs: one in use, and the public ones of all that were.
 *
 * <p>{@code signing.key} in the data folder holds the private one (PKCS#8, readable by its owner only),
 * {@code signing.keys} the public ones: a line each of since when, until when or {@code -}, and the key as one word.
 */
public final class SigningKeys {

    private static final String PRIVATE = "signing.key";
    private static final String PUBLIC = "signing.keys";

    private final Path folder;
    private final String name;
    private final Clock clock;

    private SigningKeys(Path folder, String name, Clock clock) {
        this.folder = folder;
        this.name = name;
        this.clock = clock;
    }

    /**
     * The keys in a data folder; the first is made when it is needed.
     *
     * @param baseIri start of the IRIs of the registry, of which the name of the keys is made
     */
    public static SigningKeys in(Path folder, String baseIri, Clock clock) {
        return new SigningKeys(folder, name(baseIri), clock);
    }

    /**
     * A public key and when it was used.
     *
     * @param key the key
     * @param from since when
     * @param until when another took its place; nothing for the one in use
     */
    public record Dated(VerifierKey key, Instant from, Optional<Instant> until) {}

    /** Under which name they sign: the base IRI without scheme and last slash. */
    public String name() {
        return name;
    }

    /** All public keys, the one in use last. */
    public synchronized List<Dated> all() {
        inUse();
        return read();
    }

    /** The public keys without their dates. */
    public List<VerifierKey> verifiers() {
        return all().stream().map(Dated::key).toList();
    }

    /** Puts the signature of the key in use under the text. */
    public synchronized Note sign(String text) {
        var key = inUse();
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            var bytes = signature.sign();
            var signer = read().stream()
                    .map(Dated::key)
                    .filter(known -> known.verifies(text.getBytes(StandardCharsets.UTF_8), bytes))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(PUBLIC + " lacks the public part of " + PRIVATE));
            return new Note(
                    text,
                    List.of(new Note.Signed(
                            signer.name(), signer.id(), Base64.getEncoder().encodeToString(bytes))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /** Makes a new key to sign with; what the old one has signed stays provable with its public part. */
    public synchronized VerifierKey rotate() {
        return make();
    }

    private PrivateKey inUse() {
        if (Files.notExists(folder.resolve(PRIVATE))) {
            make();
        }
        try {
            var pem = Files.readString(folder.resolve(PRIVATE), StandardCharsets.US_ASCII);
            var bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(folder.resolve(PRIVATE) + " holds no Ed25519 key", e);
        }
    }

    private VerifierKey make() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var key = VerifierKey.of(name, pair.getPublic());
            var pem = "-----BEGIN PRIVATE KEY-----\n"
                    + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded())
                    + "\n-----END PRIVATE KEY-----\n";
            Files.createDirectories(folder);
            // the public one first: a private key whose public part nobody has would sign for nobody
            replace(PUBLIC, lines(key));
            replace(PRIVATE, pem, ownerOnly());
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    private String lines(VerifierKey next) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var lines = new StringBuilder();
        read().forEach(old ->
                lines.append(line(new Dated(old.key(), old.from(), old.until().or(() -> Optional.of(now))))));
        return lines.append(line(new Dated(next, now, Optional.empty()))).toString();
    }

    private static String line(Dated dated) {
        return dated.from() + " " + dated.until().map(Instant::toString).orElse("-") + " "
                + dated.key().word() + "\n";
    }

    private List<Dated> read() {
        var keys = new ArrayList<Dated>();
        try {
            if (Files.exists(folder.resolve(PUBLIC))) {
                for (var line : Files.readAllLines(folder.resolve(PUBLIC))) {
                    var words = line.split(" ", 3);
                    var until = words[1].equals("-") ? Optional.<Instant>empty() : Optional.of(Instant.parse(words[1]));
                    VerifierKey.in(words[2]).forEach(key -> keys.add(new Dated(key, Instant.parse(words[0]), until)));
                }
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replace(String file, String content, FileAttribute<?>... attributes) throws IOException {
        var fresh = folder.resolve(file + ".new");
        Files.deleteIfExists(fresh);
        try (var channel = Files.newByteChannel(
                fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
        }
        Files.move(fresh, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String name(String baseIri) {
        return baseIri.replaceFirst("^[A-Za-z][A-Za-z0-9.-]*:(//)?", "")
                .replaceFirst("/+$", "")
                .replaceAll("[\\s+]", "-");
    }
}
