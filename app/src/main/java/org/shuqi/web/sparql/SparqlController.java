package org.shuqi.web.sparql;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Records;
import org.shuqi.sparql.QueryDesk;
import org.shuqi.sparql.Shown;
import org.shuqi.web.Address;
import org.shuqi.web.Fault;
import org.shuqi.web.Posted;
import org.shuqi.web.Screens;
import org.shuqi.web.View;
import org.shuqi.web.Where;

/** Shows the editor, and what a query finds. */
@Controller("/sparql/editor")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SparqlController {

    /** Rows that a page shows; the rest is for files. */
    private static final int MOST_ROWS = 500;

    /** An address that is longer is cut by somebody on the way. */
    private static final int LONGEST_LINK = 3_000;

    private static final String FIELD = "query";

    private final QueryDesk desk;
    private final Screens screens;
    private final Prefixes prefixes;
    private final Where where;

    SparqlController(QueryDesk desk, Screens screens, Records records) {
        this.desk = desk;
        this.screens = screens;
        this.where = new Where(records);
        this.prefixes = Prefixes.of(records.baseIri());
    }

    /** The editor; a query that the address holds is run at once, so that a link shows what it is about. */
    @Get
    HttpResponse<?> editor(HttpRequest<?> request) {
        var query = request.getParameters().getFirst(FIELD).orElse("");
        var isToRun = !query.isBlank() && !request.getParameters().contains("edit");
        var first = query.isBlank() ? Examples.PERMITTED.text(prefixes) : query;
        return shown(request, isToRun ? answered(request, query) : blank(request, first), "sparql/sparql.jte");
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> run(HttpRequest<?> request, @Body @Nullable byte[] body) {
        var query = String.join("\n", Posted.of(request, body).all(FIELD));
        // the script wants the result only
        var isPart = request.getHeaders().contains("HX-Request");
        return shown(request, answered(request, query), isPart ? "sparql/result.jte" : "sparql/sparql.jte");
    }

    private HttpResponse<?> shown(HttpRequest<?> request, SparqlPage page, String template) {
        var isWrong = !page.faults().isEmpty();
        return screens.page(request, isWrong ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK, template, page);
    }

    private SparqlPage blank(HttpRequest<?> request, String query) {
        return page(request, query, List.of(), Optional.empty(), Optional.empty());
    }

    private SparqlPage answered(HttpRequest<?> request, String query) {
        var view = screens.view(request);
        if (query.isBlank()) {
            return page(
                    request,
                    query,
                    List.of(new Fault(FIELD, view.t("sparql.empty"))),
                    Optional.empty(),
                    Optional.empty());
        }
        var wrong = desk.unreadable(query);
        if (wrong.isPresent()) {
            return page(request, query, List.of(new Fault(FIELD, said(wrong.get(), view))), wrong, Optional.empty());
        }
        try {
            var began = System.nanoTime();
            var found = desk.look(request, query, MOST_ROWS);
            var millis = (System.nanoTime() - began) / 1_000_000;
            return page(request, query, List.of(), Optional.empty(), Optional.of(result(found, millis)));
        } catch (Refusal refusal) {
            var message = view.t(refusal.problem().detail());
            return page(request, query, List.of(new Fault(FIELD, message)), Optional.empty(), Optional.empty());
        }
    }

    private static String said(QueryDesk.Unreadable wrong, View view) {
        if (wrong.prefix().isPresent()) {
            return view.t(
                    "sparql.prefix",
                    wrong.line(),
                    wrong.column(),
                    wrong.prefix().get());
        }
        return wrong.line() > 0 ? view.t("sparql.wrong", wrong.line(), wrong.column()) : view.t("sparql.unreadable");
    }

    private SparqlPage page(
            HttpRequest<?> request,
            String query,
            List<Fault> faults,
            Optional<QueryDesk.Unreadable> wrong,
            Optional<SparqlPage.Result> result) {
        var view = screens.view(request);
        var link = Address.of("/sparql/editor").with(FIELD, query).toString();
        return new SparqlPage(
                query,
                Arrays.stream(Examples.values())
                        .map(each -> new SparqlPage.Example(
                                view.t("sparql.example." + each.key()),
                                Address.of("/sparql/editor")
                                        .with(FIELD, each.text(prefixes))
                                        .toString()))
                        .toList(),
                faults,
                wrong.filter(place -> place.line() > 0).map(place -> place(place, query)),
                wrong.flatMap(QueryDesk.Unreadable::prefix).flatMap(name -> prefixes.iri(name)
                        .map(iri -> new SparqlPage.Prefix(name, iri, prefixes.declared(name, query)))),
                result,
                link.length() > LONGEST_LINK ? "" : link,
                link.length() > LONGEST_LINK || result.isEmpty() ? List.of() : downloads(query, result.get()),
                desk.seconds(),
                prefixes.all().entrySet().stream()
                        .map(each -> new SparqlPage.Prefix(each.getKey(), each.getValue(), ""))
                        .toList());
    }

    private static SparqlPage.Place place(QueryDesk.Unreadable wrong, String query) {
        var lines = query.split("\r?\n", -1);
        var line = wrong.line() <= lines.length ? lines[wrong.line() - 1] : "";
        var at = Math.min(Math.max(0, wrong.column() - 1), line.length());
        return new SparqlPage.Place(wrong.line(), wrong.column(), line.substring(0, at), line.substring(at));
    }

    private static List<SparqlPage.Download> downloads(String query, SparqlPage.Result result) {
        var isTriples = result.columns().equals(List.of("subject", "predicate", "object"))
                && query.toUpperCase(java.util.Locale.ROOT).matches("(?s).*\\b(CONSTRUCT|DESCRIBE)\\b.*");
        var formats = isTriples ? List.of("ttl", "nt", "json-ld") : List.of("csv", "json", "tsv", "xml");
        return formats.stream()
                .map(format -> new SparqlPage.Download(
                        format,
                        Address.of("/sparql")
                                .with(FIELD, query)
                                .with("output", format)
                                .toString()))
                .toList();
    }

    private SparqlPage.Result result(Shown found, long millis) {
        return new SparqlPage.Result(
                found.columns(),
                found.rows().stream()
                        .map(row -> row.stream()
                                .map(cell -> cell.map(this::cell).orElse(SparqlPage.Cell.EMPTY))
                                .toList())
                        .toList(),
                found.truth(),
                found.isMore(),
                millis,
                found.revision());
    }

    private SparqlPage.Cell cell(Node node) {
        if (node.isURI()) {
            var iri = node.getURI();
            return new SparqlPage.Cell(prefixes.shortened(iri), "", where.of(iri), iri);
        }
        if (node.isLiteral()) {
            var datatype = node.getLiteralDatatypeURI();
            var isText = datatype.endsWith("#string") || datatype.endsWith("#langString");
            return new SparqlPage.Cell(
                    node.getLiteralLexicalForm(),
                    node.getLiteralLanguage(),
                    "",
                    isText ? "" : prefixes.shortened(datatype));
        }
        return new SparqlPage.Cell(node.toString(), "", "", "");
    }
}
