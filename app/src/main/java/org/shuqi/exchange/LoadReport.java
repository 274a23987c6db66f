package org.shuqi.exchange;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.shuqi.change.LoadReceipt;
import org.shuqi.problem.Violation;
import org.shuqi.record.RecordKind;

/**
 * What became of an order.
 *
 * @param verdict whether it was written, would have been, or was refused
 * @param files one for each file, in the order given
 * @param receipt what the door for writes says
 */
public record LoadReport(Verdict verdict, List<FileReport> files, LoadReceipt receipt) {

    /** What happened. */
    public enum Verdict {
        /** It was written. */
        WRITTEN,
        /** It was only tried, and is in order. */
        SOUND,
        /** It breaks rules; nothing was written. */
        REFUSED
    }

    /**
     * What one file brought.
     *
     * @param file its path as given
     * @param quads how many statements
     * @param records how many records of each kind
     * @param routed how many statements had no named graph and were given one
     * @param remarks what a mapping left out
     */
    public record FileReport(
            String file, long quads, Map<RecordKind, Long> records, long routed, List<Remark> remarks) {}

    public LoadReport {
        files = List.copyOf(files);
    }

    static LoadReport written(List<Shipment> shipments, LoadReceipt receipt) {
        return new LoadReport(Verdict.WRITTEN, files(shipments), receipt);
    }

    static LoadReport refused(List<Shipment> shipments, LoadReceipt receipt) {
        return new LoadReport(Verdict.REFUSED, files(shipments), receipt);
    }

    static LoadReport rehearsed(List<Shipment> shipments, LoadReceipt receipt) {
        var faults = receipt.droppedTotal() > 0
                || receipt.findings().stream().anyMatch(finding -> finding.severity() == Violation.Severity.VIOLATION);
        return new LoadReport(faults ? Verdict.REFUSED : Verdict.SOUND, files(shipments), receipt);
    }

    /** How many records of each kind all files bring. */
    public Map<RecordKind, Long> records() {
        var sum = new EnumMap<RecordKind, Long>(RecordKind.class);
        files.forEach(file -> file.records().forEach((kind, count) -> sum.merge(kind, count, Long::sum)));
        return sum;
    }

    /** How many of the findings told are violations. */
    public long violations() {
        return receipt.findings().stream()
                .filter(finding -> finding.severity() == Violation.Severity.VIOLATION)
                .count();
    }

    /** The report as plain values, for JSON. */
    public Map<String, Object> form(Locale language) {
        var form = new LinkedHashMap<String, Object>();
        form.put("verdict", verdict.name().toLowerCase(Locale.ROOT));
        form.put("revision", receipt.revision());
        form.put("read", receipt.read());
        form.put("added", receipt.added());
        form.put("records", byPath(records()));
        form.put("files", files.stream().map(file -> form(file, language)).toList());
        form.put("leftOut", receipt.dropped().stream().map(Node::toString).toList());
        form.put("leftOutTotal", receipt.droppedTotal());
        form.put(
                "findings",
                receipt.findings().stream()
                        .map(finding -> form(finding, language))
                        .toList());
        form.put("findingsTotal", receipt.findingsTotal());
        return form;
    }

    private static Map<String, Object> form(FileReport file, Locale language) {
        var form = new LinkedHashMap<String, Object>();
        form.put("file", file.file());
        form.put("quads", file.quads());
        form.put("records", byPath(file.records()));
        form.put("routed", file.routed());
        form.put(
                "remarks",
                file.remarks().stream()
                        .map(remark -> Map.of(
                                "subject",
                                remark.subject(),
                                "text",
                                remark.text().in(language)))
                        .toList());
        return form;
    }

    private static Map<String, Object> form(Violation finding, Locale language) {
        var form = new LinkedHashMap<String, Object>();
        form.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        form.put("focusNode", finding.focus());
        finding.path().ifPresent(path -> form.put("path", path));
        finding.value().ifPresent(value -> form.put("value", value));
        form.put("message", finding.message().in(language));
        form.put("shape", finding.shape());
        finding.legalSource().ifPresent(source -> form.put("legalSource", source));
        return form;
    }

    private static Map<String, Long> byPath(Map<RecordKind, Long> counts) {
        var named = new TreeMap<String, Long>();
        counts.forEach((kind, count) -> named.put(kind.path(), count));
        return named;
    }

    private static List<FileReport> files(List<Shipment> shipments) {
        return shipments.stream().map(LoadReport::file).toList();
    }

    private static FileReport file(Shipment shipment) {
        var records = new EnumMap<RecordKind, Long>(RecordKind.class);
        shipment.manifest().records().values().forEach(kind -> records.merge(kind, 1L, Long::sum));
        return new FileReport(
                shipment.file().path().toString(),
                shipment.cargo().size(),
                records,
                shipment.manifest().loose(),
                shipment.remarks());
    }
}
