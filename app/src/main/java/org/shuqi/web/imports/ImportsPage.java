package org.shuqi.web.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shuqi.web.Fault;
import org.shuqi.web.Pager;

/**
 * A file on its way into a catalogue, or the page where it begins.
 *
 * @param id of the upload; empty where it begins
 * @param name of the file
 * @param step which of {@link #STEPS} is shown, or {@code wait} or {@code done}
 * @param faults what was wrong with what was just sent
 * @param others what else the reader has begun
 * @param catalog where entries go
 * @param waiting while it is being worked on
 * @param sheets its columns
 * @param cells what is wrong
 * @param changes what it would change
 * @param done what was written
 */
public record ImportsPage(
        String id,
        String name,
        String step,
        List<Fault> faults,
        List<Other> others,
        String catalog,
        Optional<Wait> waiting,
        List<Sheet> sheets,
        Optional<Cells> cells,
        Optional<Changes> changes,
        Optional<Done> done) {

    /** The steps after the file. */
    public static final List<String> STEPS = List.of("file", "columns", "cells", "changes");

    /** What is counted. */
    static final List<String> COUNTED = List.of("new", "changed", "same", "refused", "gone");

    /** Something that was begun before. */
    public record Other(String id, String name, Instant at, boolean written) {}

    /**
     * Work that goes on.
     *
     * @param seconds for how long
     * @param writing whether it writes, and does not only look
     * @param rows how far it is
     */
    public record Wait(long seconds, boolean writing, Rows rows) {}

    /**
     * Rows that have been held against the registry.
     *
     * @param of how many there are; 0 until the file has been read
     */
    public record Rows(long done, long of) {

        /** Whether only the rules are left, which look at the whole. */
        public boolean areAll() {
            return of > 0 && done == of;
        }
    }

    /** A sheet with its columns. */
    public record Sheet(
            String name, String title, int rows, List<Column> columns, List<String> free, List<String> missing) {}

    /**
     * A column.
     *
     * @param input name of its field
     * @param letters as a spreadsheet program calls it
     * @param text what stands above it
     * @param known what it was taken for; empty if it is not known
     */
    public record Column(String input, String letters, String text, String known) {}

    /**
     * What is wrong.
     *
     * @param faults how many findings stop it
     * @param rows one page of the cells that can be mended here
     * @param elsewhere what has to be mended in the workbook
     * @param warnings what ought to be looked at
     * @param complete whether everything was looked at
     */
    public record Cells(
            long faults,
            List<Cell> rows,
            Pager pager,
            List<Finding> elsewhere,
            List<Finding> warnings,
            boolean complete) {}

    /**
     * A cell with what is wrong with it.
     *
     * @param isMerged whether it covers others, and may be right as it stands once it is taken apart
     */
    public record Cell(
            String input, String place, String header, String value, List<String> messages, boolean isMerged) {

        /** The name of the box that takes it apart. */
        public String apart() {
            return Steps.APART + input;
        }
    }

    /** Something that is said about a place. */
    public record Finding(String place, String message) {}

    /**
     * What it would change.
     *
     * @param counts in the order of {@code new, changed, same, refused, gone}
     * @param rows one page of what is new or changed
     * @param gone entries that the file does not have
     * @param sound whether it can be written as a whole
     */
    public record Changes(
            List<Long> counts, List<Change> rows, Pager pager, List<Gone> gone, boolean sound, boolean unchanged) {}

    /** One thing that is new or changes. */
    public record Change(String word, String title, String iri, List<String> columns) {}

    /** An entry that the file does not have. */
    public record Gone(String code, String title) {}

    /** What was written, with the same counts. */
    public record Done(long revision, List<Long> counts) {}
}
