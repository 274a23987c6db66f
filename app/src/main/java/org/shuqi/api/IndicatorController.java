package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.shuqi.access.Caller;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.supervision.Counted;
import org.shuqi.supervision.Figure;
import org.shuqi.supervision.Indicators;
import org.shuqi.supervision.Supervision;
import org.shuqi.supervision.Tallies;

/** The figures of a period as JSON or as a table, and the records behind each. */
@Controller("/api/v1/supervision/indicators")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class IndicatorController {

    private static final String CSV = "text/csv";
    private static final List<String> COLUMNS = List.of(
            "indicator",
            "label",
            "dimension",
            "key",
            "name",
            "numerator",
            "denominator",
            "value",
            "from",
            "until",
            "records");
    private static final Set<String> NAMES =
            Set.of("code", "organization", "region", "from", "until", "knownAt", "format", Handouts.REASON);
    private static final Set<String> RECORD_NAMES =
            Set.of("organization", "region", "from", "until", "knownAt", "month", "group", "counts");

    private final Tallies tallies;
    private final Handouts handouts;

    IndicatorController(Tallies tallies, Handouts handouts) {
        this.handouts = handouts;
        this.tallies = tallies;
    }

    @Get
    HttpResponse<byte[]> report(HttpRequest<?> request, Caller caller) {
        var given = Given.of(request, NAMES);
        var wanted = given.one("format")
                .map(IndicatorController::mediaType)
                .orElseGet(() -> Accept.best(request, List.of(MediaType.APPLICATION_JSON, CSV)));
        var counted = tallies.figures(question(given, given.values("code")), Tallies.Wanted.NEWEST);
        var parts = counted.all(Tallies.LONGEST).values();
        var report = Indicators.Report.of(parts, counted.about());
        var links = new Behind(request, given, report);
        if (wanted.equals(CSV)) {
            var handout = handouts.note(request, caller, "csv", report.revision());
            var text = csv(report, links, Tongue.of(request), handout);
            var reply = Replies.of(HttpStatus.OK, CSV + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8))
                    .header(Revisions.REVISION, Long.toString(report.revision()))
                    .header("Content-Disposition", "attachment; filename=\"indicators.csv\"");
            return handout.on(reply, request);
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("from", report.from().toString());
        body.put("until", report.until().toString());
        body.put("revision", report.revision());
        body.put(
                "indicators",
                report.figures().stream().map(figure -> form(figure, links)).toList());
        return Replies.json(body, report.revision());
    }

    /** The records that a figure was made of. */
    @Get("/{code}/records")
    HttpResponse<byte[]> records(String code, HttpRequest<?> request) {
        Format.wanted(request, List.of(Format.JSON));
        var given = Given.of(request, RECORD_NAMES);
        var counted = tallies.figure(code, question(given, List.of()), Tallies.Wanted.NEWEST);
        var kept = counted.one(code, Tallies.LONGEST).rows().stream()
                .filter(row -> given.one("month").map(row.month()::equals).orElse(true))
                .filter(row -> given.one("group")
                        .map(group -> row.group()
                                .filter(node -> Indicators.key(node).equals(group))
                                .isPresent())
                        .orElse(true))
                .filter(row -> given.one("counts")
                        .map(IndicatorController::flag)
                        .map(counts -> counts == row.counts())
                        .orElse(true))
                .toList();
        var about = counted.about();
        return Found.page(
                request, new Supervision.Found<>(kept, about.revision(), about.until()), Map.of(), row -> form(row));
    }

    private static Indicators.Question question(Given given, List<String> codes) {
        return new Indicators.Question(
                codes,
                given.one("organization"),
                given.one("region"),
                given.one("from"),
                given.one("until"),
                given.revision());
    }

    private static Map<String, Object> form(Figure figure, Behind links) {
        var form = new LinkedHashMap<String, Object>();
        form.put("code", figure.code());
        form.put("label", Replies.both(figure.label()));
        form.put("rule", figure.rule());
        form.put("kind", figure.kind().name().toLowerCase(Locale.ROOT));
        put(form, figure.total());
        form.put("records", links.to(figure, Map.of()));
        var dimensions = new TreeMap<String, List<Object>>();
        figure.parts().forEach(part -> {
            var item = new LinkedHashMap<String, Object>();
            item.put("key", part.key());
            item.put("name", Replies.both(part.name()));
            put(item, part.cell());
            item.put("records", links.to(figure, Map.of(part.dimension(), part.key())));
            dimensions
                    .computeIfAbsent(plural(part.dimension()), each -> new ArrayList<>())
                    .add(item);
        });
        form.putAll(dimensions);
        form.put("legalBasis", figure.law().stream().map(Node::toString).toList());
        return form;
    }

    private static String plural(String dimension) {
        return dimension + "s";
    }

    private static void put(Map<String, Object> form, Figure.Cell cell) {
        form.put("numerator", cell.numerator());
        form.put("denominator", cell.denominator());
        cell.value().ifPresent(value -> form.put("value", value));
    }

    private static Map<String, Object> form(Counted row) {
        var form = new LinkedHashMap<String, Object>();
        form.put("record", row.record().toString());
        form.put("organization", row.organization().toString());
        row.region().ifPresent(region -> form.put("region", region.toString()));
        form.put("at", row.at().toString());
        form.put("month", row.month());
        form.put("counts", row.counts());
        row.group().ifPresent(group -> form.put("group", Indicators.key(group)));
        row.value().ifPresent(value -> form.put("value", value));
        return form;
    }

    private static String csv(Indicators.Report report, Behind links, Locale language, Handouts.Handout handout) {
        var text = new StringBuilder(TableFile.line(COLUMNS, handout.heading(language)));
        for (var figure : report.figures()) {
            var label = figure.label().in(language);
            text.append(TableFile.line(
                    cells(figure, label, "total", "", "", figure.total(), report, links.to(figure, Map.of())), ""));
            figure.parts()
                    .forEach(part -> text.append(TableFile.line(
                            cells(
                                    figure,
                                    label,
                                    part.dimension(),
                                    part.key(),
                                    part.name().in(language),
                                    part.cell(),
                                    report,
                                    links.to(figure, Map.of(part.dimension(), part.key()))),
                            "")));
        }
        return text.toString();
    }

    private static List<String> cells(
            Figure figure,
            String label,
            String dimension,
            String key,
            String name,
            Figure.Cell cell,
            Indicators.Report report,
            String link) {
        return List.of(
                figure.code(),
                label,
                dimension,
                key,
                name,
                Long.toString(cell.numerator()),
                Long.toString(cell.denominator()),
                cell.value().map(Object::toString).orElse(""),
                report.from().toString(),
                report.until().toString(),
                link);
    }

    private static String mediaType(String format) {
        return switch (format) {
            case "json" -> MediaType.APPLICATION_JSON;
            case "csv" -> CSV;
            default ->
                throw Refusal.of(
                        Kind.UNUSABLE, "`format` 的值 `%s` 不可用；可用 json、csv", "`format` is `%s`; use json or csv", format);
        };
    }

    private static boolean flag(String word) {
        if (!word.equals("true") && !word.equals("false")) {
            throw Refusal.of(
                    Kind.UNUSABLE, "`counts` 的值 `%s` 不可用；可用 true、false", "`counts` is `%s`; use true or false", word);
        }
        return word.equals("true");
    }

    /** The addresses of the records behind a figure, at the same revision and over the same period. */
    private record Behind(HttpRequest<?> request, Given given, Indicators.Report report) {

        String to(Figure figure, Map<String, String> narrower) {
            var query = new LinkedHashMap<String, String>();
            query.put("from", report.from().toString());
            query.put("until", report.until().toString());
            query.put("knownAt", Long.toString(report.revision()));
            Optional.of("organization")
                    .flatMap(given::one)
                    .ifPresent(organization -> query.put("organization", organization));
            given.one("region").ifPresent(region -> query.put("region", region));
            query.putAll(narrower);
            var words = query.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                    .toList();
            return Links.absolute(request, "/api/v1/supervision/indicators/" + figure.code() + "/records") + "?"
                    + String.join("&", words);
        }
    }
}
