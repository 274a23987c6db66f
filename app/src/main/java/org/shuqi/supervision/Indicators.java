package org.shuqi.supervision;

import java.time.Instant;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Dct;

/** The figures of the authority's yearly report, each with the records behind it. */
public final class Indicators {

    /** Their names, in the order in which they are told; each is a query of {@code ontology/supervision/indicators}. */
    public static final List<String> CODES = List.of(
            "reply-on-time-unconditional",
            "reply-on-time-conditional",
            "reply-working-days",
            "extension-rate",
            "refusal-rate",
            "refusals-by-ground",
            "delivery-on-time",
            "correction-on-time",
            "catalogue-coverage",
            "catalogue-timeliness",
            "inclusion-on-time",
            "attribute-mix",
            "expiring-grants",
            "unused-grants",
            "suspended-grants",
            "open-disputes",
            "return-flow-fulfilment",
            "usage-volume");

    private static final Comparator<Counted> ORDER = Comparator.comparing(Counted::at)
            .thenComparing(row -> row.record().toString())
            .thenComparing(row -> row.organization().toString());

    private final Desk desk;
    private final Map<String, Sheet> sheets = new LinkedHashMap<>();

    Indicators(Desk desk) {
        this.desk = desk;
        CODES.forEach(code -> sheets.put(code, Sheet.of("indicators", code)));
    }

    /**
     * What is asked about.
     *
     * @param codes indicators; empty for all
     * @param organization IRI or name; everybody if absent
     * @param region IRI or code of a division, those below included
     * @param from beginning, inclusive; a year before the end if absent
     * @param until end, exclusive; now if absent
     * @param knownAt the revision; the newest if absent
     */
    public record Question(
            List<String> codes,
            Optional<String> organization,
            Optional<String> region,
            Optional<String> from,
            Optional<String> until,
            OptionalLong knownAt) {

        public Question {
            codes = List.copyOf(codes);
        }

        /** The same about these indicators. */
        Question of(List<String> others) {
            return new Question(others, organization, region, from, until, knownAt);
        }

        /** The same in the words of a report that answers it. */
        Question exactly(Asked asked, long revision) {
            return new Question(
                    codes,
                    organization,
                    region,
                    Optional.of(asked.from().toString()),
                    Optional.of(asked.until().toString()),
                    OptionalLong.of(revision));
        }
    }

    /**
     * The figures of a period.
     *
     * @param from beginning, inclusive
     * @param until end, exclusive
     * @param revision the revision that was looked at
     */
    public record Report(List<Figure> figures, Instant from, Instant until, long revision) {
        public Report {
            figures = List.copyOf(figures);
        }

        /** What has been counted. */
        public static Report of(Collection<Tallies.Numbered> parts, Tally.Span span) {
            return new Report(
                    parts.stream().map(Tallies.Numbered::figure).toList(), span.from(), span.until(), span.revision());
        }
    }

    /**
     * All figures.
     *
     * @throws Refusal UNUSABLE if a word of the question makes no sense
     */
    public Report report(Question question) {
        var asked = asked(question);
        var found = desk.look(asked.until(), question.knownAt(), look -> asked.codes().stream()
                .map(code -> counted(code, asked, look).figure())
                .toList());
        return new Report(found.rows(), asked.from(), asked.until(), found.revision());
    }

    /**
     * The records behind one figure.
     *
     * @param code the indicator
     * @throws Refusal UNKNOWN if there is no such indicator
     */
    public Supervision.Found<Counted> records(String code, Question question) {
        requireKnown(code);
        var asked = asked(question);
        return desk.look(asked.until(), question.knownAt(), look -> rows(code, asked, look));
    }

    /** Refuses what is no indicator. */
    void requireKnown(String code) {
        if (!sheets.containsKey(code)) {
            throw Refusal.of(
                    Kind.UNKNOWN,
                    "没有指标 `%s`；可查 %s",
                    "there is no indicator `%s`; there are %s",
                    code,
                    String.join(", ", CODES));
        }
    }

    /** One figure, with the records behind it. */
    Tallies.Numbered counted(String code, Asked asked, Desk.Look look) {
        var rows = rows(code, asked, look);
        return new Tallies.Numbered(figure(sheet(code), rows, look), rows);
    }

    /** A question in the terms of the registry. */
    record Asked(List<String> codes, Optional<Node> party, Optional<Node> region, Instant from, Instant until) {}

    Asked asked(Question question) {
        question.codes().stream()
                .filter(code -> !sheets.containsKey(code))
                .findFirst()
                .ifPresent(code -> {
                    throw Refusal.of(
                            Kind.UNUSABLE,
                            "没有指标 `%s`；可查 %s",
                            "there is no indicator `%s`; there are %s",
                            code,
                            String.join(", ", CODES));
                });
        var until =
                question.until().map(desk::instant).orElseGet(() -> desk.clock().instant());
        var from = question.from().map(desk::instant).orElseGet(() -> until.atZone(desk.zone())
                .minus(Period.ofYears(1))
                .toInstant());
        if (!from.isBefore(until)) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "起始时间不早于结束时间；请更正 from、until",
                    "the period ends before it begins; correct from and until");
        }
        return new Asked(
                question.codes().isEmpty() ? CODES : question.codes(),
                question.organization().map(desk::organization),
                question.region()
                        .map(word -> NodeFactory.createURI(
                                word.contains("://") ? word : "https://w3id.org/shuqi/code/division/" + word)),
                from,
                until);
    }

    private Sheet sheet(String code) {
        var sheet = sheets.get(code);
        if (sheet == null) {
            throw new IllegalArgumentException(code);
        }
        return sheet;
    }

    private List<Counted> rows(String code, Asked asked, Desk.Look look) {
        var sheet = sheet(code);
        var state = sheet.says("period").isPresent();
        var given = Map.of("begin", LimitsGraph.instant(asked.from()));
        return look.asking().rows(sheet.query(), given).stream()
                .filter(row -> row.find("organization").isPresent())
                .map(row -> counted(row, look))
                .filter(row ->
                        state || !row.at().isBefore(asked.from()) && row.at().isBefore(asked.until()))
                .filter(row -> asked.party().map(row.organization()::equals).orElse(true))
                .filter(row -> asked.region()
                        .map(area -> row.region()
                                .filter(own -> Areas.isWithin(own, area, look.registry()))
                                .isPresent())
                        .orElse(true))
                .sorted(ORDER)
                .toList();
    }

    private Counted counted(Asking.Row row, Desk.Look look) {
        var party = row.node("organization");
        var at = row.instant("at");
        return new Counted(
                party,
                look.names().one(party, Dct.spatial),
                row.node("record"),
                at,
                YearMonth.from(at.atZone(desk.zone())).toString(),
                row.isTrue("counts"),
                row.find("group"),
                row.find("value").map(Node::getLiteralLexicalForm).map(Double::valueOf));
    }

    private static Figure figure(Sheet sheet, List<Counted> rows, Desk.Look look) {
        var kind = Figure.Kind.valueOf(sheet.says("kind").orElse("rate").toUpperCase(Locale.ROOT));
        var parts = new ArrayList<Figure.Part>();
        parts.addAll(parts("organization", kind, rows, look, row -> Optional.of(row.organization())));
        parts.addAll(parts("region", kind, rows, look, Counted::region));
        Counted.by(rows, row -> Optional.of(row.month()))
                .forEach((month, part) ->
                        parts.add(new Figure.Part("month", month, new Text(month, month), Counted.cell(kind, part))));
        parts.addAll(groups(rows, look));
        return new Figure(
                sheet.code(), sheet.text(""), sheet.rule(), kind, sheet.law(), Counted.cell(kind, rows), parts);
    }

    private static List<Figure.Part> parts(
            String dimension,
            Figure.Kind kind,
            List<Counted> rows,
            Desk.Look look,
            Function<Counted, Optional<Node>> key) {
        var parts = new ArrayList<Figure.Part>();
        Counted.by(rows, row -> key.apply(row).map(Node::toString))
                .forEach((iri, part) -> parts.add(new Figure.Part(
                        dimension, iri, look.names().of(NodeFactory.createURI(iri)), Counted.cell(kind, part))));
        return parts;
    }

    /** How many of all the records are in each group. */
    private static List<Figure.Part> groups(List<Counted> rows, Desk.Look look) {
        var all = rows.stream().map(Counted::record).distinct().count();
        var parts = new ArrayList<Figure.Part>();
        Counted.by(rows, row -> row.group().map(Indicators::key)).forEach((code, part) -> {
            var count = part.stream().map(Counted::record).distinct().count();
            var name = part.get(0).group().map(look.names()::of).orElse(new Text(code, code));
            parts.add(new Figure.Part(
                    "group", code, name, new Figure.Cell(count, all, Optional.of((double) count / all))));
        });
        return parts;
    }

    /** The code of a concept, or the text itself. */
    public static String key(Node group) {
        return group.isURI() ? group.getURI().replaceAll(".*/", "") : group.getLiteralLexicalForm();
    }
}
