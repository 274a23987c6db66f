package org.shuqi.sheet.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * Looks through a packed workbook before anybody reads it: what runs, what reaches out of the file, what blows up when
 * it is unpacked, and what is no workbook at all is refused.
 *
 * <p>Every part is unpacked once and thrown away, so that what this costs is bounded by {@link Limits#unpacked()}.
 */
final class Inspection {

    private static final Pattern EXTERNAL =
            Pattern.compile("<(?:\\w+:)?Relationship\\b[^>]*TargetMode\\s*=\\s*[\"']External[\"'][^>]*>");
    private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final int HEAD = 512;
    private static final int MOST_PARTS = 5_000;

    private final Limits limits;
    private final Set<String> names = new HashSet<>();
    private final Map<String, List<Area>> merged = new HashMap<>();
    private long unpacked;

    Inspection(Limits limits) {
        this.limits = limits;
    }

    /**
     * Looks through the file.
     *
     * @return the merged cells of each sheet, by the name of its part
     * @throws Refusal UNSUPPORTED, TOO_LARGE or MALFORMED, with what to do about it
     */
    Map<String, List<Area>> of(byte[] file) {
        try (var zip = opened(file)) {
            for (var entry : Collections.list(zip.getEntries())) {
                look(entry, zip);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw refused(e);
        }
        if (!names.contains("xl/workbook.xml")) {
            throw noWorkbook();
        }
        return merged;
    }

    /** By the list at its end, as every spreadsheet program reads it. */
    static ZipFile opened(byte[] file) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get();
    }

    private void look(ZipArchiveEntry entry, ZipFile zip) throws IOException {
        var name = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
        if (!names.add(name)) {
            throw refused(new IOException("two parts named " + name));
        }
        requireHarmless(name);
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw Files.encrypted();
        }
        if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
            throw refused(new IOException("packed by method " + entry.getMethod()));
        }
        if (names.size() > MOST_PARTS) {
            throw refused(new IOException("more than " + MOST_PARTS + " parts"));
        }
        try (var in = zip.getInputStream(entry)) {
            look(name, new Part(in, name));
        }
    }

    private void look(String name, Part part) throws IOException {
        if (name.endsWith(".rels") || name.equals("[content_types].xml")) {
            links(name, new String(part.readAllBytes(), UTF_8));
        } else if (name.startsWith("xl/worksheets/") && name.endsWith(".xml")) {
            merged.put(name, Merges.in(part));
            part.transferTo(java.io.OutputStream.nullOutputStream());
        } else {
            part.transferTo(java.io.OutputStream.nullOutputStream());
        }
        part.requireNoDoctype();
    }

    private static void requireHarmless(String name) {
        if (name.contains("vbaproject") || name.startsWith("xl/macrosheets/") || name.contains("/activex/")) {
            throw macros();
        }
        if (name.startsWith("xl/externallinks/")
                || name.startsWith("xl/querytables/")
                || name.equals("xl/connections.xml")) {
            throw reachesOut();
        }
        if (name.startsWith("xl/embeddings/")) {
            throw Refusal.of(
                    Kind.UNSUPPORTED,
                    "工作簿内嵌了其他文件；请删除嵌入的对象，另存后重试",
                    "the workbook has other files in it; take out what is embedded, save it and try again");
        }
        if (name.endsWith("workbook.bin")) {
            throw Refusal.of(
                    Kind.UNSUPPORTED, "这是二进制工作簿（xlsb）；请另存为 xlsx", "this is a binary workbook (xlsb); save it as xlsx");
        }
    }

    private static void links(String name, String xml) {
        if (name.endsWith(".rels")) {
            var external = EXTERNAL.matcher(xml);
            while (external.find()) {
                // where a cell leads when it is clicked is nobody's business here
                if (!external.group().contains("/hyperlink")) {
                    throw reachesOut();
                }
            }
        } else if (xml.contains("macroEnabled")) {
            throw macros();
        }
    }

    private Refusal noWorkbook() {
        if (names.contains("mimetype") && names.contains("content.xml")) {
            return Refusal.of(
                    Kind.UNSUPPORTED,
                    "这是 OpenDocument 文件；请另存为 xlsx 或 csv",
                    "this is an OpenDocument file; save it as xlsx or csv");
        }
        return names.isEmpty()
                ? refused(new IOException("no parts"))
                : Refusal.of(
                        Kind.UNSUPPORTED,
                        "这个压缩文件不是工作簿；请给出 xlsx 或 csv",
                        "this packed file is no workbook; give an xlsx or csv file");
    }

    private static Refusal macros() {
        return Refusal.of(
                Kind.UNSUPPORTED, "工作簿含有宏；请另存为不带宏的 xlsx", "the workbook has macros; save it as xlsx, without them");
    }

    private static Refusal reachesOut() {
        return Refusal.of(
                Kind.UNSUPPORTED,
                "工作簿链接到外部文件或数据源；请断开链接，只保留数值",
                "the workbook links to other files or sources of data; break the links and keep the values");
    }

    /** Says that the file cannot be unpacked; a locked one says so itself. */
    static Refusal refused(Exception e) {
        var why = String.valueOf(e.getMessage());
        if (why.contains("encrypted")) {
            return Files.encrypted();
        }
        return Refusal.of(
                Kind.MALFORMED,
                "工作簿不完整或已损坏（%s）；请重新保存后再试",
                "the workbook is cut off or damaged (%s); save it again and retry",
                why);
    }

    /** One part as it is unpacked: counted, and watched for what XML should not have. */
    private final class Part extends InputStream {

        private final InputStream in;
        private final boolean pool;
        private final boolean xml;
        private final StringBuilder head = new StringBuilder();
        private long size;

        Part(InputStream in, String name) {
            this.in = in;
            this.pool = name.endsWith("sharedstrings.xml");
            this.xml = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var count = in.read(into, from, length);
            if (count > 0) {
                size += count;
                unpacked += count;
                if (unpacked > limits.unpacked() || (pool && size > limits.strings())) {
                    throw bomb();
                }
                if (head.length() < HEAD) {
                    head.append(new String(into, from, Math.min(count, HEAD), US_ASCII));
                }
            }
            return count;
        }

        /** A document type stands before the first element, so the beginning of a part is enough to see one. */
        void requireNoDoctype() {
            var encoding = ENCODING.matcher(head);
            var strange = encoding.find() && !encoding.group(1).equalsIgnoreCase("UTF-8");
            if (xml
                    && (head.indexOf("<!DOCTYPE") >= 0
                            || head.indexOf("<!ENTITY") >= 0
                            || strange
                            || head.indexOf("\0") >= 0)) {
                throw Refusal.of(
                        Kind.UNSUPPORTED,
                        "工作簿的 XML 带有文档类型声明或者不是 UTF-8；请用表格软件重新另存",
                        "XML of the workbook has a document type or is not UTF-8; save it anew with a spreadsheet program");
            }
        }

        private Refusal bomb() {
            return Refusal.of(
                    Kind.TOO_LARGE,
                    "工作簿解开后超过 %d MB；请删去多余的行、格式和图片",
                    "the workbook takes more than %d MB when it is unpacked; take out rows, formats and pictures not needed",
                    (pool ? limits.strings() : limits.unpacked()) >> 20);
        }

        @Override
        public void close() {
            // who opened the part closes it
        }
    }
}
