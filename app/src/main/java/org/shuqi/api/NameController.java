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
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Records;

/** The names of records are addresses: each answers with what is known about it. */
@Controller("/id")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class NameController {

    private static final List<Format> OFFERED = List.of(
            Format.JSON_LD,
            Format.TURTLE,
            Format.HTML,
            Format.RDF_XML,
            Format.N_TRIPLES,
            Format.TRIG,
            Format.N_QUADS,
            Format.JSON);

    private final Records records;

    NameController(Records records) {
        this.records = records;
    }

    @Get("/{+name}")
    HttpResponse<?> dereference(String name, HttpRequest<?> request) {
        var format = Format.wanted(request, OFFERED);
        var iri = NodeFactory.createURI(records.baseIri() + name);
        var record = records.describe(iri)
                .orElseThrow(() ->
                        Refusal.of(Kind.UNKNOWN, "没有 `%s`；请核对地址", "there is no `%s`; check the address", iri.getURI()));
        var tag = Etags.of(record.tag());
        return Etags.isKnown(request, tag)
                ? HttpResponse.notModified().header("ETag", tag)
                : Replies.record(HttpStatus.OK, record, format);
    }
}
