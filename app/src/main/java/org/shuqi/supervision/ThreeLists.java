package org.shuqi.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Demand list, responsibility list and negative list side by side, and what is left of both. */
public final class ThreeLists {

    /** The nine things of Article 13 as the coverage query names them; the provider is the organisation of the line. */
    static final List<String> ELEMENTS =
            List.of("title", "items", "format", "frequency", "attribute", "method", "conditions", "classification");

    private static final Comparator<Line> ORDER =
            Comparator.comparing(line -> line.record().toString());
    private static final int LONGEST_HORIZON = 3660;

    private final Desk desk;
    private final Sheet negative = Sheet.of("lists", "negative");
    private final Sheet sharable = Sheet.of("lists", "sharable");
    private final Sheet coverage = Sheet.of("lists", "coverage");
    private final Sheet demands = Sheet.of("lists", "demands");
    private final Sheet expiring = Sheet.of("lists", "expiring");

    ThreeLists(Desk desk) {
        this.desk = desk;
    }

    /**
     * What is asked about.
     *
     * @param organization IRI or name; everybody if absent
     * @param at the instant; now if absent
     * @param knownAt the revision; the newest if absent
     */
    public record Question(Optional<String> organization, Optional<String> at, OptionalLong knownAt) {}

    /** The matches of one entry of the demand or responsibility list, the best first. */
    public Supervision.Found<Match> matches(String id, Question question) {
        return desk.look(question.at(), question.knownAt(), look -> new Matching(look).of(entry(id, look)));
    }

    private Node entry(String id, Desk.Look look) {
        var iri = desk.records().iri(org.shuqi.record.RecordKind.LISTS, id);
        if (!look.registry().contains(iri, Node.ANY, Node.ANY)) {
            throw Refusal.of(
                    Kind.UNKNOWN, "没有清单条目 `%s`；请核对编号", "there is no entry `%s` on a list; check the identifier", id);
        }
        return iri;
    }

    /**
     * The rows of the negative list with what they rest on.
     *
     * @param insufficientOnly leave out those that rest on enough
     */
    public Supervision.Found<Line> negative(Question question, boolean insufficientOnly) {
        return lines(question, look -> {
            var rows = new TreeMap<String, List<Asking.Row>>();
            look.asking().rows(negative.query(), Map.of()).forEach(row -> rows.computeIfAbsent(
                            row.node("record").toString(), each -> new ArrayList<>())
                    .add(row));
            return rows.values().stream()
                    .map(each -> negative(each, look))
                    .filter(line -> !insufficientOnly
                            || Boolean.FALSE.equals(line.facts().get("sufficient")))
                    .toList();
        });
    }

    private static Line negative(List<Asking.Row> rows, Desk.Look look) {
        var bases = new ArrayList<Map<String, Object>>();
        rows.forEach(row -> row.find("basis").ifPresent(basis -> {
            var fact = new LinkedHashMap<String, Object>();
            fact.put("basis", basis.toString());
            fact.put("name", both(look, basis));
            row.find("rank").ifPresent(rank -> fact.put("rank", Indicators.key(rank)));
            fact.put("inForce", row.isTrue("inForce"));
            fact.put("sufficient", row.isTrue("sufficient"));
            bases.add(fact);
        }));
        var facts = new LinkedHashMap<String, Object>();
        facts.put("bases", bases);
        facts.put("inForce", rows.stream().anyMatch(row -> row.isTrue("inForce")));
        facts.put("sufficient", rows.stream().anyMatch(row -> row.isTrue("sufficient")));
        facts.put(
                "acceptedByProfile",
                rows.stream().anyMatch(row -> row.isTrue("sufficient"))
                        || rows.stream().anyMatch(row -> row.isTrue("accepted") && row.isTrue("inForce")));
        return line(rows.get(0), look, facts);
    }

    /** What may be shared directly where everything may that is not on the negative list. */
    public Supervision.Found<Line> sharable(Question question) {
        return lines(question, look -> look.asking().rows(sharable.query(), Map.of()).stream()
                .map(row -> {
                    var facts = new LinkedHashMap<String, Object>();
                    facts.put("profile", row.node("profile").toString());
                    row.find("attribute").ifPresent(attribute -> facts.put("attribute", Indicators.key(attribute)));
                    facts.put("someItemsOnNegativeList", row.isTrue("part"));
                    return line(row, look, facts);
                })
                .toList());
    }

    /** Each organisation with its entries, what they lack of the nine things, and its demands. */
    public Supervision.Found<Line> coverage(Question question) {
        return lines(question, look -> {
            var parties = new TreeMap<String, Covered>();
            look.asking().rows(coverage.query(), Map.of()).forEach(row -> covered(parties, row)
                    .ifPresent(covered -> covered.count(row)));
            look.asking().rows(demands.query(), Map.of()).forEach(row -> covered(parties, row)
                    .ifPresent(covered -> covered.demand(row.text("state"))));
            return parties.values().stream().map(covered -> covered.line(look)).toList();
        });
    }

    private static Optional<Covered> covered(Map<String, Covered> parties, Asking.Row row) {
        return row.find("party").map(party -> parties.computeIfAbsent(party.toString(), each -> new Covered(party)));
    }

    /**
     * What ends soon: assessments, agreements, requests.
     *
     * @param days how many days from the instant
     * @param kind one kind only
     */
    public Supervision.Found<Line> expiring(Question question, int days, Optional<String> kind) {
        if (days < 1 || days > LONGEST_HORIZON) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "within 的值 %d 不可用；应为 1 到 %d 天",
                    "`within` is %d; give 1 to %d days",
                    days,
                    LONGEST_HORIZON);
        }
        return lines(question, look -> {
            var horizon = LimitsGraph.instant(look.at().plus(Duration.ofDays(days)));
            var rows = new TreeMap<String, List<Asking.Row>>();
            look.asking().rows(expiring.query(), Map.of("horizon", horizon)).stream()
                    .filter(row -> kind.map(row.text("kind")::equals).orElse(true))
                    .forEach(row -> rows.computeIfAbsent(
                                    row.node("record").toString()
                                            + row.find("party")
                                                    .map(Node::toString)
                                                    .orElse(""),
                                    each -> new ArrayList<>())
                            .add(row));
            return rows.values().stream().map(each -> expiring(each, look)).toList();
        });
    }

    private static Line expiring(List<Asking.Row> rows, Desk.Look look) {
        var first = rows.get(0);
        var data = new TreeSet<String>();
        rows.forEach(row -> row.find("data").ifPresent(node -> data.add(node.toString())));
        Instant end = first.instant("end");
        var facts = new LinkedHashMap<String, Object>();
        facts.put("kind", first.text("kind"));
        first.find("type").ifPresent(type -> facts.put("type", Indicators.key(type)));
        facts.put("validUntil", end.toString());
        facts.put("daysLeft", Duration.between(look.at(), end).toDays());
        facts.put("data", List.copyOf(data));
        return line(first, look, facts);
    }

    private Supervision.Found<Line> lines(Question question, java.util.function.Function<Desk.Look, List<Line>> use) {
        var party = question.organization().map(desk::organization);
        return desk.look(question.at(), question.knownAt(), look -> use.apply(look).stream()
                .filter(line -> party.isEmpty() || line.party().equals(party))
                .sorted(ORDER)
                .toList());
    }

    private static Line line(Asking.Row row, Desk.Look look, Map<String, Object> facts) {
        var record = row.node("record");
        return new Line(
                record,
                look.names().of(record),
                row.find("party"),
                row.find("party").map(look.names()::of),
                facts);
    }

    static Map<String, String> both(Desk.Look look, Node node) {
        var name = look.names().of(node);
        return Map.of("zh", name.zh(), "en", name.en());
    }
}
