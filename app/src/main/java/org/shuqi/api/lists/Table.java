package org.shuqi.api.lists;

import io.micronaut.http.MediaType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shuqi.api.Handouts;
import org.shuqi.decision.Lists;
import org.shuqi.decision.Rows;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;

/** The whole matrix as one table, made while it is read, so that its length costs no memory. */
final class Table {

    static final String CSV = "text/csv";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final List<Column> COLUMNS = List.of(
            new Column("提供方", "provider", (row, language) -> row.provider().iri()),
            new Column("提供方名称", "provider name", (row, language) -> in(row.provider(), language)),
            new Column("接收方", "recipient", (row, language) -> row.recipient().iri()),
            new Column("接收方名称", "recipient name", (row, language) -> in(row.recipient(), language)),
            new Column("数据集", "dataset", (row, language) -> row.dataset().iri()),
            new Column("数据集名称", "dataset name", (row, language) -> in(row.dataset(), language)),
            new Column("用途", "purpose", (row, language) -> row.purpose().iri()),
            new Column("用途名称", "purpose name", (row, language) -> in(row.purpose(), language)),
            new Column("共享方式", "method", (row, language) -> row.method()),
            new Column("数据项", "items", (row, language) -> String.join(" ", row.items())),
            new Column("级别", "level", (row, language) -> row.level()
                    .map(one -> in(one, language))
                    .orElse("")),
            new Column("法律依据", "basis", (row, language) -> String.join(" ", row.basis())),
            new Column("协议或者申请", "agreements", (row, language) -> String.join(" ", row.grants())),
            new Column("有效自", "valid from", (row, language) -> row.validFrom()
                    .map(Object::toString)
                    .orElse("")),
            new Column("有效至", "valid until", (row, language) -> row.validUntil()
                    .map(Object::toString)
                    .orElse("")),
            new Column("义务", "duties", Table::duties));

    private final Rows<Lists.Flow> rows;
    private final Locale language;
    private final String question;
    private final Handouts.Handout handedOut;

    /**
     * @param question what was asked, for the eyes
     * @param handedOut who takes it, when and why
     */
    Table(Rows<Lists.Flow> rows, Locale language, String question, Handouts.Handout handedOut) {
        this.handedOut = handedOut;
        this.rows = rows;
        this.language = language;
        this.question = question;
    }

    /** A value of a row in words. */
    private interface Cell {
        String of(Lists.Flow row, Locale language);
    }

    private record Column(Text title, Cell cell) {
        Column(String zh, String en, Cell cell) {
            this(new Text(zh, en), cell);
        }
    }

    /** The media type of a format by its short name. */
    static String mediaType(String format) {
        return switch (format) {
            case "json" -> MediaType.APPLICATION_JSON;
            case "csv" -> CSV;
            case "xlsx" -> XLSX;
            default ->
                throw Refusal.of(
                        Kind.UNUSABLE,
                        "`format` 的值 `%s` 不可用；可用 json、csv、xlsx",
                        "`format` is `%s`; use json, csv or xlsx",
                        format);
        };
    }

    static String suffix(String mediaType) {
        return mediaType.equals(CSV) ? "csv" : "xlsx";
    }

    long revision() {
        return rows.revision();
    }

    InputStream as(String mediaType) {
        var cells = rows.all().map(this::cells).iterator();
        return mediaType.equals(CSV)
                ? new Poured(new CsvText(titles(), handedOut.heading(language), cells))
                : new Poured(new Workbooks(titles(), cells, about(), language));
    }

    private List<String> titles() {
        return COLUMNS.stream().map(column -> column.title().in(language)).toList();
    }

    private List<String> cells(Lists.Flow row) {
        return COLUMNS.stream()
                .map(column -> harmless(column.cell().of(row, language)))
                .toList();
    }

    /** What the sheet about the table says, but for the number of rows. */
    private List<List<String>> about() {
        Function<Text, String> said = text -> text.in(language);
        var about = new ArrayList<List<String>>();
        about.add(List.of(said.apply(new Text("问题", "question")), harmless(question)));
        about.add(List.of(said.apply(new Text("时点", "instant")), rows.at().toString()));
        handedOut.lines().forEach(line -> about.add(List.of(said.apply(line.name()), harmless(line.value()))));
        return about;
    }

    /** A text that a spreadsheet would take for a formula is marked as text, since names are written by anybody. */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String in(Lists.Named named, Locale language) {
        return named.name().in(language);
    }

    private static String duties(Lists.Flow row, Locale language) {
        return row.duties().stream()
                .map(duty -> duty.text().in(language))
                .distinct()
                .collect(Collectors.joining(language.equals(Locale.ENGLISH) ? "; " : "；"));
    }
}
