package org.shuqi.sheet;

import java.util.List;
import java.util.Optional;
import org.shuqi.problem.Text;

/**
 * A column of a file, and what it was taken for.
 *
 * @param row where its header stands, counted from 0
 * @param column counted from 0
 * @param text what stands above it
 * @param known header of the column that it was taken for; empty if it is not known
 */
public record Heading(int row, int column, String text, Optional<Text> known) {

    /**
     * A sheet whose columns were understood.
     *
     * @param name of the sheet
     * @param title what such a sheet is called
     * @param rows how many rows stand below the header
     * @param headings its columns
     * @param free headers of the columns that it could have and has not
     * @param missing headers of those that it must have and has not
     */
    public record Sheet(
            String name, Text title, int rows, List<Heading> headings, List<Text> free, List<Text> missing) {

        public Sheet {
            headings = List.copyOf(headings);
            free = List.copyOf(free);
            missing = List.copyOf(missing);
        }
    }
}
