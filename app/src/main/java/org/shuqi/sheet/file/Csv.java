package org.shuqi.sheet.file;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Reads comma-separated values as RFC 4180 has them, in UTF-8 (with or without a mark), UTF-16 with a mark, or GB18030. */
final class Csv {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** What a spreadsheet would compute or run when it opens the file. */
    private static final Pattern FORMULA = Pattern.compile("[=@].+|[+\\-](?![0-9. +\\-()]*$).*[(|!].*", Pattern.DOTALL);

    /** Where the parser says the fault is. */
    private static final Pattern LINE = Pattern.compile("line:? ?(\\d+)");

    private final Limits limits;

    Csv(Limits limits) {
        this.limits = limits;
    }

    Book read(byte[] file, String name) {
        var charset = charset(file);
        var text = decoded(file, charset);
        var lines = new Lines(limits);
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .setTrailingData(false)
                .get();
        try (var parser = CSVParser.parse(new StringReader(text), format)) {
            var row = 0;
            for (var each : parser) {
                for (var column = 0; column < each.size(); column++) {
                    note(lines, name, column, each.get(column));
                }
                lines.end(row++);
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        return new Book(List.of(new Sheet(name, false, lines.taken(), List.of())), Optional.of(charset.name()));
    }

    /** The complaint of the parser names its own classes; what helps is the line. */
    private static Refusal wrong(String complaint) {
        var line = LINE.matcher(complaint);
        return line.find()
                ? Refusal.of(
                        Kind.MALFORMED,
                        "csv 文件第 %1$s 行的引号或分隔符有误；请用表格软件另存为 csv",
                        "quotes or separators in line %1$s of the csv file are wrong; save it as csv with a spreadsheet program",
                        line.group(1))
                : Refusal.of(
                        Kind.MALFORMED,
                        "csv 文件的引号或分隔符有误；请用表格软件另存为 csv",
                        "quotes or separators of the csv file are wrong; save it as csv with a spreadsheet program");
    }

    private static void note(Lines lines, String sheet, int column, String raw) {
        var text = raw.strip();
        if (text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0) {
            // how our own files keep a spreadsheet from taking the text for a formula
            lines.cell(sheet, column, text.substring(1), Sort.TEXT);
        } else {
            lines.cell(sheet, column, raw, FORMULA.matcher(text).matches() ? Sort.FORMULA : Sort.TEXT);
        }
    }

    /** Files of our offices come with commas; some programs write semicolons or tabs. */
    private static char delimiter(String text) {
        var end = text.indexOf('\n');
        var first = end < 0 ? text : text.substring(0, end);
        if (first.indexOf(',') >= 0) {
            return ',';
        }
        return first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
    }

    private static Charset charset(byte[] file) {
        if (file.length > 1 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE) {
            return UTF_16LE;
        }
        if (file.length > 1 && (file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF) {
            return UTF_16BE;
        }
        return isUtf8(file) ? UTF_8 : GB18030;
    }

    private static boolean isUtf8(byte[] file) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(file));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String decoded(byte[] file, Charset charset) {
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            var bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
            if (bare.indexOf('\0') >= 0) {
                throw notText();
            }
            return bare;
        } catch (CharacterCodingException e) {
            throw notText();
        }
    }

    private static Refusal notText() {
        return Refusal.of(
                Kind.MALFORMED,
                "文件既不是 xlsx，也不是 UTF-8 或 GB18030 编码的文本；请另存为 xlsx 或 csv",
                "the file is neither xlsx nor text in UTF-8 or GB18030; save it as xlsx or csv");
    }
}
