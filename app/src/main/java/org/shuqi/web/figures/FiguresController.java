package org.shuqi.web.figures;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.shuqi.graph.Store;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.supervision.Counted;
import org.shuqi.supervision.Figure;
import org.shuqi.supervision.Indicators;
import org.shuqi.supervision.Supervision;
import org.shuqi.web.Pager;
import org.shuqi.web.Said;
import org.shuqi.web.Screens;
import org.shuqi.web.View;
import org.shuqi.web.Where;

/** Shows the figures of a period, and one figure with the records behind it. */
@Controller("/figures")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FiguresController {

    private static final List<String> TIMELY = List.of(
            "reply-on-time-unconditional",
            "reply-on-time-conditional",
            "delivery-on-time",
            "correction-on-time",
            "catalogue-timeliness",
            "inclusion-on-time");

    private final Supervision supervision;
    private final Screens screens;
    private final Store store;
    private final Records records;

    FiguresController(Supervision supervision, Screens screens, Store store, Records records) {
        this.supervision = supervision;
        this.screens = screens;
        this.store = store;
        this.records = records;
    }

    @Get
    HttpResponse<?> figures(HttpRequest<?> request) {
        var view = screens.view(request);
        var period = Period.of(request);
        var report = supervision.indicators().report(period.question(List.of()));
        var drawing = new Drawing(view, period);
        var page = new FiguresPage(
                view.date(report.from()),
                view.date(report.until()),
                period.organization(),
                name(period, view),
                report.revision(),
                report.figures().stream()
                        .map(figure -> row(figure, period, view))
                        .toList(),
                drawing.figures(
                        "timely",
                        view.t("figures.timely"),
                        TIMELY.stream().map(code -> figure(report, code)).toList()),
                drawing.months("months", view.t("figures.months"), figure(report, "reply-on-time-conditional")),
                drawing.parts(
                        "coverage", view.t("figures.coverage"), figure(report, "catalogue-coverage"), "organization"),
                drawing.parts("attributes", view.t("figures.attributes"), figure(report, "attribute-mix"), "group"),
                drawing.parts("refusals", view.t("figures.refusals"), figure(report, "refusals-by-ground"), "group"),
                violations(period, view),
                period.kept("/api/v1/supervision/indicators")
                        .with("of", "")
                        .with("organization", period.organization())
                        .with("format", "csv"));
        return screens.page(request, "figures/figures.jte", page);
    }

    private static Figure figure(Indicators.Report report, String code) {
        return report.figures().stream()
                .filter(figure -> figure.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** What articles 39 to 41 name and the records show now. */
    private List<FiguresPage.Row> violations(Period period, View view) {
        var found = supervision.violations(new Supervision.Question(
                List.of(),
                Optional.of(period.organization()).filter(word -> !word.isEmpty()),
                Optional.empty(),
                java.util.OptionalLong.empty()));
        var counts = new TreeMap<String, Integer>();
        found.rows().forEach(breach -> counts.merge(breach.code(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new FiguresPage.Row(
                        entry.getKey(),
                        view.t("figures.violation." + entry.getKey()),
                        view.number(entry.getValue()),
                        "",
                        period.address("/figures/violations", "code", entry.getKey())))
                .toList();
    }

    @Get("/{code}")
    HttpResponse<?> figure(String code, HttpRequest<?> request) {
        var view = screens.view(request);
        var period = Period.of(request);
        var question = period.question(List.of(code));
        // refuses a code that is none in the words of a page that is not there
        var found = supervision.indicators().records(code, period.question(List.of()));
        var figure = supervision.indicators().report(question).figures().get(0);
        var narrowing = Narrowing.of(request);
        var kept = found.rows().stream().filter(narrowing::keeps).toList();
        var pager = new Pager(Pager.wanted(request), Pager.ROWS, kept.size());
        try (var now = store.read()) {
            var page = new FigurePage(
                    row(figure, period, view),
                    view.t("figures.what." + code),
                    figure.law().stream()
                            .map(law -> Said.name(now.union(), law, view.language()))
                            .toList(),
                    period(period, view),
                    period.address("/figures"),
                    pictures(figure, period, view),
                    narrowing.said(figure, view),
                    period.address("/figures/" + code),
                    kept.stream()
                            .skip(pager.before())
                            .limit(pager.size())
                            .map(row -> record(row, figure, now.union(), view))
                            .toList(),
                    pager);
            return screens.page(request, "figures/figure.jte", page);
        }
    }

    private static String period(Period period, View view) {
        return (period.from().isEmpty() ? view.t("figures.year") : period.from())
                + " – "
                + (period.until().isEmpty() ? view.t("figures.now") : period.until());
    }

    private static List<FigurePage.Picture> pictures(Figure figure, Period period, View view) {
        var drawing = new Drawing(view, period);
        var pictures = new ArrayList<FigurePage.Picture>();
        for (var dimension : List.of("group", "organization")) {
            var title = view.t("figures.by." + dimension);
            drawing.parts(dimension, title, figure, dimension)
                    .ifPresent(svg -> pictures.add(new FigurePage.Picture(title, svg)));
        }
        var title = view.t("figures.by.month");
        drawing.months("month", title, figure).ifPresent(svg -> pictures.add(new FigurePage.Picture(title, svg)));
        return pictures;
    }

    private FigurePage.Record record(Counted row, Figure figure, org.apache.jena.graph.Graph graph, View view) {
        var iri = row.record().toString();
        return new FigurePage.Record(
                iri.startsWith(records.baseIri())
                        ? iri.substring(records.baseIri().length())
                        : iri,
                new Where(records).of(row.record(), graph),
                Said.name(graph, row.organization(), view.language()),
                view.date(row.at()),
                row.counts(),
                row.group().map(group -> groupName(group, figure, view)));
    }

    private static String groupName(Node group, Figure figure, View view) {
        var key = Indicators.key(group);
        return figure.parts().stream()
                .filter(part -> part.dimension().equals("group") && part.key().equals(key))
                .map(part -> view.t(part.name()))
                .findFirst()
                .orElse(key);
    }

    static FiguresPage.Row row(Figure figure, Period period, View view) {
        var numbers = new Numbers(view);
        return new FiguresPage.Row(
                figure.code(),
                view.t(figure.label()),
                numbers.value(figure.kind(), figure.total()),
                numbers.of(figure.kind(), figure.total()),
                period.address("/figures/" + figure.code()));
    }

    private Optional<Said> name(Period period, View view) {
        if (period.organization().isEmpty()) {
            return Optional.empty();
        }
        try (var now = store.read()) {
            return Optional.of(Said.name(
                    now.union(), records.iri(RecordKind.ORGANIZATIONS, period.organization()), view.language()));
        }
    }

    /** What the list behind a figure is narrowed down to. */
    private record Narrowing(Map<String, String> words) {

        static Narrowing of(HttpRequest<?> request) {
            var words = new TreeMap<String, String>();
            for (var name : List.of("organization", "month", "group")) {
                request.getParameters()
                        .getFirst(name)
                        .filter(word -> !word.isBlank())
                        .ifPresent(word -> words.put(name, word.strip()));
            }
            return new Narrowing(words);
        }

        boolean keeps(Counted row) {
            return fits("organization", row.organization().toString())
                    && fits("month", row.month())
                    && fits("group", row.group().map(Indicators::key).orElse(""));
        }

        private boolean fits(String name, String value) {
            return words.getOrDefault(name, value).equals(value);
        }

        Optional<Said> said(Figure figure, View view) {
            return figure.parts().stream()
                    .filter(part -> part.key().equals(words.get(part.dimension())))
                    .map(part -> Said.of(part.name(), view.language()))
                    .findFirst();
        }
    }
}
