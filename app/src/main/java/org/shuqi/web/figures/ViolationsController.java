package org.shuqi.web.figures;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.shuqi.record.Records;
import org.shuqi.supervision.Breach;
import org.shuqi.supervision.Tallies;
import org.shuqi.web.Pager;
import org.shuqi.web.Said;
import org.shuqi.web.Screens;
import org.shuqi.web.View;
import org.shuqi.web.Where;

/** Lists what articles 39 to 41 name and the records show, with the evidence. */
@Controller("/figures/violations")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ViolationsController {

    private final Tallies tallies;
    private final Screens screens;
    private final Records records;

    ViolationsController(Tallies tallies, Screens screens, Records records) {
        this.tallies = tallies;
        this.screens = screens;
        this.records = records;
    }

    @Get
    HttpResponse<?> violations(HttpRequest<?> request) {
        var view = screens.view(request);
        var period = Period.of(request);
        var code = request.getParameters().getFirst("code").orElse("").strip();
        var question = period.now(List.of());
        var counted = code.isEmpty()
                ? tallies.violations(question, Tallies.Wanted.SOON)
                : tallies.violations(code, question, Tallies.Wanted.SOON);
        var isThere = code.isEmpty()
                ? counted.await(Tallies.PATIENCE)
                : counted.await(code, Tallies.PATIENCE).isPresent();
        if (!isThere) {
            return screens.page(
                    request,
                    "figures/counting.jte",
                    new Progress(
                            counted.parts().size(),
                            counted.total(),
                            period.address("/figures/violations", "code", code)));
        }
        var found = code.isEmpty()
                ? counted.parts().values().stream().flatMap(List::stream).toList()
                : counted.part(code).orElseThrow();
        var pager = new Pager(Pager.wanted(request), Pager.ROWS, found.size());
        var page = new ViolationsPage(
                code,
                code.isEmpty() ? Optional.empty() : Optional.of(view.t("figures.violation." + code)),
                period.address("/figures"),
                found.stream()
                        .skip(pager.before())
                        .limit(pager.size())
                        .map(breach -> row(breach, view))
                        .toList(),
                pager);
        return screens.page(request, "figures/violations.jte", page);
    }

    private ViolationsPage.Row row(Breach breach, View view) {
        return new ViolationsPage.Row(
                breach.code(),
                Said.of(breach.partyName(), view.language()),
                view.t(breach.text()),
                view.date(breach.since()),
                breach.records().stream()
                        .map(Node::toString)
                        .map(this::evidence)
                        .toList(),
                breach.finding().isPresent());
    }

    private ViolationsPage.Evidence evidence(String iri) {
        var base = records.baseIri();
        return new ViolationsPage.Evidence(
                iri.startsWith(base) ? iri.substring(base.length()) : iri, new Where(records).of(iri));
    }
}
