package org.shuqi.decision.fact;

/** Takes out of bytes what a {@link Writing} put there, in the same order. */
final class Reading {

    private final byte[] bytes;
    private int at;

    Reading(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    boolean getBoolean() {
        return getByte() != 0;
    }

    int getByte() {
        return bytes[at++];
    }

    int getInt() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    long getLong() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    long getSigned() {
        long value = getLong();
        return value >>> 1 ^ -(value & 1);
    }

    /** A count of things that take at least a byte each. */
    int getCount() {
        return checked(getInt());
    }

    /** The same, read in another way. */
    int checked(int count) {
        if (count < 0 || count > bytes.length - at) {
            throw new IllegalStateException("a count of " + count + " with less than that to come");
        }
        return count;
    }

    String getText() {
        var chars = new char[getCount()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) getInt();
        }
        return new String(chars);
    }
}
