package org.shuqi.sparql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Bytes from the thread that makes them to the one that sends them, a few portions ahead of it at most. */
final class Pipe extends OutputStream {

    private static final int PORTION_BYTES = 1 << 16;
    private static final int PORTIONS_AHEAD = 4;
    private static final byte[] END = new byte[0];

    private final Duration patience;
    private final BlockingQueue<byte[]> portions = new LinkedBlockingQueue<>(PORTIONS_AHEAD);
    private final ByteArrayOutputStream portion = new ByteArrayOutputStream(PORTION_BYTES);
    private final Outlet outlet = new Outlet();
    private boolean ended;
    private volatile boolean brokenOff;
    private volatile boolean closed;

    /** @param patience how long a portion waits to be taken before the other side is given up */
    Pipe(Duration patience) {
        this.patience = patience;
    }

    /** Where the bytes come out; broken off, it fails instead of ending. */
    InputStream outlet() {
        return outlet;
    }

    /** Whether nobody takes anything any more. */
    boolean isClosed() {
        return closed;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        portion.write(bytes, from, length);
        if (portion.size() >= PORTION_BYTES) {
            pass(portion.toByteArray());
            portion.reset();
        }
    }

    private void pass(byte[] some) throws IOException {
        try {
            if (closed || !portions.offer(some, patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("nobody takes the result any more");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    /** The end, after all that was written. */
    @Override
    public void close() {
        try {
            if (portion.size() > 0) {
                pass(portion.toByteArray());
            }
            pass(END);
            ended = true;
        } catch (IOException unwanted) {
            breakOff();
        }
    }

    /** The end, before all was written. */
    void breakOff() {
        brokenOff = true;
        portions.clear();
        portions.offer(END);
    }

    /** The end, if it has not come yet. */
    void orBreakOff() {
        if (!ended) {
            breakOff();
        }
    }

    private final class Outlet extends InputStream {

        private byte[] current = new byte[0];
        private int taken;
        private boolean dry;

        @Override
        public int read() throws IOException {
            return filled() ? current[taken++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!filled()) {
                return -1;
            }
            var some = Math.min(length, current.length - taken);
            System.arraycopy(current, taken, into, offset, some);
            taken += some;
            return some;
        }

        private boolean filled() throws IOException {
            while (taken == current.length && !dry) {
                current = next();
                taken = 0;
                dry = current.length == 0;
            }
            if (dry && brokenOff) {
                throw new IOException("the response had to be broken off");
            }
            return !dry;
        }

        private byte[] next() throws IOException {
            try {
                return portions.take();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException(stopped);
            }
        }

        @Override
        public void close() {
            closed = true;
            portions.clear();
        }
    }
}
