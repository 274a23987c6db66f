package org.shuqi.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation;
import org.shuqi.sheet.file.Line;

/** Leads what the gate finds about nodes back to the cells that say it. */
final class Tracing {

    /** The columns that a shape without a path is about; the first is the one to look at. */
    private static final Map<String, List<String>> BY_SHAPE = Map.ofEntries(
            Map.entry("S-COND", List.of("scope", "purpose", "sharing")),
            Map.entry("S-DENY", List.of("basis", "reason", "sharing", "issued")),
            Map.entry("S-LEGACY", List.of("basis", "reason", "sharing", "issued")),
            Map.entry("S-INFORCE", List.of("basis", "issued")),
            Map.entry("S-LEVEL", List.of("level", "itemLevel")),
            Map.entry("S-COUPLE", List.of("sharing", "itemLevel", "level")),
            Map.entry("S-CODE", List.of("code")),
            Map.entry("S-UNIQUE", List.of("code")),
            Map.entry("S-SECRET", List.of("secrecy")),
            Map.entry("S-SENSITIVE", List.of("personal", "sensitive")),
            Map.entry("S-SRC", List.of("source", "itemSource")),
            Map.entry("S-ASSESS", List.of("issued")),
            Map.entry("S-IMPACT", List.of("issued")),
            Map.entry("S-HEAD", List.of("issued")),
            Map.entry("S-MEMBER", List.of("code", "provider")));

    private final Map<String, Spot> spots = new HashMap<>();

    /** Where a node comes from. */
    private record Spot(Draft draft, Line line, String part) {}

    Tracing(List<Outcome> outcomes) {
        outcomes.forEach(outcome -> {
            var unit = outcome.draft().unit();
            spots.put(outcome.place().iri().toString(), new Spot(outcome.draft(), unit.first(), "entry"));
            unit.lines().forEach(line -> Optional.ofNullable(outcome.items().get(line.row()))
                    .ifPresent(item -> spots.put(item.toString(), new Spot(outcome.draft(), line, "item"))));
        });
    }

    /**
     * Adds the findings to the rows they belong to, but for those that follow from a cell that could not be read.
     *
     * @return those that belong to no row
     */
    List<Violation> trace(List<Violation> found) {
        var strange = new ArrayList<Violation>();
        for (var violation : found) {
            var spot = spot(violation.focus()).or(() -> violation.value().flatMap(this::spot));
            if (spot.isPresent()) {
                add(spot.get(), violation);
            } else {
                strange.add(violation);
            }
        }
        return strange;
    }

    private Optional<Spot> spot(String node) {
        var iri = node.replaceAll("^<|>$", "");
        for (var cut = iri.length();
                cut > 0;
                cut = Math.max(iri.lastIndexOf('#', cut - 1), iri.lastIndexOf('/', cut - 1))) {
            var spot = spots.get(iri.substring(0, cut));
            if (spot != null) {
                return Optional.of(spot);
            }
        }
        return Optional.empty();
    }

    private static void add(Spot spot, Violation violation) {
        var draft = spot.draft();
        var keys = keys(spot, violation);
        var rows =
                spot.part().equals("item") ? List.of(spot.line()) : draft.unit().lines();
        var explained = rows.stream().anyMatch(line -> keys.stream().anyMatch(key -> draft.hasFault(line.row(), key)))
                || keys.stream()
                        .anyMatch(key -> draft.hasFault(draft.unit().first().row(), key));
        if (explained || isTold(draft, spot, violation)) {
            return;
        }
        var key = keys.stream().filter(draft.table()::has).findFirst().orElse(keys.get(0));
        var cell = draft.table().at(violation.severity(), spot.line(), key, check(violation), words(spot, violation));
        draft.findings()
                .add(new Finding(
                        cell.severity(),
                        cell.sheet(),
                        cell.row(),
                        cell.column(),
                        cell.header(),
                        cell.check(),
                        cell.value(),
                        cell.message(),
                        Optional.of(violation.shape()),
                        violation.legalSource()));
    }

    /** Who fills in a sheet knows its columns, not the terms behind them. */
    private static Text words(Spot spot, Violation violation) {
        return violation
                .message()
                .naming(term -> Columns.PUBLISHED.of(spot.draft().form()).stream()
                        .filter(column -> column.isOf(spot.part()))
                        .filter(column -> column.property()
                                .filter(property -> property.getLocalName().equals(term))
                                .isPresent())
                        .map(Column::header)
                        .findFirst());
    }

    /** A sheet without a column that it needs says so once, not once a row. */
    private static boolean isTold(Draft draft, Spot spot, Violation violation) {
        return violation.severity() == Violation.Severity.VIOLATION
                && columns(draft.form(), spot.part(), violation).stream()
                        .anyMatch(column -> !draft.table().has(column.key())
                                && (column.needed() || column.key().equals("itemLevel")));
    }

    private static List<String> keys(Spot spot, Violation violation) {
        var columns = columns(spot.draft().form(), spot.part(), violation);
        var keys = new ArrayList<>(columns.stream().map(Column::key).toList());
        var path = violation.path().orElse("");
        if (path.contains("dataItem")) {
            keys.add("itemName");
        }
        keys.addAll(BY_SHAPE.getOrDefault(check(violation), List.of()));
        if (keys.contains("itemLevel")) {
            keys.add("level");
        }
        if (keys.isEmpty()) {
            keys.add(spot.part().equals("item") ? "itemName" : "name");
        }
        return keys;
    }

    private static List<Column> columns(Form form, String part, Violation violation) {
        return Columns.PUBLISHED.of(form).stream()
                .filter(column -> column.isOf(part))
                .filter(column -> column.property()
                        .filter(property -> violation
                                .path()
                                .filter(path -> isPath(path, property.getURI()))
                                .isPresent())
                        .isPresent())
                .toList();
    }

    /** The gate shortens IRIs by the prefixes of the shapes. */
    private static boolean isPath(String path, String property) {
        var local = property.substring(Math.max(property.lastIndexOf('#'), property.lastIndexOf('/')) + 1);
        return path.equals("<" + property + ">") || path.matches("\\w+:" + local);
    }

    private static String check(Violation violation) {
        var shape = violation.shape();
        return shape.substring(Math.max(shape.lastIndexOf('#'), shape.lastIndexOf('/')) + 1);
    }
}
