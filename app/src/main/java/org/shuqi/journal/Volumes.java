package org.shuqi.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The seals of a journal by number, month by month; of months that were disposed of, those that are left. */
final class Volumes {

    private final Path folder;
    private @Nullable Volume newest;

    Volumes(Path folder) {
        this.folder = folder;
    }

    /** The seals of a month; the first is that of line {@code first}. */
    private record Volume(YearMonth month, long first, List<String> seals) {

        boolean has(long number) {
            return number >= first && number < first + seals.size();
        }
    }

    /** Is told of a line that was added. */
    void added(YearMonth month, String seal) {
        var kept = newest;
        if (kept != null && kept.month().equals(month)) {
            kept.seals().add(seal);
        }
    }

    /** Is told that the files were changed. */
    void forget() {
        newest = null;
    }

    /** The seals behind the first so many lines, at most the limit, up to the last line. */
    List<String> seals(long after, int limit, long last) throws IOException {
        var seals = new ArrayList<String>();
        for (var number = after + 1; number <= last && seals.size() < limit; number++) {
            seals.add(seal(number));
        }
        return seals;
    }

    private String seal(long number) throws IOException {
        var kept = newest;
        if (kept == null || !kept.has(number)) {
            kept = volume(number);
            newest = kept;
        }
        return kept.seals().get((int) (number - kept.first()));
    }

    /** Whoever reads on from the beginning opens each file once; a month too early is looked at, and passed over. */
    private Volume volume(long number) throws IOException {
        for (var month : months(folder)) {
            if (first(folder, month).filter(first -> first <= number).isPresent()) {
                var volume = read(month);
                if (volume.has(number)) {
                    return volume;
                }
            }
        }
        throw new IOException("line " + number + " of the journal is not there");
    }

    /** All months that are there or of which something is left, the newest first. */
    static List<YearMonth> months(Path folder) throws IOException {
        var months = Stream.concat(Pages.newestFirst(folder).stream(), Stubs.newestFirst(folder).stream());
        return months.distinct().sorted(Comparator.reverseOrder()).toList();
    }

    private Volume read(YearMonth month) throws IOException {
        var stubs = new ArrayList<Stubs.Stub>();
        if (Files.exists(Pages.file(folder, month))) {
            stubs.addAll(Stubs.of(folder, month));
        } else {
            Pages.raw(Stubs.file(folder, month), line -> Stubs.Stub.read(line).ifPresent(stubs::add));
        }
        var seals = new ArrayList<>(stubs.stream().map(Stubs.Stub::seal).toList());
        return new Volume(month, stubs.isEmpty() ? Long.MAX_VALUE : stubs.get(0).number(), seals);
    }

    private static Optional<Long> first(Path folder, YearMonth month) throws IOException {
        var isWhole = Files.exists(Pages.file(folder, month));
        var file = isWhole ? Pages.file(folder, month) : Stubs.file(folder, month);
        try (var lines = new BufferedInputStream(Files.newInputStream(file))) {
            var line = new ByteArrayOutputStream();
            for (var next = lines.read(); next >= 0 && next != '\n'; next = lines.read()) {
                line.write(next);
            }
            var raw = new Pages.Raw(line.toByteArray(), true);
            return isWhole
                    ? raw.read().map(read -> read.entry().number())
                    : Stubs.Stub.read(raw).map(Stubs.Stub::number);
        }
    }
}
