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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;
import org.shuqi.graph.Store;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.supervision.Breach;
import org.shuqi.supervision.Counted;
import org.shuqi.supervision.Figure;
import org.shuqi.supervision.Indicators;
import org.shuqi.supervision.Tallies;
import org.shuqi.supervision.Tally;
import org.shuqi.web.Address;
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

    private final Tallies tallies;
    private final Screens screens;
    private final Store store;
    private final Records records;

    FiguresController(Tallies tallies, Screens screens, Store store, Records records) {
        this.tallies = tallies;
        this.screens = screens;
        this.store = store;
        this.records = records;
    }

    @Get
    HttpResponse<?> figures(HttpRequest<?> request) {
        var view = screens.view(request);
        var period = Period.of(request);
        var counted = tallies.figures(period.question(List.of()), Tallies.Wanted.SOON);
        var found = tallies.violations(period.now(List.of()), Tallies.Wanted.SOON);
        var isComplete = counted.await(Tallies.PATIENCE) && found.await(Tallies.PATIENCE);
        var figures = new LinkedHashMap<String, Figure>();
        counted.parts().forEach((code, part) -> figures.put(code, part.figure()));
        var page = new FiguresPage(
                counted.span().map(about -> view.date(about.from())).orElse(period.from()),
                counted.span().map(about -> view.date(about.until())).orElse(period.until()),
                period.organization(),
                name(period, view),
                counted.span().map(Tally.Span::revision).orElse(0L),
                isComplete ? Optional.empty() : Optional.of(progress(counted, found, period)),
                figures.values().stream()
                        .map(figure -> row(figure, period, view))
                        .toList(),
                pictures(figures, new Drawing(view, period), view),
                violations(found.parts(), period, view),
                period.kept("/api/v1/supervision/indicators")
                        .with("of", "")
                        .with("organization", period.organization())
                        .with("format", "csv"));
        return screens.page(request, "figures/figures.jte", page);
    }

    private static Progress progress(Tally<?> counted, Tally<?> found, Period period) {
        return new Progress(
                counted.parts().size() + found.parts().size(),
                counted.total() + found.total(),
                period.address("/figures"));
    }

    private static List<FiguresPage.Picture> pictures(Map<String, Figure> figures, Drawing drawing, View view) {
        var pictures = new ArrayList<FiguresPage.Picture>();
        if (figures.keySet().containsAll(TIMELY)) {
            pictures.add(new FiguresPage.Picture(
                    view.t("figures.timely"),
                    drawing.figures(
                            "timely",
                            view.t("figures.timely"),
                            TIMELY.stream()
                                    .flatMap(code -> Optional.ofNullable(figures.get(code)).stream())
                                    .toList()),
                    true));
        }
        Optional.ofNullable(figures.get("reply-on-time-conditional"))
                .flatMap(figure -> drawing.months("months", view.t("figures.months"), figure))
                .ifPresent(svg -> pictures.add(new FiguresPage.Picture(view.t("figures.months"), svg, true)));
        parts("refusals", figures.get("refusals-by-ground"), "group", drawing, view)
                .ifPresent(pictures::add);
        parts("attributes", figures.get("attribute-mix"), "group", drawing, view)
                .ifPresent(pictures::add);
        parts("coverage", figures.get("catalogue-coverage"), "organization", drawing, view)
                .ifPresent(pictures::add);
        return pictures;
    }

    private static Optional<FiguresPage.Picture> parts(
            String id, @Nullable Figure figure, String dimension, Drawing drawing, View view) {
        var title = view.t("figures." + id);
        return figure == null
                ? Optional.empty()
                : drawing.parts(id, title, figure, dimension)
                        .map(svg -> new FiguresPage.Picture(title, svg, dimension.equals("group")));
    }

    /** What articles 39 to 41 name and the records show now. */
    private static List<FiguresPage.Row> violations(Map<String, List<Breach>> found, Period period, View view) {
        return found.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new FiguresPage.Row(
                        entry.getKey(),
                        view.t("figures.violation." + entry.getKey()),
                        view.number(entry.getValue().size()),
                        "",
                        period.address("/figures/violations", "code", entry.getKey())))
                .toList();
    }

    @Get("/{code}")
    HttpResponse<?> figure(String code, HttpRequest<?> request) {
        var view = screens.view(request);
        var period = Period.of(request);
        // refuses a code that is none in the words of a page that is not there
        var counted = tallies.figure(code, period.question(List.of()), Tallies.Wanted.SOON);
        var part = counted.await(code, Tallies.PATIENCE);
        var narrowing = Narrowing.of(request);
        if (part.isEmpty()) {
            return screens.page(
                    request,
                    "figures/counting.jte",
                    new Progress(
                            counted.parts().size(),
                            counted.total(),
                            narrowing.address(period.kept("/figures/" + code))));
        }
        var figure = part.get().figure();
        var kept = narrowing.of(part.get().rows());
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

        List<Counted> of(List<Counted> rows) {
            return words.isEmpty() ? rows : rows.stream().filter(this::keeps).toList();
        }

        private boolean keeps(Counted row) {
            return fits("organization", row.organization().toString())
                    && fits("month", row.month())
                    && fits("group", row.group().map(Indicators::key).orElse(""));
        }

        String address(Address page) {
            var address = page;
            for (var word : words.entrySet()) {
                address = address.with(word.getKey(), word.getValue());
            }
            return address.toString();
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
