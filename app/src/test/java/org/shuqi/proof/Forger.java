package org.shuqi.proof;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;

/**
 * Somebody who has the log file in hand, knows how it is written, and would like it to say something else. Works from the
 * description of the format alone.
 */
final class Forger {

    /** Head and body of an entry; the seal follows from them. */
    record Entry(byte[] head, byte[] body) {}

    private final byte[] title;
    final List<Entry> entries = new ArrayList<>();
    /** Where each entry begins, and where the last ends. */
    final List<Integer> begins = new ArrayList<>();

    Forger(byte[] log) {
        title = Arrays.copyOf(log, 12);
        var in = ByteBuffer.wrap(log).position(12);
        var head = new byte[0];
        var body = new ByteArrayOutputStream();
        begins.add(12);
        while (in.hasRemaining()) {
            var kind = in.get();
            var content = new byte[in.getInt()];
            in.get(content).getInt();
            switch (kind) {
                case 'H' -> head = content;
                case 'P' -> body.writeBytes(content);
                default -> {
                    entries.add(new Entry(head, body.toByteArray()));
                    body.reset();
                    begins.add(in.position());
                }
            }
        }
    }

    /** The log with the seals that the entries would have if they had been written so. */
    byte[] resealed() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(title);
        var previous = new byte[32];
        for (var number = 0; number < entries.size(); number++) {
            var head = new String(entries.get(number).head(), StandardCharsets.UTF_8)
                    .replaceFirst("H revision \"\\d+\"", "H revision \"" + (number + 1) + "\"")
                    .replaceFirst(
                            "H previous \"[0-9a-f]+\"",
                            "H previous \"" + HexFormat.of().formatHex(previous) + "\"")
                    .getBytes(StandardCharsets.UTF_8);
            previous = write(out, previous, new Entry(head, entries.get(number).body()));
        }
        return out.toByteArray();
    }

    /** The log with one other entry whose own seal is right, and no other changed. */
    byte[] replaced(byte[] log, int number, Entry entry) {
        var out = new ByteArrayOutputStream();
        out.write(log, 0, begins.get(number));
        var previous = HexFormat.of()
                .parseHex(new String(entry.head(), StandardCharsets.UTF_8)
                        .replaceFirst("(?s).*H previous \"([0-9a-f]+)\".*", "$1"));
        write(out, previous, entry);
        out.write(log, begins.get(number + 1), log.length - begins.get(number + 1));
        return out.toByteArray();
    }

    /** The same entry saying something else. */
    Entry altered(int number, Random random) {
        var entry = entries.get(number);
        return random.nextBoolean()
                ? new Entry(replaced(entry.head(), "H reason \"entry", "H reason \"other"), entry.body())
                : new Entry(entry.head(), replaced(entry.body(), "value", "valve"));
    }

    private static byte[] replaced(byte[] text, String from, String to) {
        return new String(text, StandardCharsets.UTF_8).replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] write(ByteArrayOutputStream out, byte[] previous, Entry entry) {
        block(out, 'H', entry.head());
        block(out, 'P', entry.body());
        var digest = Merkle.sha256();
        digest.update(previous);
        digest.update(entry.head());
        var seal = digest.digest(entry.body());
        block(out, 'C', seal);
        return seal;
    }

    private static void block(ByteArrayOutputStream out, char kind, byte[] content) {
        var bytes = ByteBuffer.allocate(5 + content.length)
                .put((byte) kind)
                .putInt(content.length)
                .put(content)
                .array();
        var sum = new CRC32C();
        sum.update(bytes);
        out.writeBytes(bytes);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
