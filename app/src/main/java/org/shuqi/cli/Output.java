package org.shuqi.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Where a command writes data: a file, packed if its name ends in {@code .gz}, or standard output. */
final class Output {

    private Output() {}

    /**
     * Opens it; close it.
     *
     * @throws Refusal UNUSABLE if the file cannot be written
     */
    static OutputStream to(Optional<Path> file, Terminal terminal) {
        return file.map(Output::toFile).orElseGet(() -> new Shared(terminal.output()));
    }

    private static OutputStream toFile(Path file) {
        try {
            var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
            return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
        } catch (IOException e) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "无法写入 `%s`：%s；请核对路径和权限",
                    "`%s` cannot be written: %s; check the path and its permissions",
                    file,
                    String.valueOf(e.getMessage()));
        }
    }

    /** Standard output stays open, because it is not ours to close. */
    private static final class Shared extends FilterOutputStream {

        Shared(OutputStream out) {
            super(new BufferedOutputStream(out, 1 << 16));
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
