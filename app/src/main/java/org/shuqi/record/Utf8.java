package org.shuqi.record;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Passes bytes on that are UTF-8 and refuses others; the parsers would take a wrong byte for some other character. */
final class Utf8 extends FilterInputStream {

    private long line = 1;
    private int missing;
    private int lowest = 0x80;
    private int highest = 0xBF;

    Utf8(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        var read = in.read();
        if (read >= 0) {
            see(read);
        } else {
            end();
        }
        return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        var count = in.read(into, from, length);
        for (int i = from; i < from + count; i++) {
            see(into[i] & 0xFF);
        }
        if (count < 0) {
            end();
        }
        return count;
    }

    /** One step of the table of well-formed byte sequences. Source: The Unicode Standard, section 3.9, table 3-7. */
    private void see(int c) {
        if (missing > 0) {
            if (c < lowest || c > highest) {
                throw wrong();
            }
            missing--;
            expect(0x80, 0xBF);
        } else if (c >= 0x80) {
            missing = following(c);
            expect(c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80, c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF);
        } else if (c == '\n') {
            line++;
        }
    }

    private int following(int lead) {
        if (lead < 0xC2 || lead > 0xF4) {
            throw wrong();
        }
        return lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    }

    private void expect(int from, int to) {
        lowest = from;
        highest = to;
    }

    private void end() {
        if (missing > 0) {
            throw wrong();
        }
    }

    private Refusal wrong() {
        return Refusal.of(
                Kind.MALFORMED,
                "第 %d 行不是 UTF-8 文本；请把文件存为 UTF-8",
                "line %d is not UTF-8 text; save the file as UTF-8",
                line);
    }
}
