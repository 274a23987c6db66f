package org.shuqi.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;

/**
 * The files of a journal: a month each, a line an entry. Lines end with a line feed and nothing else, so that no byte of a
 * file can be changed without changing a line.
 */
final class Pages {

    private static final String ENDING = ".jsonl";

    private Pages() {}

    /**
     * A line that was read.
     *
     * @param entry what it says
     * @param seal SHA-256 of its bytes
     */
    record Line(Entry entry, String seal) {}

    /**
     * A line as it stands there.
     *
     * @param bytes without the line feed
     * @param isWhole whether there is one
     */
    record Raw(byte[] bytes, boolean isWhole) {

        Optional<Line> read() {
            try {
                return isWhole ? Optional.of(new Line(Entry.of(JsonTree.of(bytes)), seal(bytes))) : Optional.empty();
            } catch (Refusal | java.util.NoSuchElementException | java.time.DateTimeException unreadable) {
                return Optional.empty();
            }
        }
    }

    /** The months that have lines, the newest first. */
    static List<YearMonth> newestFirst(Path folder) throws IOException {
        return months(folder, ENDING);
    }

    /** The months that have a file with this ending, the newest first. */
    static List<YearMonth> months(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            var months = new ArrayList<>(files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{4}-(0[1-9]|1[0-2])\\" + ending))
                    .map(name -> YearMonth.parse(name.substring(0, name.length() - ending.length())))
                    .sorted()
                    .toList());
            Collections.reverse(months);
            return months;
        }
    }

    /** Writes a line; returns its seal. */
    static String append(Path folder, YearMonth month, Entry entry) throws IOException {
        var line = JsonTree.bytes(entry.form());
        Files.createDirectories(folder);
        try (var file = FileChannel.open(
                file(folder, month), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            var bytes = ByteBuffer.allocate(line.length + 1)
                    .put(line)
                    .put((byte) '\n')
                    .flip();
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        }
        return seal(line);
    }

    /** Hands over the lines of a file as they stand there, the last also if it has no end. */
    static void raw(Path file, Consumer<Raw> use) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            var line = new ByteArrayOutputStream();
            for (var next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    use.accept(new Raw(line.toByteArray(), true));
                    line.reset();
                } else {
                    line.write(next);
                }
            }
            if (line.size() > 0) {
                use.accept(new Raw(line.toByteArray(), false));
            }
        }
    }

    /** Hands over the whole lines of a file; one that is just being written is not whole yet. */
    static void read(Path folder, YearMonth month, Consumer<Line> use) throws IOException {
        raw(file(folder, month), line -> line.read().ifPresent(use));
    }

    /** The last line of all. */
    static Optional<Line> last(Path folder) throws IOException {
        for (var month : newestFirst(folder)) {
            var last = new ArrayList<Line>(1);
            read(folder, month, line -> {
                last.clear();
                last.add(line);
            });
            if (!last.isEmpty()) {
                return Optional.of(last.get(0));
            }
        }
        return Optional.empty();
    }

    /** What a crash left behind of a line was never answered for; it goes, so that the next line begins on its own. */
    static void cutTornEnd(Path folder) throws IOException {
        var months = newestFirst(folder);
        if (months.isEmpty()) {
            return;
        }
        try (var file = new RandomAccessFile(file(folder, months.get(0)).toFile(), "rw")) {
            var end = file.length();
            while (end > 0) {
                file.seek(end - 1);
                if (file.read() == '\n') {
                    break;
                }
                end--;
            }
            file.setLength(end);
        }
    }

    static Path file(Path folder, YearMonth month) {
        return folder.resolve(month + ENDING);
    }

    static String seal(byte[] line) {
        return HexFormat.of().formatHex(digest(line));
    }

    static byte[] digest(byte[] line) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(line);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String text(byte[] line) {
        return new String(line, UTF_8);
    }
}
