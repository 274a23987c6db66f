package org.shuqi.api.lists;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Bytes that are made when they are read, a portion at a time. */
final class Poured extends InputStream {

    /** Makes the bytes. */
    interface Spring {

        /** Writes some more; false if that was all. */
        boolean pour(OutputStream into) throws IOException;
    }

    private final Spring spring;
    private final Cup cup = new Cup();
    private boolean dry;
    private int taken;

    Poured(Spring spring) {
        this.spring = spring;
    }

    @Override
    public int read() throws IOException {
        return filled() ? cup.bytes()[taken++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!filled()) {
            return -1;
        }
        var some = Math.min(length, cup.size() - taken);
        System.arraycopy(cup.bytes(), taken, into, offset, some);
        taken += some;
        return some;
    }

    private boolean filled() throws IOException {
        while (taken == cup.size() && !dry) {
            cup.reset();
            taken = 0;
            dry = !spring.pour(cup);
        }
        return taken < cup.size();
    }

    /** What has been poured and not yet been read. */
    private static final class Cup extends ByteArrayOutputStream {

        byte[] bytes() {
            return buf;
        }
    }
}
