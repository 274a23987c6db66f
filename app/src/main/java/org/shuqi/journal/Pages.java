package org.shuqi.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;

/** The files of a journal: a month each, a line an entry. */
final class Pages {

    private static final String ENDING = ".jsonl";

    private Pages() {}

    /**
     * A line that was read.
     *
     * @param entry what it says
     * @param seal SHA-256 of its bytes
     * @param month the file it stands in
     * @param at number of the line in its file, from 1
     */
    record Line(Entry entry, String seal, YearMonth month, int at) {}

    /** The months that have a file, the newest first. */
    static List<YearMonth> newestFirst(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{4}-\\d{2}\\.jsonl"))
                    .map(name -> YearMonth.parse(name.substring(0, name.length() - ENDING.length())))
                    .sorted(Comparator.reverseOrder())
                    .toList();
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

    /** Hands over the whole lines of a file; one that is just being written is not whole yet. */
    static void read(Path folder, YearMonth month, Consumer<Line> use) throws IOException {
        try (var lines = Files.newBufferedReader(file(folder, month), UTF_8)) {
            var at = 0;
            for (var text = lines.readLine(); text != null; text = lines.readLine()) {
                at++;
                var entry = entry(text);
                if (entry.isPresent()) {
                    use.accept(new Line(entry.get(), seal(text.getBytes(UTF_8)), month, at));
                }
            }
        }
    }

    /** The last line of all. */
    static Optional<Line> last(Path folder) throws IOException {
        for (var month : newestFirst(folder)) {
            var lines = new ArrayDeque<Line>(2);
            read(folder, month, line -> {
                lines.addLast(line);
                if (lines.size() > 1) {
                    lines.removeFirst();
                }
            });
            if (!lines.isEmpty()) {
                return Optional.of(lines.getLast());
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

    static Optional<String> broken(Path folder) throws IOException {
        var months = new java.util.ArrayList<>(newestFirst(folder));
        java.util.Collections.reverse(months);
        var before = Optional.<Line>empty();
        for (var month : months) {
            var at = 0;
            try (var lines = Files.newBufferedReader(file(folder, month), UTF_8)) {
                for (var text = lines.readLine(); text != null; text = lines.readLine()) {
                    at++;
                    var entry = entry(text);
                    if (entry.isEmpty() || !follows(entry.get(), before)) {
                        return Optional.of(month + ENDING + ":" + at);
                    }
                    before = Optional.of(new Line(entry.get(), seal(text.getBytes(UTF_8)), month, at));
                }
            }
        }
        return Optional.empty();
    }

    /** The first line that is there follows nothing, since older files may have been disposed of. */
    private static boolean follows(Entry entry, Optional<Line> before) {
        return before.map(line ->
                        line.seal().equals(entry.previous()) && line.entry().number() + 1 == entry.number())
                .orElse(true);
    }

    private static Optional<Entry> entry(String text) {
        try {
            return Optional.of(Entry.of(JsonTree.of(text.getBytes(UTF_8))));
        } catch (Refusal | java.util.NoSuchElementException | java.time.DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Path file(Path folder, YearMonth month) {
        return folder.resolve(month + ENDING);
    }

    private static String seal(byte[] line) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
