package org.shuqi.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is left of the lines of a month that was disposed of: their numbers and seals, so that the chain and every
 * checkpoint over it can still be checked, and whoever kept a line elsewhere can still show that it stood here.
 */
final class Stubs {

    private static final String ENDING = ".seals";

    private static final Pattern LINE = Pattern.compile("([1-9]\\d{0,17}) ([0-9a-f]{64})");

    private Stubs() {}

    /**
     * What is left of one line.
     *
     * @param number of the line
     * @param seal SHA-256 of its bytes, in hexadecimal
     */
    record Stub(long number, String seal) {

        static Optional<Stub> read(Pages.Raw line) {
            var read = LINE.matcher(Pages.text(line.bytes()));
            return line.isWhole() && read.matches()
                    ? Optional.of(new Stub(Long.parseLong(read.group(1)), read.group(2)))
                    : Optional.empty();
        }
    }

    /** The months of which this is left, the newest first. */
    static List<YearMonth> newestFirst(Path folder) throws IOException {
        return Pages.months(folder, ENDING);
    }

    static Path file(Path folder, YearMonth month) {
        return folder.resolve(month + ENDING);
    }

    /** What would be left of the lines of a month. */
    static List<Stub> of(Path folder, YearMonth month) throws IOException {
        var stubs = new ArrayList<Stub>();
        Pages.read(folder, month, line -> stubs.add(new Stub(line.entry().number(), line.seal())));
        return stubs;
    }

    /** Puts the stubs in the place of the lines of a month. */
    static void replace(Path folder, YearMonth month) throws IOException {
        var text = new StringBuilder();
        of(folder, month).forEach(stub -> text.append(stub.number())
                .append(' ')
                .append(stub.seal())
                .append('\n'));
        var fresh = folder.resolve(month + ENDING + ".new");
        try (var file = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            for (var bytes = ByteBuffer.wrap(text.toString().getBytes(US_ASCII)); bytes.hasRemaining(); ) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(fresh, file(folder, month), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.delete(Pages.file(folder, month));
    }
}
