package org.shuqi.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The first key: whoever can read {@code operator.key} in the data folder is the operator. */
public final class OperatorKey {

    /** Name of the file in the data folder. */
    public static final String FILE = "operator.key";

    private static final int BITS = 256;

    /** Only a digest stays in memory: what is compared says nothing about the key. */
    private final byte[] digest;

    private OperatorKey(String key) {
        this.digest = digest(key);
    }

    /**
     * Reads the key of a data folder, and makes one (256 random bits, readable by its owner only) if there is none.
     *
     * @throws IllegalStateException if the file holds no usable key
     */
    public static OperatorKey in(Path data) {
        var file = data.resolve(FILE);
        try {
            Files.createDirectories(data);
            if (Files.notExists(file)) {
                create(file);
            }
            var key = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (key.length() < 32) {
                throw new IllegalStateException(file + " holds no usable key; delete it to get a new one");
            }
            return new OperatorKey(key);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether this is the key; takes as long for a near miss as for a far one. */
    public boolean is(String candidate) {
        return MessageDigest.isEqual(digest, digest(candidate));
    }

    private static void create(Path file) throws IOException {
        var random = new byte[BITS / 8];
        new SecureRandom().nextBytes(random);
        var key = Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n";
        // the mode is set as the file is made, so that it is never readable by others, not even for a moment
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
            channel.write(StandardCharsets.US_ASCII.encode(key));
        } catch (FileAlreadyExistsException other) {
            // another start was faster: its key is as good
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        var posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
