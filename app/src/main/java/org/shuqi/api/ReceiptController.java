package org.shuqi.api;

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
import java.util.LinkedHashMap;
import java.util.List;
import org.shuqi.access.Caller;
import org.shuqi.change.Changes;
import org.shuqi.decision.AnswerForm;
import org.shuqi.decision.Decisions;
import org.shuqi.graph.Store;
import org.shuqi.proof.Checkpoints;
import org.shuqi.receipt.Receipts;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;

/** Decisions that are kept, and asked again; the receipts themselves are read like every record. */
@Controller("/api/v1/receipts")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReceiptController {

    private final Receipts receipts;
    private final Records records;

    ReceiptController(
            Store store,
            Changes changes,
            Records records,
            Decisions decisions,
            Settings settings,
            Checkpoints checkpoints) {
        this.receipts = Receipts.over(store, changes, records, decisions, settings.zone(), settings.clock())
                .signedWith(checkpoints.keys());
        this.records = records;
    }

    /** Answers like the decisions do, and writes question and answer down. */
    @Post
    HttpResponse<byte[]> keep(HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        Format.sent(request, List.of(Format.JSON));
        Format.wanted(request, List.of(Format.JSON));
        var form = Questions.of(JsonTree.of(Bytes.of(body)));
        var kept = receipts.keep(
                form, caller, Etags.terms(request, caller, "POST receipts").reason());
        var reply = new LinkedHashMap<String, Object>();
        reply.put("receipt", kept.record().json());
        reply.put("answer", AnswerForm.of(kept.answer(), Tongue.of(request)));
        var id = records.id(RecordKind.RECEIPTS, kept.record().iri());
        return Replies.of(HttpStatus.CREATED, Format.JSON.mediaType(), JsonTree.bytes(reply))
                .header("Location", Links.absolute(request, "/api/v1/receipts/" + Links.path(id)))
                .header(Revisions.REVISION, Long.toString(kept.written().revision()));
    }

    /** Asks the kept question again of the revision that answered it. */
    @Get("/{id}/replay")
    HttpResponse<byte[]> replay(String id, HttpRequest<?> request) {
        Format.wanted(request, List.of(Format.JSON));
        var replayed = receipts.replay(id);
        var reply = new LinkedHashMap<>(replayed.form());
        reply.put("answer", AnswerForm.of(replayed.answer(), Tongue.of(request)));
        return Replies.json(reply, replayed.revision());
    }
}
