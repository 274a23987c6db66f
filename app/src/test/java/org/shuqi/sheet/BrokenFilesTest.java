package org.shuqi.sheet;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are dangerous, locked, old or damaged are refused with a sentence that says what to do; nothing is written. */
class BrokenFilesTest {

    @TempDir
    static Path data;

    private static Bureau bureau;

    @BeforeAll
    static void open() {
        bureau = Bureau.open(data);
    }

    @AfterAll
    static void close() {
        bureau.close();
    }

    @Test
    void anEmptyFileIsRefused() {
        refused(new byte[0], 400, "空", "empty");
    }

    @Test
    void aBrokenQuoteIsToldByItsLineAndByNoClass() {
        refused(
                "信息资源名称,提供方\n\"人口\"乙,公安局\n".getBytes(UTF_8),
                400,
                "csv 文件第 2 行的引号",
                "in line 2 of the csv file are wrong; save");
    }

    @Test
    void aWorkbookWithMacrosIsRefused() {
        refused(with("xl/vbaProject.bin", "x"), 415, "宏", "macros");
        refused(
                changed(
                        "[Content_Types].xml",
                        xml -> xml.replace("spreadsheetml.sheet.main+xml", "ms-excel.sheet.macroEnabled.main+xml")),
                415,
                "宏",
                "macros");
    }

    @Test
    void aWorkbookThatReachesOutIsRefused() {
        refused(with("xl/externalLinks/externalLink1.xml", "<x/>"), 415, "外部", "links to other files");
        refused(with("xl/connections.xml", "<x/>"), 415, "外部", "links to other files");
        refused(
                with(
                        "xl/worksheets/_rels/sheet1.xml.rels",
                        "<Relationships><Relationship Id=\"a\" Type=\"t/oleObject\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/></Relationships>"),
                415,
                "外部",
                "links to other files");
        refused(with("xl/embeddings/oleObject1.bin", "x"), 415, "内嵌", "other files in it");
    }

    @Test
    void aDocumentTypeIsRefusedWhereverItStands() {
        var bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
        refused(
                changed("xl/worksheets/sheet1.xml", xml -> xml.replaceFirst("\\?>", "?>" + bomb)),
                415,
                "文档类型",
                "document type");
        refused(changed("xl/workbook.xml", xml -> xml.replaceFirst("\\?>", "?>" + bomb)), 415, "文档类型", "document type");
        refused(
                with("docProps/custom.xml", "<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"http://localhost/x\"><x/>"),
                415,
                "文档类型",
                "document type");
    }

    @Test
    void aFileThatBlowsUpIsRefusedBeforeItIsRead() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write("<?xml version=\"1.0\"?><worksheet>".getBytes(UTF_8));
            var blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (var megabyte = 0; megabyte < 500; megabyte++) {
                zip.write(blanks);
            }
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(out.size()).isLessThan(1 << 20);

        refused(out.toByteArray(), 413, "400 MB", "400 MB");
    }

    @Test
    void lockedOldAndForeignFilesAreRefusedByName() {
        var old = new byte[2048];
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, old, 0, 4);
        var locked = old.clone();
        var mark = "EncryptedPackage".getBytes(UTF_16LE);
        System.arraycopy(mark, 0, locked, 1024, mark.length);

        refused(old, 415, "xls", "old Office");
        refused(locked, 415, "密码", "password");
        refused(
                zip(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>")),
                415,
                "OpenDocument",
                "OpenDocument");
        refused(zip(Map.of("word/document.xml", "<x/>")), 415, "不是工作簿", "no workbook");
        refused(with("xl/workbook.bin", "x"), 415, "xlsb", "xlsb");
    }

    @Test
    void aDamagedFileIsRefused() {
        var whole = Bureau.catalogue(3).xlsx();

        refused(Arrays.copyOf(whole, whole.length / 2), 400, "损坏", "damaged");
        refused(changed("xl/worksheets/sheet1.xml", xml -> xml.substring(0, xml.length() / 2)), 400, "损坏", "damaged");
        refused("\u0000\u0001binary".getBytes(UTF_8), 400, "编码", "neither xlsx nor text");
        refusedAs("text/csv", "a,\"b\nc,d".getBytes(UTF_8), 400, "引号", "quotes");
    }

    @Test
    void aFileWithoutAKnownHeaderIsRefusedWithTheHeadersThatAreKnown() {
        refusedAs("text/csv", "a,b,c\n1,2,3\n".getBytes(UTF_8), 400, "信息资源代码", "信息资源代码");
    }

    @Test
    void whatIsAskedForInAWrongWayIsNamed() {
        var file = Bureau.catalogue(1).xlsx();

        assertThat(bureau.send(file, Bureau.XLSX, "?mode=maybe").status()).isEqualTo(400);
        assertThat(bureau.send(file, Bureau.XLSX, "?templat=1272").status()).isEqualTo(400);
        assertThat(bureau.send(file, Bureau.XLSX, "?template=1273").status()).isEqualTo(400);
        assertThat(bureau.send(file, Bureau.XLSX, "?catalog=nowhere").status()).isEqualTo(404);
        assertThat(bureau.send(file, "image/png", "").status()).isEqualTo(415);
        assertThat(bureau.send(file, Bureau.XLSX, "", "Accept", "image/png").status())
                .isEqualTo(406);
    }

    private static void refused(byte[] file, int status, String zh, String en) {
        refusedAs(Bureau.XLSX, file, status, zh, en);
    }

    private static void refusedAs(String type, byte[] file, int status, String zh, String en) {
        var before = bureau.api().revision();

        var chinese = bureau.send(file, type, "?mode=all");
        var english = bureau.send(file, type, "?mode=all", "Accept-Language", "en");

        assertThat(chinese.status()).as(chinese.toString()).isEqualTo(status);
        assertThat(chinese.header("Content-Type")).startsWith("application/problem+json");
        assertThat(chinese.json().get("detail").asText()).contains(zh).contains("；");
        assertThat(english.json().get("detail").asText()).contains(en).contains(";");
        assertThat(bureau.api().revision()).isEqualTo(before);
    }

    private static byte[] with(String name, String content) {
        var parts = parts();
        parts.put(name, content);
        return zip(parts);
    }

    private static byte[] changed(String name, UnaryOperator<String> change) {
        var parts = parts();
        var before = parts.get(name);
        parts.put(name, change.apply(before));
        assertThat(parts.get(name)).isNotEqualTo(before);
        return zip(parts);
    }

    private static Map<String, String> parts() {
        var parts = new LinkedHashMap<String, String>();
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(
                        new SeekableInMemoryByteChannel(Bureau.catalogue(3).xlsx()))
                .get()) {
            for (var entry : java.util.Collections.list(zip.getEntries())) {
                parts.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static byte[] zip(Map<String, String> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
