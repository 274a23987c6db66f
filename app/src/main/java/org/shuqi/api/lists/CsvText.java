package org.shuqi.api.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.shuqi.api.TableFile;

/** A table as comma-separated values in UTF-8 with a header line. Source: RFC 4180. */
final class CsvText implements Poured.Spring {

    private static final int PORTION = 200;

    private final List<String> titles;
    private final String about;
    private final Iterator<List<String>> rows;
    private boolean begun;

    /**
     * @param about where the file comes from: the heading of a last column without values
     */
    CsvText(List<String> titles, String about, Iterator<List<String>> rows) {
        this.titles = titles;
        this.about = about;
        this.rows = rows;
    }

    @Override
    public boolean pour(OutputStream into) throws IOException {
        if (!begun) {
            begun = true;
            into.write(bytes(titles, about));
        }
        for (var each = 0; each < PORTION && rows.hasNext(); each++) {
            into.write(bytes(rows.next(), ""));
        }
        return rows.hasNext();
    }

    private static byte[] bytes(List<String> cells, String last) {
        return TableFile.line(cells, last).getBytes(StandardCharsets.UTF_8);
    }
}
