package org.shuqi.api.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tables are made while they are read. */
class TableTest {

    @Test
    void aListTooLongForOneSheetGoesOnOnTheNext() throws IOException {
        var rows = rows(23);

        var book = new Poured(new Workbooks(List.of("a", "b"), rows, List.of(), Locale.ENGLISH, 10)).readAllBytes();

        var sheets = entries(book);
        assertThat(sheets.keySet().stream().filter(name -> name.startsWith("xl/worksheets/sheet")))
                .hasSize(4);
        // each with its header: nine rows, nine rows, five
        assertThat(count(sheets.get("xl/worksheets/sheet2.xml"))).isEqualTo(10);
        assertThat(count(sheets.get("xl/worksheets/sheet3.xml"))).isEqualTo(10);
        assertThat(count(sheets.get("xl/worksheets/sheet4.xml"))).isEqualTo(6);
        assertThat(sheets.get("xl/worksheets/sheet1.xml")).contains("rows in total", ">23<");
        assertThat(sheets.get("xl/workbook.xml")).contains("\"about\"", "\"matrix\"", "\"matrix 2\"", "\"matrix 3\"");
    }

    @Test
    void aCellTooLongIsCutAndTheBookSaysSo() throws IOException {
        var rows = List.of(List.of("x".repeat(40_000), "y")).iterator();

        var book = new Poured(new Workbooks(List.of("a", "b"), rows, List.of(), Locale.ENGLISH)).readAllBytes();

        assertThat(entries(book).get("xl/worksheets/sheet1.xml")).contains("cells cut");
        // only whether, for a failure would print the whole cell
        assertThat(entries(book).get("xl/worksheets/sheet2.xml").contains("x&#x2026;</t>"))
                .isTrue();
    }

    @Test
    void noMoreRowsAreMadeThanAreRead() throws IOException {
        var made = new int[1];
        var rows = IntStream.range(0, 1_000_000)
                .mapToObj(row -> {
                    made[0]++;
                    return List.of("row " + row, "x".repeat(100));
                })
                .iterator();
        var csv = new Poured(new CsvText(List.of("a", "b"), "about", rows));

        var some = csv.readNBytes(100_000);

        assertThat(some).hasSize(100_000);
        assertThat(made[0]).isLessThan(2_000);
    }

    @Test
    void anEmptyTableHasItsHeader() throws IOException {
        var csv = new Poured(new CsvText(List.of("a", "b"), "taken by ann, today", rows(0))).readAllBytes();
        var book = new Poured(new Workbooks(List.of("a", "b"), rows(0), List.of(), Locale.CHINESE)).readAllBytes();

        assertThat(new String(csv, StandardCharsets.UTF_8)).isEqualTo("a,b,\"taken by ann, today\"\r\n");
        assertThat(count(entries(book).get("xl/worksheets/sheet2.xml"))).isEqualTo(1);
    }

    @Test
    void whatASpreadsheetWouldReckonIsMarkedAsText() {
        assertThat(List.of("=1+1", "+1", "-1", "@sum", "\tx", "\rx"))
                .allMatch(text -> Table.harmless(text).equals("'" + text));
        assertThat(Table.harmless("housing = fund")).isEqualTo("housing = fund");
        assertThat(Table.harmless("")).isEmpty();
    }

    private static Iterator<List<String>> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(row -> List.of("r" + row, "v"))
                .iterator();
    }

    private static int count(String sheet) {
        return sheet.split("<row ", -1).length - 1;
    }

    private static TreeMap<String, String> entries(byte[] book) throws IOException {
        return Book.entries(book);
    }
}
