package org.shuqi.supervision;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** Looks for the violations of articles 39 to 41 of Order 809, one query a code. */
final class Violations {

    /** Those that records can show; items 39-9 and 40-7 are "other" and are found by people. */
    static final List<String> CODES = List.of(
            "39-1", "39-2", "39-3", "39-4", "39-5", "39-6", "39-7", "39-8", "40-1", "40-2", "40-3", "40-4", "40-5",
            "40-6", "41-1", "41-2");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final Comparator<Breach> ORDER = Comparator.comparing(Breach::code)
            .thenComparing(Breach::since)
            .thenComparing(breach -> breach.party().toString())
            .thenComparing(breach -> breach.records().toString());

    private final Map<String, Sheet> sheets = new LinkedHashMap<>();

    Violations() {
        CODES.forEach(code -> sheets.put(code, Sheet.of("violations", code)));
    }

    Stream<Sheet> sheets() {
        return sheets.values().stream();
    }

    /** The violations of these codes, by code and age. */
    List<Breach> find(List<String> codes, Desk.Look look, ZoneId zone) {
        var found = new ArrayList<Breach>();
        for (var code : codes) {
            var sheet = sheets.get(code);
            if (sheet != null) {
                look.asking().rows(sheet.query(), Map.of()).stream()
                        .map(row -> breach(sheet, row, look.names(), zone))
                        .distinct()
                        .map(breach -> withFinding(breach, look.registry(), zone))
                        .forEach(found::add);
            }
        }
        found.sort(ORDER);
        return found;
    }

    private static Breach breach(Sheet sheet, Asking.Row row, Names names, ZoneId zone) {
        var records = Stream.of(Optional.of(row.node("record")), row.find("beside"))
                .flatMap(Optional::stream)
                .toList();
        var party = row.node("party");
        return new Breach(
                sheet.code(),
                party,
                names.of(party),
                records,
                row.instant("since"),
                sentence(sheet.text(row.text("sentence")), row, names, zone),
                sheet.law(),
                Optional.empty());
    }

    private static Text sentence(Text template, Asking.Row row, Names names, ZoneId zone) {
        var zh = template.zh();
        var en = template.en();
        for (var variables = row.binding().vars(); variables.hasNext(); ) {
            var name = variables.next().getVarName();
            var text = name.equals("since")
                    ? same(MINUTE.format(row.instant(name).atZone(zone)))
                    : names.of(row.node(name));
            zh = zh.replace("{" + name + "}", text.zh());
            en = en.replace("{" + name + "}", text.en());
        }
        return new Text(zh, en);
    }

    private static Text same(String text) {
        return new Text(text, text);
    }

    private static Breach withFinding(Breach breach, Graph registry, ZoneId zone) {
        return new Breach(
                breach.code(),
                breach.party(),
                breach.partyName(),
                breach.records(),
                breach.since(),
                breach.text(),
                breach.law(),
                finding(breach, registry, zone));
    }

    /** A finding of the same code about the same record and party, unless it says that it is about another time. */
    private static Optional<Node> finding(Breach breach, Graph registry, ZoneId zone) {
        var code = Sq.code("violation-code", breach.code());
        return registry
                .find(Node.ANY, Sq.about, breach.records().get(0))
                .mapWith(triple -> triple.getSubject())
                .filterKeep(node -> registry.contains(node, Rdf.type, Sq.Finding)
                        && registry.contains(node, Sq.violationCode, code)
                        && registry.contains(node, Sq.responsibleParty, breach.party())
                        && isOfThisTime(node, breach, registry, zone))
                .toList()
                .stream()
                .min(Comparator.comparing(Node::toString));
    }

    /** A finding that the clocks wrote names the last day, which was over when the violation began. */
    private static boolean isOfThisTime(Node finding, Breach breach, Graph registry, ZoneId zone) {
        var lastDay = NodeFactory.createLiteralDT(
                LocalDate.ofInstant(breach.since(), zone).minusDays(1).toString(), XSDDatatype.XSDdate);
        return isSilentOr(finding, Sq.violatedSince, LimitsGraph.instant(breach.since()), registry)
                && isSilentOr(finding, Sq.dueOn, lastDay, registry);
    }

    private static boolean isSilentOr(Node finding, Node property, Node value, Graph registry) {
        return !registry.contains(finding, property, Node.ANY) || registry.contains(finding, property, value);
    }
}
