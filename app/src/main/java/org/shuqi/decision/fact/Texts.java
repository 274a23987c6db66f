package org.shuqi.decision.fact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts with two numbers each, one behind the other in chunks of bytes, found by address.
 *
 * <p>An entry is its place, its head, its length and its chars, each char in one to three bytes; it begins at a multiple of
 * four and lies in one chunk, which is made longer for a text that needs it. All that finding a word looks at lies together,
 * because at national size every other place in memory costs a hundred nanoseconds. One thread writes; readers know only addresses that
 * were given to them after the entry was complete.
 */
final class Texts {

    /** Below half a region of the collector's heap, which would round anything longer up to whole regions. */
    private static final int CHUNK_BITS = 18;

    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int UNIT_BITS = 2;
    private static final int UNIT_MASK = (1 << CHUNK_BITS - UNIT_BITS) - 1;
    private static final int MOST_CHUNKS = Integer.MAX_VALUE >>> CHUNK_BITS - UNIT_BITS;
    /** The first chunk begins this small and doubles, since many a dictionary never fills one. */
    private static final int LEAST = 1 << 10;

    private static final int HEAD = Integer.BYTES;
    /** Place, head and length take at most this many bytes. */
    private static final int FRONT = HEAD + 5 + 5;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private volatile byte[][] chunks;
    private int used;

    Texts() {
        this(new byte[0][], 0);
    }

    private Texts(byte[][] chunks, int used) {
        this.chunks = chunks;
        this.used = used;
    }

    /** The address of a new entry. */
    int add(int place, int head, String string, int from, int to) {
        int length = bytes(string, from, to);
        makeRoom(Math.addExact(FRONT, length));
        int chunk = chunks.length - 1;
        int address = chunk << CHUNK_BITS - UNIT_BITS | used >> UNIT_BITS;
        var into = chunks[chunk];
        INTS.set(into, used, place);
        int at = varint(into, varint(into, used + HEAD, zigzag(head)), length);
        for (int i = from; i < to; i++) {
            at = put(into, at, string.charAt(i));
        }
        used = at + 3 & ~3;
        return address;
    }

    private void makeRoom(int wanted) {
        int last = chunks.length - 1;
        if (last >= 0 && used + (long) wanted <= chunks[last].length) {
            return;
        }
        if (last == 0 && used + (long) wanted <= CHUNK) {
            var longer = Arrays.copyOf(chunks[0], Math.min(CHUNK, Math.max(2 * chunks[0].length, used + wanted)));
            chunks = new byte[][] {longer};
            return;
        }
        if (last == MOST_CHUNKS) {
            throw new IllegalStateException("the dictionary is full");
        }
        var more = Arrays.copyOf(chunks, last + 2);
        more[last + 1] = new byte[Math.max(last < 0 ? LEAST : CHUNK, wanted)];
        chunks = more;
        used = 0;
    }

    private static int bytes(String string, int from, int to) {
        int bytes = 0;
        for (int i = from; i < to; i++) {
            char c = string.charAt(i);
            bytes = Math.addExact(bytes, c < 0x80 ? 1 : c < 0x800 ? 2 : 3);
        }
        return bytes;
    }

    private static int put(byte[] into, int at, char c) {
        int next = at;
        if (c < 0x80) {
            into[next++] = (byte) c;
        } else if (c < 0x800) {
            into[next++] = (byte) (0xC0 | c >> 6);
            into[next++] = (byte) (0x80 | c & 0x3F);
        } else {
            into[next++] = (byte) (0xE0 | c >> 12);
            into[next++] = (byte) (0x80 | c >> 6 & 0x3F);
            into[next++] = (byte) (0x80 | c & 0x3F);
        }
        return next;
    }

    private static int varint(byte[] into, int at, int value) {
        int next = at;
        int rest = value;
        for (; (rest & ~0x7F) != 0; rest >>>= 7) {
            into[next++] = (byte) (rest | 0x80);
        }
        into[next++] = (byte) rest;
        return next;
    }

    /** The place of the entry if it is of that head and text, else {@link Words#NONE}. */
    int place(int address, int head, String string, int from, int to) {
        var bytes = chunks[address >>> CHUNK_BITS - UNIT_BITS];
        int start = (address & UNIT_MASK) << UNIT_BITS;
        if (number(bytes, start + HEAD) != zigzag(head)) {
            return Words.NONE;
        }
        int lengthAt = after(bytes, start + HEAD);
        int at = after(bytes, lengthAt);
        int end = at + number(bytes, lengthAt);
        for (int i = from; i < to; i++) {
            char c = string.charAt(i);
            int size = c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            if (at + size > end || c != decoded(bytes, at)) {
                return Words.NONE;
            }
            at += size;
        }
        return at == end ? (int) INTS.get(bytes, start) : Words.NONE;
    }

    /** The char that begins there. */
    private static char decoded(byte[] bytes, int at) {
        int first = bytes[at];
        if (first >= 0) {
            return (char) first;
        }
        return (first & 0x20) == 0
                ? (char) ((first & 0x1F) << 6 | bytes[at + 1] & 0x3F)
                : (char) ((first & 0x0F) << 12 | (bytes[at + 1] & 0x3F) << 6 | bytes[at + 2] & 0x3F);
    }

    int head(int address) {
        int zigzag = number(chunks[address >>> CHUNK_BITS - UNIT_BITS], ((address & UNIT_MASK) << UNIT_BITS) + HEAD);
        return zigzag >>> 1 ^ -(zigzag & 1);
    }

    String text(int address) {
        var bytes = chunks[address >>> CHUNK_BITS - UNIT_BITS];
        int start = (address & UNIT_MASK) << UNIT_BITS;
        int lengthAt = after(bytes, start + HEAD);
        int length = number(bytes, lengthAt);
        int at = after(bytes, lengthAt);
        for (int i = at; i < at + length; i++) {
            if (bytes[i] < 0) {
                return wide(bytes, at, at + length);
            }
        }
        return new String(bytes, at, length, StandardCharsets.ISO_8859_1);
    }

    private static int zigzag(int head) {
        return head << 1 ^ head >> 31;
    }

    private static int number(byte[] bytes, int start) {
        int at = start;
        int number = bytes[at] & 0x7F;
        for (int shift = 7; bytes[at] < 0; shift += 7) {
            at++;
            number |= (bytes[at] & 0x7F) << shift;
        }
        return number;
    }

    private static int after(byte[] bytes, int start) {
        int at = start;
        while (bytes[at] < 0) {
            at++;
        }
        return at + 1;
    }

    private static String wide(byte[] bytes, int from, int to) {
        var chars = new StringBuilder(to - from);
        for (int at = from; at < to; ) {
            char c = decoded(bytes, at);
            chars.append(c);
            at += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        }
        return chars.toString();
    }

    /** The same as it is now: what is there already never changes. */
    Texts frozen() {
        return new Texts(chunks, used);
    }

    void write(Sink sink) {
        sink.putInt(chunks.length);
        sink.putInt(used);
        for (var chunk : chunks) {
            sink.putInt(chunk.length);
            sink.putBytes(chunk, chunk.length);
        }
    }

    static Texts read(Source source) {
        var chunks = new byte[source.getCount(Integer.BYTES)][];
        int used = source.getInt();
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = source.getBytes(source.getCount(1));
        }
        return new Texts(chunks, used);
    }
}
