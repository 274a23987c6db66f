package org.shuqi.api.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** A table as comma-separated values in UTF-8 with a header line. Source: RFC 4180. */
final class CsvText implements Poured.Spring {

    private static final int PORTION = 200;

    private final List<String> titles;
    private final Iterator<List<String>> rows;
    private boolean begun;

    CsvText(List<String> titles, Iterator<List<String>> rows) {
        this.titles = titles;
        this.rows = rows;
    }

    @Override
    public boolean pour(OutputStream into) throws IOException {
        if (!begun) {
            begun = true;
            into.write(line(titles));
        }
        for (var each = 0; each < PORTION && rows.hasNext(); each++) {
            into.write(line(rows.next()));
        }
        return rows.hasNext();
    }

    private static byte[] line(List<String> cells) {
        return (cells.stream().map(CsvText::quoted).collect(Collectors.joining(",")) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(unit -> unit == ',' || unit == '"' || unit == '\r' || unit == '\n')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
