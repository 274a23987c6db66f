package org.shuqi.sheet.file;

import java.util.List;
import java.util.Optional;

/**
 * A file of tables, as it was read.
 *
 * @param sheets its sheets in their order, hidden ones without rows; a csv file has one
 * @param encoding how the text was encoded, for csv
 */
public record Book(List<Sheet> sheets, Optional<String> encoding) {

    public Book {
        sheets = List.copyOf(sheets);
    }
}
