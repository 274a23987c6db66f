package org.shuqi.sheet.file;

import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * How much a file may hold.
 *
 * @param bytes of the file
 * @param unpacked bytes of all parts of a workbook
 * @param strings bytes of the pool of shared texts, unpacked: it is held in memory
 * @param rows of all sheets
 * @param columns of a sheet
 */
public record Limits(long bytes, long unpacked, long strings, int rows, int columns) {

    /** What the service takes. */
    public static final Limits STANDARD = new Limits(32L << 20, 400L << 20, 48L << 20, 200_000, 300);

    Refusal tooManyRows() {
        return Refusal.of(
                Kind.TOO_LARGE,
                "表格超过 %d 行；请分成几个文件导入",
                "the tables have more than %d rows; import them in several files",
                rows);
    }

    Refusal tooWide(String sheet) {
        return Refusal.of(
                Kind.TOO_LARGE,
                "工作表 `%s` 超过 %d 列；请删去多余的列",
                "the sheet `%s` has more than %d columns; take out those that are not needed",
                sheet,
                columns);
    }
}
