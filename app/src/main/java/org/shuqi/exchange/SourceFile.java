package org.shuqi.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** A file to be read, plain or packed with gzip; found out by its first bytes, not by its name. */
final class SourceFile {

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int HEAD_BYTES = 4096;

    private final Path path;

    private SourceFile(Path path) {
        this.path = path;
    }

    /**
     * A file that is there and can be read.
     *
     * @throws Refusal UNUSABLE if it is missing, a folder, or not readable; MALFORMED if it is empty
     */
    static SourceFile of(Path path) {
        if (!Files.exists(path)) {
            throw Refusal.of(Kind.UNUSABLE, "没有文件 `%s`；请核对路径", "no file `%s`; check the path", path);
        }
        if (Files.isDirectory(path)) {
            throw Refusal.of(Kind.UNUSABLE, "`%s` 是文件夹；请逐个列出文件", "`%s` is a folder; name the files in it", path);
        }
        if (!Files.isReadable(path)) {
            throw Refusal.of(Kind.UNUSABLE, "无权读取 `%s`；请核对文件权限", "`%s` may not be read; check its permissions", path);
        }
        var file = new SourceFile(path);
        if (file.size() == 0) {
            throw Refusal.of(Kind.MALFORMED, "`%s` 是空文件；请核对内容", "`%s` is empty; check what it should hold", path);
        }
        return file;
    }

    Path path() {
        return path;
    }

    /** Last part of the path without the ending of a packed file. */
    String name() {
        var name = String.valueOf(path.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    /** Length in bytes, as it lies on the disk. */
    long size() {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /** The content, unpacked; {@code watched} counts the bytes as they lie on the disk. */
    InputStream open(InputStream watched) throws IOException {
        var raw = new BufferedInputStream(watched, 1 << 16);
        raw.mark(2);
        var magic = raw.read() << 8 | raw.read();
        raw.reset();
        return magic == GZIP_MAGIC ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw;
    }

    /** The first bytes of the content, unpacked. */
    byte[] head() {
        try (var in = open(Files.newInputStream(path))) {
            return in.readNBytes(HEAD_BYTES);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /** The same for the same bytes. */
    UUID fingerprint() {
        try (var in = new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            var digest = HexFormat.of().formatHex(in.getMessageDigest().digest());
            return new UUID(
                    Long.parseUnsignedLong(digest.substring(0, 16), 16),
                    Long.parseUnsignedLong(digest.substring(16, 32), 16));
        } catch (IOException e) {
            throw damaged(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Says that the content cannot be read to its end. */
    Refusal damaged(IOException e) {
        return Refusal.of(
                Kind.MALFORMED,
                "`%s` 不完整或已损坏：%s；请重新取得文件",
                "`%s` is cut off or damaged: %s; get the file again",
                path,
                String.valueOf(e.getMessage()));
    }
}
