package org.shuqi.proof;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The checkpoints that were signed, in a file a day, beside the log and never in it. */
final class KeptCheckpoints {

    private static final String NAME = "\\d{4}-\\d\\d-\\d\\d\\.txt";

    private static final Pattern LAST_LINE = Pattern.compile("(?m)^— [^\n]+\n\n");

    private final Path folder;

    KeptCheckpoints(Path folder) {
        this.folder = folder;
    }

    /** The one that was signed last. */
    Optional<SignedCheckpoint> newest() {
        return page(0, 1).stream().findFirst();
    }

    /** Some of them, the newest first. */
    List<SignedCheckpoint> page(long offset, int limit) {
        var page = new ArrayList<SignedCheckpoint>();
        var passed = 0L;
        for (var day : days()) {
            var signed = SignedCheckpoint.in(text(day));
            for (var at = signed.size() - 1; at >= 0 && page.size() < limit; at--) {
                if (passed >= offset) {
                    page.add(signed.get(at));
                }
                passed++;
            }
        }
        return page;
    }

    /** Writes one behind the others, durably. */
    void add(SignedCheckpoint signed) {
        var day =
                folder.resolve(signed.checkpoint().at().atOffset(ZoneOffset.UTC).toLocalDate() + ".txt");
        try {
            Files.createDirectories(folder);
            try (var file = new RandomAccessFile(day.toFile(), "rw")) {
                // what a crash left half written goes: it was never shown to anybody
                file.setLength(whole(Files.readString(day)));
                file.seek(file.length());
                file.write((signed.note().spell() + "\n").getBytes(StandardCharsets.UTF_8));
                file.getFD().sync();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many bytes of the file are whole notes. */
    private static long whole(String text) {
        var end = 0;
        for (var last = LAST_LINE.matcher(text); last.find(); ) {
            end = last.end();
        }
        return text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
    }

    private List<Path> days() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(NAME))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path day) {
        try {
            return Files.readString(day);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
