package org.shuqi.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.shuqi.access.Caller;
import org.shuqi.change.Change;
import org.shuqi.change.Changes;
import org.shuqi.change.Receipt;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Violation;
import org.shuqi.sheet.file.Book;
import org.shuqi.sheet.file.Files;
import org.shuqi.sheet.file.Limits;

/**
 * Brings spreadsheets into the registry.
 *
 * <p>The file is read whole, every fault in it is found, by its own checks and by the shapes, and told by cell. Only then
 * is anything written: as one change, all of it or the rows that are in order.
 */
public final class Imports {

    /** How often a plan is made anew because somebody else wrote meanwhile. */
    private static final int ATTEMPTS = 5;

    /** How often rows are left out because of others that are left out. */
    private static final int ROUNDS = 50;

    /** The gate may look no further after so many faults. */
    private static final int GATE_STOPS = 1000;

    private final Store store;
    private final Changes changes;
    private final String baseIri;

    /** For the parts of one open registry. */
    public Imports(Store store, Changes changes, String baseIri) {
        this.store = store;
        this.changes = changes;
        this.baseIri = baseIri;
    }

    /**
     * Does what is ordered.
     *
     * @throws Refusal MALFORMED, UNSUPPORTED or TOO_LARGE if the file cannot be read; UNUSABLE if nothing in it is known;
     *     what the door for writes refuses but INVALID, which the report tells
     */
    public ImportReport run(ImportOrder order, Caller caller) {
        return run(order, caller, Progress.SILENT);
    }

    /** The same, and tells how far it is. */
    public ImportReport run(ImportOrder order, Caller caller, Progress progress) {
        var forms = order.template()
                .map(template -> Form.ofTemplate(template).orElseThrow(() -> noTemplate(template)))
                .orElse(List.of(Form.values()));
        var book = Correcting.of(Files.read(order.file(), order.name(), Limits.STANDARD), forms, order.corrections());
        for (var attempt = 1; ; attempt++) {
            try {
                return attempt(order, plan(order, forms, book, progress), book, caller);
            } catch (Refusal refusal) {
                if (refusal.problem().kind() != Kind.STALE || attempt == ATTEMPTS) {
                    throw refusal;
                }
            }
        }
    }

    /**
     * The sheets of a file with their columns, and what these were taken for.
     *
     * @throws Refusal as {@link #run} does
     */
    public static List<Heading.Sheet> headings(byte[] file, String name) {
        return headings(Files.read(file, name, Limits.STANDARD));
    }

    static List<Heading.Sheet> headings(Book book) {
        return new Tables(List.of(Form.values()))
                .in(book).stream().map(Headings::of).toList();
    }

    private ImportReport attempt(ImportOrder order, Plan plan, Book book, Caller caller) {
        var tracing = new Tracing(plan.outcomes());
        if (order.mode() == ImportOrder.Mode.ALL && !plan.hasFaults()) {
            // the door for writes asks the gate itself: once is enough
            return written(plan, tracing, order, book, caller);
        }
        var complete = judge(plan, tracing, outcome -> true, order, caller);
        return switch (order.mode()) {
            case DRY_RUN -> report(plan, order, book, complete, sound(plan), plan.revision());
            case ALL -> report(plan, order, book, complete, ImportReport.Verdict.REFUSED, plan.revision());
            case VALID -> valid(plan, tracing, order, book, complete, caller);
        };
    }

    private ImportReport written(Plan plan, Tracing tracing, ImportOrder order, Book book, Caller caller) {
        var delta = plan.delta(outcome -> true);
        if (delta.isEmpty()) {
            return report(plan, order, book, true, ImportReport.Verdict.UNCHANGED, plan.revision());
        }
        try {
            var change = new Change(order.reason(), OptionalLong.of(plan.revision()), now -> delta);
            var receipt = changes.apply(change, caller);
            note(plan, tracing, receipt.warnings());
            return report(plan, order, book, true, ImportReport.Verdict.WRITTEN, receipt.revision());
        } catch (Refusal refusal) {
            if (refusal.problem().kind() != Kind.INVALID) {
                throw refusal;
            }
            var complete = note(plan, tracing, refusal.problem().violations());
            return report(plan, order, book, complete, ImportReport.Verdict.REFUSED, plan.revision());
        }
    }

    private Plan plan(ImportOrder order, List<Form> forms, Book book, Progress progress) {
        try (var now = store.read()) {
            return Plan.of(book, order, forms, baseIri, now, progress);
        }
    }

    /** A file that keeps a row out may be needed by others, so this goes on until nothing new breaks. */
    private ImportReport valid(
            Plan plan, Tracing tracing, ImportOrder order, Book book, boolean complete, Caller caller) {
        if (plan.general().stream().anyMatch(Finding::isFault)) {
            return report(plan, order, book, complete, ImportReport.Verdict.REFUSED, plan.revision());
        }
        Predicate<Outcome> inOrder = outcome -> !outcome.isRefused();
        var before = -1L;
        for (var round = 0; round < ROUNDS; round++) {
            var left = plan.outcomes().stream().filter(inOrder).count();
            if (left == 0) {
                return report(plan, order, book, complete, ImportReport.Verdict.REFUSED, plan.revision());
            }
            if (left == before) {
                return written(plan, order, book, complete, inOrder, caller);
            }
            before = left;
            complete &= judge(plan, tracing, inOrder, order, caller);
        }
        return report(plan, order, book, complete, ImportReport.Verdict.REFUSED, plan.revision());
    }

    /** Asks the gate about the things wanted; false if it stopped before it had looked at everything. */
    private boolean judge(Plan plan, Tracing tracing, Predicate<Outcome> wanted, ImportOrder order, Caller caller) {
        var delta = plan.delta(wanted);
        if (delta.isEmpty()) {
            return true;
        }
        return note(plan, tracing, found(new Change(order.reason(), OptionalLong.empty(), now -> delta), caller));
    }

    private static boolean note(Plan plan, Tracing tracing, List<Violation> found) {
        for (var strange : tracing.trace(found)) {
            plan.general()
                    .add(new Finding(
                            strange.severity(),
                            "",
                            -1,
                            -1,
                            "",
                            "elsewhere",
                            strange.focus(),
                            strange.message(),
                            Optional.of(strange.shape()),
                            strange.legalSource()));
        }
        return found.stream()
                        .filter(each -> each.severity() == Violation.Severity.VIOLATION)
                        .count()
                < GATE_STOPS;
    }

    private List<Violation> found(Change change, Caller caller) {
        try {
            return changes.rehearse(change, caller).warnings();
        } catch (Refusal refusal) {
            if (refusal.problem().kind() != Kind.INVALID) {
                throw refusal;
            }
            return refusal.problem().violations();
        }
    }

    private ImportReport written(
            Plan plan, ImportOrder order, Book book, boolean complete, Predicate<Outcome> wanted, Caller caller) {
        var delta = plan.delta(wanted);
        if (delta.isEmpty()) {
            return report(plan, order, book, complete, ImportReport.Verdict.UNCHANGED, plan.revision());
        }
        var change = new Change(order.reason(), OptionalLong.of(plan.revision()), now -> delta);
        Receipt receipt = changes.apply(change, caller);
        return report(plan, order, book, complete, ImportReport.Verdict.WRITTEN, receipt.revision());
    }

    private static ImportReport.Verdict sound(Plan plan) {
        if (plan.hasFaults()) {
            return ImportReport.Verdict.REFUSED;
        }
        return plan.delta(outcome -> true).isEmpty() ? ImportReport.Verdict.UNCHANGED : ImportReport.Verdict.SOUND;
    }

    private static ImportReport report(
            Plan plan, ImportOrder order, Book book, boolean complete, ImportReport.Verdict verdict, long revision) {
        return new ImportReport(
                verdict,
                order.mode(),
                revision,
                book.encoding(),
                plan.rows(),
                plan.gone(),
                new ArrayList<>(plan.findings()),
                complete,
                book);
    }

    private static Refusal noTemplate(String template) {
        return Refusal.of(
                Kind.UNUSABLE, "没有模板 `%s`；可选：%s", "no template `%s`; there are: %s", template, Form.Template.all());
    }
}
