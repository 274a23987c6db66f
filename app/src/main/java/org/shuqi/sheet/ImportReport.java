package org.shuqi.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation;
import org.shuqi.sheet.Outcome.Status;
import org.shuqi.sheet.file.Book;

/**
 * What became of a file, or what would.
 *
 * @param verdict in a word
 * @param mode what was asked for
 * @param revision the revision that it made, or that it was held against
 * @param encoding how a csv file was encoded
 * @param rows what each row comes to
 * @param gone entries of the same catalogues that the file does not have; they are left as they are
 * @param findings all that is wrong or ought to be looked at, by sheet and row
 * @param complete whether the shapes looked at everything; they stop after a thousand faults
 * @param book what was read
 */
public record ImportReport(
        Verdict verdict,
        ImportOrder.Mode mode,
        long revision,
        Optional<String> encoding,
        List<RowReport> rows,
        List<Gone> gone,
        List<Finding> findings,
        boolean complete,
        Book book) {

    /** What happened. */
    public enum Verdict {
        /** It was written. */
        WRITTEN,
        /** It could be written. */
        SOUND,
        /** The registry has it all already. */
        UNCHANGED,
        /** Something is wrong; nothing was written. */
        REFUSED
    }

    /**
     * What one row comes to.
     *
     * @param sheet the sheet
     * @param row counted from 1, as spreadsheet programs do
     * @param status of the row
     * @param thing of what it is about: new, changed, the same, or refused
     * @param iri of what it is about
     * @param title what it is called
     * @param changes the headers of the columns that differ
     */
    public record RowReport(
            String sheet, int row, Status status, Status thing, String iri, String title, List<String> changes) {

        /** What the whole thing comes to: {@code new}, {@code changed}, {@code same} or {@code refused}. */
        public String word() {
            return thing.word();
        }
    }

    /**
     * An entry that the registry has and the file has not.
     *
     * @param iri the entry
     * @param code its resource code, if it has one
     * @param title its name
     */
    public record Gone(String iri, String code, String title) {}

    public ImportReport {
        rows = List.copyOf(rows);
        gone = List.copyOf(gone);
        findings = List.copyOf(findings);
    }

    /** How many findings keep a row out. */
    public long faults() {
        return findings.stream().filter(Finding::isFault).count();
    }

    /** The sheets that were read with their columns, and what these were taken for. */
    public List<Heading.Sheet> headings() {
        return Imports.headings(book);
    }

    /** Whether anything was written. */
    public boolean written() {
        return verdict == Verdict.WRITTEN;
    }

    /** The report as plain values, for JSON. */
    public Map<String, Object> form() {
        var form = new LinkedHashMap<String, Object>();
        form.put("verdict", verdict.name().toLowerCase(Locale.ROOT));
        form.put("mode", mode.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        form.put("written", written());
        form.put("revision", revision);
        encoding.ifPresent(name -> form.put("encoding", name));
        form.put("errors", faults());
        form.put("warnings", count(Violation.Severity.WARNING));
        form.put("notes", count(Violation.Severity.INFO));
        form.put("complete", complete);
        form.put("counts", counts());
        form.put("findings", findings.stream().map(ImportReport::form).toList());
        form.put("rows", rows.stream().map(ImportReport::form).toList());
        form.put(
                "gone",
                gone.stream()
                        .map(each -> Map.of("id", each.iri(), "code", each.code(), "title", each.title()))
                        .toList());
        return form;
    }

    /** The same as a problem, for a caller who asked to write. */
    public Problem problem() {
        var violations = new ArrayList<Violation>();
        findings.stream().filter(Finding::isFault).limit(1000).forEach(finding -> violations.add(violation(finding)));
        return new Problem(
                Kind.INVALID,
                Text.of(
                        "文件有 %d 处错误，未写入任何数据；请按报告改正后重试",
                        "the file has %d faults and nothing was written; mend them as the report says", faults()),
                violations);
    }

    private static Violation violation(Finding finding) {
        return new Violation(
                finding.sheet() + (finding.cell().isEmpty() ? "" : "!" + finding.cell()),
                Optional.of(finding.header()).filter(header -> !header.isEmpty()),
                Optional.of(finding.value()).filter(value -> !value.isEmpty()),
                finding.message(),
                finding.shape().orElse("https://w3id.org/shuqi/check/" + finding.check()),
                finding.legalSource(),
                finding.severity());
    }

    /** How many things, not rows, are new, changed, the same, refused, or gone. */
    public Map<String, Long> counts() {
        var things = new LinkedHashMap<String, Status>();
        rows.forEach(row -> things.put(row.sheet() + " " + row.iri(), row.thing()));
        var counts = new EnumMap<Status, Long>(Status.class);
        things.values().forEach(status -> counts.merge(status, 1L, Long::sum));
        var named = new LinkedHashMap<String, Long>();
        for (var status : Status.values()) {
            named.put(status.word(), counts.getOrDefault(status, 0L));
        }
        named.put("gone", (long) gone.size());
        named.put("rows", (long) rows.size());
        return named;
    }

    private long count(Violation.Severity severity) {
        return findings.stream().filter(each -> each.severity() == severity).count();
    }

    private static Map<String, Object> form(Finding finding) {
        var form = new LinkedHashMap<String, Object>();
        form.put(
                "severity",
                finding.isFault() ? "error" : finding.severity() == Violation.Severity.WARNING ? "warning" : "note");
        form.put("sheet", finding.sheet());
        if (finding.row() >= 0) {
            form.put("row", finding.row() + 1);
        }
        if (finding.column() >= 0) {
            form.put("column", org.shuqi.sheet.file.Area.letters(finding.column()));
        }
        if (!finding.cell().isEmpty()) {
            form.put("cell", finding.cell());
        }
        if (!finding.header().isEmpty()) {
            form.put("header", finding.header());
        }
        form.put("check", finding.check());
        if (!finding.value().isEmpty()) {
            form.put("value", finding.value());
        }
        form.put(
                "message",
                Map.of("zh", finding.message().zh(), "en", finding.message().en()));
        finding.shape().ifPresent(shape -> form.put("sourceShape", shape));
        finding.legalSource().ifPresent(source -> form.put("legalSource", source));
        return form;
    }

    private static Map<String, Object> form(RowReport row) {
        var form = new LinkedHashMap<String, Object>();
        form.put("sheet", row.sheet());
        form.put("row", row.row());
        form.put("status", row.status().word());
        form.put("id", row.iri());
        form.put("title", row.title());
        if (!row.changes().isEmpty()) {
            form.put("changes", row.changes());
        }
        return form;
    }
}
