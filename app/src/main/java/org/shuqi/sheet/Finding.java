package org.shuqi.sheet;

import java.util.Optional;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation.Severity;
import org.shuqi.sheet.file.Area;

/**
 * Something about a file that is wrong, or ought to be looked at.
 *
 * @param severity only {@code VIOLATION} keeps a row out
 * @param sheet the name of the sheet
 * @param row counted from 0; -1 if it is about the whole sheet
 * @param column counted from 0; -1 if it is about the whole row or sheet
 * @param header what stands above the cell; empty if nothing does
 * @param check the stable name of the check
 * @param value what stands in the cell
 * @param message what is wrong; what to write instead
 * @param shape the shape, if the gate found it
 * @param legalSource the article behind it, if there is one
 */
public record Finding(
        Severity severity,
        String sheet,
        int row,
        int column,
        String header,
        String check,
        String value,
        Text message,
        Optional<String> shape,
        Optional<String> legalSource) {

    /** The cell as a spreadsheet program names it, such as {@code D12}; empty if it is not about one cell. */
    public String cell() {
        return row < 0 || column < 0 ? "" : Area.cell(row, column);
    }

    /** Whether it keeps a row out. */
    public boolean isFault() {
        return severity == Severity.VIOLATION;
    }

    Finding milder() {
        return new Finding(
                isFault() ? Severity.WARNING : severity,
                sheet,
                row,
                column,
                header,
                check,
                value,
                message,
                shape,
                legalSource);
    }
}
