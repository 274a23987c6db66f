package org.shuqi.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how many bytes have been read. */
final class Watched extends FilterInputStream {

    private final Progress progress;

    Watched(InputStream in, Progress progress) {
        super(in);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        var read = in.read();
        if (read >= 0) {
            progress.advances(1);
        }
        return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        var count = in.read(into, from, length);
        if (count > 0) {
            progress.advances(count);
        }
        return count;
    }
}
