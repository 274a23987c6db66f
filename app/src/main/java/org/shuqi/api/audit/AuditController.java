package org.shuqi.api.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Caller;
import org.shuqi.api.Accept;
import org.shuqi.api.Format;
import org.shuqi.api.Given;
import org.shuqi.api.Handouts;
import org.shuqi.api.Paging;
import org.shuqi.api.Replies;
import org.shuqi.api.TableFile;
import org.shuqi.api.Tongue;
import org.shuqi.audit.Trace;
import org.shuqi.audit.Trail;
import org.shuqi.audit.Wanted;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.registry.Registry;

/** Who changed what, when and why; the newest first. */
@Controller("/api/v1/audit")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuditController {

    private static final String CSV = "text/csv";
    private static final List<String> COLUMNS =
            List.of("revision", "at", "actor", "reason", "withheld", "removed", "added", "examined", "records");
    private static final Set<String> NAMES = Set.of(
            "record", "organization", "account", "from", "until", "before", "knownAt", "format", Handouts.REASON);

    private final Trail trail;
    private final Registry registry;
    private final AuditWords words;
    private final Handouts handouts;

    AuditController(Registry registry, Trail trail, Handouts handouts) {
        this.trail = trail;
        this.registry = registry;
        this.words = new AuditWords(registry.records(), registry.settings().zone());
        this.handouts = handouts;
    }

    @Get
    HttpResponse<byte[]> list(HttpRequest<?> request, Caller caller) {
        var wanted = request.getParameters()
                .getFirst("format")
                .map(AuditController::mediaType)
                .orElseGet(() -> Accept.best(request, List.of(Format.JSON.mediaType(), CSV)));
        var page = trail.page(wanted(request), caller);
        var next = page.next().isPresent()
                ? Optional.of(
                        AuditWords.next(request, "/api/v1/audit", page.next().getAsLong()))
                : Optional.<String>empty();
        if (wanted.equals(CSV)) {
            var handout = handouts.note(request, caller, "csv", page.revision());
            var text = csv(page, handout.heading(Tongue.of(request))).getBytes(StandardCharsets.UTF_8);
            var reply = Replies.of(HttpStatus.OK, CSV + ";charset=utf-8", text);
            reply.header("Content-Disposition", "attachment; filename=\"audit.csv\"");
            next.ifPresent(address -> reply.header("Link", "<" + address + ">; rel=\"next\""));
            return handout.on(reply.header("Shuqi-Revision", Long.toString(page.revision())), request);
        }
        var body = JsonTree.object();
        var items = body.putArray("items");
        page.traces().forEach(trace -> items.add(form(trace)));
        next.ifPresent(address -> body.put("next", address));
        body.put("revision", page.revision());
        return Replies.json(body, page.revision());
    }

    private static String mediaType(String format) {
        return switch (format) {
            case "json" -> Format.JSON.mediaType();
            case "csv" -> CSV;
            default ->
                throw Refusal.of(
                        Kind.UNUSABLE, "`format` 的值 `%s` 不可用；可用 json、csv", "`format` is `%s`; use json or csv", format);
        };
    }

    @Get("/changes/{revision}")
    HttpResponse<byte[]> read(String revision, HttpRequest<?> request, Caller caller) {
        Format.wanted(request, List.of(Format.JSON));
        Given.of(request, Set.of());
        var detail = trail.detail(revision.matches("\\d{1,18}") ? Long.parseLong(revision) : 0, caller);
        var body = form(detail.trace());
        var removed = body.putArray("removedQuads");
        detail.removed().forEach(quad -> removed.add(spell(quad)));
        var added = body.putArray("addedQuads");
        detail.added().forEach(quad -> added.add(spell(quad)));
        return Replies.json(body);
    }

    private Wanted wanted(HttpRequest<?> request) {
        var given = Given.of(request, NAMES);
        AuditWords.requireNoOffset(given);
        return new Wanted(
                given.one("record").map(this::record),
                given.one("organization").map(name -> registry.records().iri(RecordKind.ORGANIZATIONS, name)),
                given.one("account").map(words::account),
                given.one("from").map(words::instant),
                given.one("until").map(words::instant),
                AuditWords.number(given, "before"),
                AuditWords.number(given, "knownAt"),
                Paging.of(request).limit());
    }

    /** An IRI, or kind and id, as in {@code agreements/A-2026-001}. */
    private org.apache.jena.graph.Node record(String name) {
        var slash = name.indexOf('/');
        var kind = slash < 0 ? Optional.<RecordKind>empty() : RecordKind.at(name.substring(0, slash));
        if (kind.isEmpty() && !name.contains(":")) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`%s` 不是记录；请写 IRI，或者如 agreements/A-2026-001",
                    "`%s` names no record; give an IRI, or write agreements/A-2026-001",
                    name);
        }
        return kind.map(each -> registry.records().iri(each, name.substring(slash + 1)))
                .orElseGet(() -> NodeFactory.createURI(name));
    }

    private static ObjectNode form(Trace trace) {
        var commit = trace.commit();
        var form = JsonTree.object();
        form.put("revision", commit.revision());
        form.put("at", commit.at().toString());
        if (trace.withheld()) {
            form.put("withheld", true);
        } else {
            form.put("actor", commit.actor());
            form.put("reason", commit.reason());
        }
        form.put("removed", commit.removed());
        form.put("added", commit.added());
        form.put("examined", trace.examined());
        var graphs = form.putArray("graphs");
        trace.graphs().forEach(graphs::add);
        var records = form.putArray("records");
        trace.records().forEach(records::add);
        return form;
    }

    private static String csv(Trail.Page page, String about) {
        var lines = new StringBuilder(TableFile.line(COLUMNS, about));
        page.traces()
                .forEach(trace -> lines.append(TableFile.line(
                        List.of(
                                Long.toString(trace.commit().revision()),
                                trace.commit().at().toString(),
                                trace.commit().actor(),
                                trace.commit().reason(),
                                Boolean.toString(trace.withheld()),
                                Long.toString(trace.commit().removed()),
                                Long.toString(trace.commit().added()),
                                Boolean.toString(trace.examined()),
                                String.join(" ", trace.records())),
                        "")));
        return lines.toString();
    }

    private static String spell(Quad quad) {
        return Stream.of(quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph())
                .map(NodeFmtLib::strNT)
                .collect(Collectors.joining(" "));
    }
}
