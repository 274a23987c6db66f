package org.shuqi.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The bytes of one HTTP/1.1 response as they come in: knows when it is whole. */
final class Reply {

    private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};
    private static final int STATUS_AT = 9;

    private byte[] bytes = new byte[16 * 1024];
    private int filled;
    private int body;
    private int length;
    private int chunk;

    /** Ready for the next response. */
    void clear() {
        filled = 0;
        body = 0;
        length = 0;
        chunk = 0;
    }

    /** Takes more bytes in. */
    void add(byte[] some, int many) {
        if (filled + many > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, filled + many));
        }
        System.arraycopy(some, 0, bytes, filled, many);
        var searched = Math.max(0, filled - BLANK_LINE.length);
        filled += many;
        if (body == 0) {
            var end = find(BLANK_LINE, searched);
            if (end >= 0) {
                body = end + BLANK_LINE.length;
                chunk = body;
                length = length(new String(bytes, 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
            }
        }
    }

    boolean isWhole() {
        return body > 0 && (length >= 0 ? filled >= body + length : endsInLastChunk());
    }

    int status() {
        return (bytes[STATUS_AT] - '0') * 100 + (bytes[STATUS_AT + 1] - '0') * 10 + bytes[STATUS_AT + 2] - '0';
    }

    boolean contains(byte[] expected) {
        return find(expected, body) >= 0;
    }

    String text() {
        return new String(bytes, 0, filled, StandardCharsets.UTF_8);
    }

    /** Length of the body; negative if it comes in chunks. */
    private static int length(String head) {
        var at = head.indexOf("\r\ncontent-length:");
        if (at < 0) {
            return head.contains("\r\ntransfer-encoding: chunked") ? -1 : 0;
        }
        var from = at + "\r\ncontent-length:".length();
        var to = head.indexOf('\r', from);
        return Integer.parseInt(
                head.substring(from, to < 0 ? head.length() : to).strip());
    }

    /** Goes from chunk to chunk, as far as they are there. */
    private boolean endsInLastChunk() {
        while (true) {
            var line = find(new byte[] {'\r', '\n'}, chunk);
            if (line < 0) {
                return false;
            }
            var size = Integer.parseInt(
                    new String(bytes, chunk, line - chunk, StandardCharsets.ISO_8859_1).split(";")[0].strip(), 16);
            var next = line + 2 + size + 2;
            if (size == 0 || filled < next) {
                return size == 0 && filled >= next;
            }
            chunk = next;
        }
    }

    private int find(byte[] wanted, int from) {
        for (var at = from; at <= filled - wanted.length; at++) {
            var same = 0;
            while (same < wanted.length && bytes[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }
}
