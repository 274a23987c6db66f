package org.shuqi.decision.fact;

import java.util.Arrays;

/** Values as bytes, in the making; small numbers take one byte. */
final class Writing {

    private byte[] bytes = new byte[256];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    void putBoolean(boolean value) {
        putByte(value ? 1 : 0);
    }

    void putByte(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    /** Any number; the smaller, the shorter, and negative ones five bytes long. */
    void putInt(int value) {
        putLong(value & 0xFFFF_FFFFL);
    }

    /** Any number; the smaller, the shorter, and negative ones ten bytes long. */
    void putLong(long value) {
        room(10);
        long rest = value;
        for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
            bytes[length++] = (byte) (rest | 0x80);
        }
        bytes[length++] = (byte) rest;
    }

    /** Any number, negative or not; the nearer to 0, the shorter. */
    void putSigned(long value) {
        putLong(value << 1 ^ value >> 63);
    }

    /** Any string, char by char. */
    void putText(String text) {
        putInt(text.length());
        for (int i = 0; i < text.length(); i++) {
            putInt(text.charAt(i));
        }
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
    }
}
