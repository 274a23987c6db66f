package org.shuqi.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalLong;

/**
 * How far each receiver has been served, in a file each. They are not in the graph: that would make a revision of every
 * delivery. A file that is lost means that events are sent again, never that they are not sent.
 */
final class Positions {

    private static final int NAME_LENGTH = 32;

    private final Path folder;

    Positions(Path folder) {
        this.folder = folder;
    }

    OptionalLong of(String hook) {
        var file = file(hook);
        try {
            var text = Files.exists(file) ? Files.readString(file).strip() : "";
            return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
        } catch (IOException unreadable) {
            return OptionalLong.empty();
        }
    }

    /** Returns when the position is on disk. */
    void keep(String hook, long revision) {
        var file = file(hook);
        var next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(folder);
            try (var channel = FileChannel.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                channel.write(ByteBuffer.wrap(Long.toString(revision).getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("position of " + hook, e);
        }
    }

    private Path file(String hook) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(hook.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash).substring(0, NAME_LENGTH) + ".position");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
