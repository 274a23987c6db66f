package org.shuqi.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Snapshot;
import org.shuqi.record.RecordKind;
import org.shuqi.sheet.file.Book;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;

/**
 * What a file would do to the registry as it is at one revision.
 *
 * @param revision the revision
 * @param outcomes what each thing of the file comes to
 * @param general what is wrong with whole sheets
 * @param gone entries that the file does not have
 */
record Plan(long revision, List<Outcome> outcomes, List<Finding> general, List<ImportReport.Gone> gone) {

    /** Reads the book against the snapshot. */
    static Plan of(Book book, ImportOrder order, List<Form> forms, String base, Snapshot now, Progress progress) {
        var tables = new Tables(forms);
        var found = tables.in(book);
        var general = tables.findings();
        var directory = new Directory(now.union(), base);
        var values = new Values(directory);
        var catalog = order.catalog().map(named -> catalog(named, base, now));
        var placing = new Placing(now.dataset(), directory, base, catalog, order.template());
        var comparing = new Comparing(now.dataset(), directory, values);
        var outcomes = new ArrayList<Outcome>();
        var rows = found.stream().mapToLong(table -> table.lines().size()).sum();
        var done = 0L;
        for (var table : found) {
            for (var draft : drafts(table, general, directory, values)) {
                progress.at(done, rows);
                outcomes.add(settled(comparing.compare(draft, placing.of(draft))));
                done += draft.unit().lines().size();
            }
        }
        progress.at(rows, rows);
        return new Plan(now.revision(), outcomes, general, gone(outcomes, catalog, now));
    }

    private static List<Draft> drafts(Table table, List<Finding> general, Directory directory, Values values) {
        var merged = new ArrayList<Finding>();
        var all = new Units(table, merged).all();
        if (table.form() == Form.SYSTEM) {
            all.forEach(unit -> directory
                    .system(unit.text("name"))
                    .filter(iri -> !unit.text("name").isEmpty())
                    .ifPresent(iri -> directory.add(Form.SYSTEM, unit.text("name"), iri)));
        }
        if (table.form() == Form.ENTRY) {
            all.stream()
                    .map(unit -> Fold.half(unit.text("code")))
                    .filter(code -> !code.isEmpty())
                    .forEach(directory::expect);
        }
        var reading = new Reading(values);
        var checks = new EntryChecks(directory, values);
        var drafts = new ArrayList<Draft>();
        for (var unit : all) {
            var findings = new ArrayList<Finding>();
            new Units(table, findings).compare(unit);
            var draft = reading.read(unit, findings);
            if (table.form() == Form.ENTRY) {
                checks.check(draft);
            }
            drafts.add(draft);
        }
        TableChecks.check(drafts);
        merged.forEach(finding -> owner(finding, drafts)
                .ifPresentOrElse(draft -> draft.findings().add(finding), () -> general.add(finding)));
        return drafts;
    }

    private static Optional<Draft> owner(Finding finding, List<Draft> drafts) {
        return drafts.stream()
                .filter(draft -> draft.unit().lines().stream().anyMatch(line -> line.row() == finding.row()))
                .findFirst();
    }

    /** What the registry holds in this very form is not refused again; it is still told. */
    private static Outcome settled(Outcome outcome) {
        if (outcome.place().exists() && outcome.status() == Outcome.Status.SAME) {
            outcome.draft().findings().replaceAll(Finding::milder);
        }
        return outcome;
    }

    private static Node catalog(String named, String base, Snapshot now) {
        return CatalogName.of(named, base, now.union());
    }

    private static List<ImportReport.Gone> gone(List<Outcome> outcomes, Optional<Node> catalog, Snapshot now) {
        var catalogs = new LinkedHashSet<Node>();
        catalog.ifPresent(catalogs::add);
        var seen = new HashSet<Node>();
        outcomes.forEach(outcome -> {
            outcome.place().catalog().ifPresent(catalogs::add);
            seen.add(outcome.place().iri());
        });
        var gone = new LinkedHashMap<String, ImportReport.Gone>();
        catalogs.forEach(each -> now.union().find(each, Dcat.dataset, Node.ANY).forEachRemaining(triple -> {
            if (!seen.contains(triple.getObject())) {
                gone.put(triple.getObject().toString(), gone(triple.getObject(), now));
            }
        }));
        return gone.values().stream()
                .sorted(java.util.Comparator.comparing(ImportReport.Gone::iri))
                .toList();
    }

    private static ImportReport.Gone gone(Node entry, Snapshot now) {
        return new ImportReport.Gone(entry.toString(), text(entry, Dct.identifier, now), text(entry, Dct.title, now));
    }

    private static String text(Node entry, Node property, Snapshot now) {
        return now.union().find(entry, property, Node.ANY).toList().stream()
                .map(triple -> triple.getObject())
                .filter(Node::isLiteral)
                .max(java.util.Comparator.comparing(Node::getLiteralLanguage))
                .map(Node::getLiteralLexicalForm)
                .orElse("");
    }

    /** What the things that are wanted take out and put in. */
    Delta delta(Predicate<Outcome> wanted) {
        var removed = new ArrayList<org.apache.jena.sparql.core.Quad>();
        var added = new ArrayList<org.apache.jena.sparql.core.Quad>();
        outcomes.stream().filter(wanted).forEach(outcome -> {
            removed.addAll(outcome.removed());
            added.addAll(outcome.added());
        });
        return new Delta(removed, added);
    }

    boolean hasFaults() {
        return general.stream().anyMatch(Finding::isFault) || outcomes.stream().anyMatch(Outcome::isRefused);
    }

    List<Finding> findings() {
        var all = new ArrayList<>(general);
        outcomes.forEach(outcome -> all.addAll(outcome.draft().findings()));
        all.sort(java.util.Comparator.comparing(Finding::sheet)
                .thenComparingInt(Finding::row)
                .thenComparingInt(Finding::column));
        return all;
    }

    List<ImportReport.RowReport> rows() {
        var rows = new ArrayList<ImportReport.RowReport>();
        outcomes.forEach(outcome -> {
            var draft = outcome.draft();
            var sheet = draft.table().sheet().name();
            var told = outcome.told();
            draft.unit()
                    .lines()
                    .forEach(line -> rows.add(new ImportReport.RowReport(
                            sheet,
                            line.row() + 1,
                            told == Outcome.Status.REFUSED
                                    ? told
                                    : outcome.rows().getOrDefault(line.row(), told),
                            told,
                            outcome.place().iri().toString(),
                            draft.unit().text("name"),
                            line == draft.unit().first() ? List.copyOf(outcome.changes()) : List.of())));
        });
        return rows;
    }

    /** The catalogue that a caller names. */
    private static final class CatalogName {

        static Node of(String named, String base, org.apache.jena.graph.Graph union) {
            var direct = NodeFactory.createURI(
                    named.contains("://") || named.startsWith("urn:")
                            ? named
                            : base + (named.startsWith("catalog/") ? named : "catalog/" + named));
            var kind = RecordKind.CATALOGS;
            if (kind.types().stream().noneMatch(type -> union.contains(direct, org.shuqi.vocabulary.Rdf.type, type))) {
                throw org.shuqi.problem.Refusal.of(
                        org.shuqi.problem.Kind.UNKNOWN,
                        "没有目录 `%s`；请核对编号",
                        "no catalogue `%s`; check the identifier",
                        named);
            }
            return direct;
        }
    }
}
