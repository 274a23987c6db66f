package org.shuqi.api.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.shuqi.api.Accept;
import org.shuqi.api.Format;
import org.shuqi.api.Given;
import org.shuqi.api.Paging;
import org.shuqi.api.Replies;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.proof.Checkpoints;
import org.shuqi.proof.SignedCheckpoint;
import org.shuqi.proof.SigningKeys;
import org.shuqi.proof.VerifierKey;
import org.shuqi.record.JsonTree;

/** Checkpoints of the log, what proves an entry or the growth by them, and the keys to check both. */
@Controller
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProofController {

    private static final String NOTE = "text/plain";

    private final Checkpoints checkpoints;

    ProofController(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    /** The newest checkpoint, as JSON or as the note itself. */
    @Get("/api/v1/audit/checkpoint")
    HttpResponse<byte[]> newest(HttpRequest<?> request) {
        Given.of(request, Set.of());
        var newest = checkpoints
                .newest()
                .orElseThrow(() -> Refusal.of(
                        Kind.UNKNOWN,
                        "尚未签署检查点；POST /api/v1/audit/checkpoints 即可签署",
                        "no checkpoint was signed yet; POST /api/v1/audit/checkpoints signs one"));
        return shown(request, HttpStatus.OK, newest);
    }

    /** Those that were signed, the newest first. */
    @Get("/api/v1/audit/checkpoints")
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        Format.wanted(request, List.of(Format.JSON));
        Given.of(request, Set.of());
        var page = Paging.of(request);
        var body = JsonTree.object();
        body.put("offset", page.offset());
        body.put("limit", page.limit());
        var items = body.putArray("items");
        checkpoints.page(page.offset(), page.limit()).forEach(signed -> items.add(form(signed)));
        return Replies.json(body);
    }

    /** Signs the log as it is. */
    @Post("/api/v1/audit/checkpoints")
    HttpResponse<byte[]> sign(HttpRequest<?> request) {
        Given.of(request, Set.of());
        return shown(request, HttpStatus.OK, checkpoints.sign());
    }

    @Get("/api/v1/audit/proofs/inclusion")
    HttpResponse<byte[]> inclusion(HttpRequest<?> request) {
        Format.wanted(request, List.of(Format.JSON));
        var given = Given.of(request, Set.of("revision", "size"));
        return Replies.json(checkpoints
                .inclusion(required(given, "revision"), number(given, "size"))
                .form());
    }

    @Get("/api/v1/audit/proofs/consistency")
    HttpResponse<byte[]> consistency(HttpRequest<?> request) {
        Format.wanted(request, List.of(Format.JSON));
        var given = Given.of(request, Set.of("from", "to"));
        return Replies.json(checkpoints
                .consistency(required(given, "from"), number(given, "to"))
                .form());
    }

    /** The keys that sign and have signed, with their dates. */
    @Get("/api/v1/audit/keys")
    HttpResponse<byte[]> keys(HttpRequest<?> request) {
        Format.wanted(request, List.of(Format.JSON));
        Given.of(request, Set.of());
        var keys = checkpoints.keys().all().stream().map(ProofController::form).toList();
        return Replies.json(Map.of("items", keys));
    }

    /** The same keys as words, one a line, for whoever has no account. */
    @Get("/.well-known/shuqi-keys")
    HttpResponse<byte[]> words(HttpRequest<?> request) {
        Given.of(request, Set.of());
        var words = checkpoints.keys().verifiers().stream()
                .map(key -> key.word() + "\n")
                .collect(Collectors.joining());
        return Replies.of(HttpStatus.OK, NOTE + "; charset=utf-8", words.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpResponse<byte[]> shown(HttpRequest<?> request, HttpStatus status, SignedCheckpoint signed) {
        return Accept.best(request, List.of(Format.JSON.mediaType(), NOTE)).equals(NOTE)
                ? Replies.of(
                        status, NOTE + "; charset=utf-8", signed.note().spell().getBytes(StandardCharsets.UTF_8))
                : Replies.of(status, Format.JSON.mediaType(), JsonTree.bytes(form(signed)));
    }

    private static ObjectNode form(SignedCheckpoint signed) {
        var checkpoint = signed.checkpoint();
        var form = JsonTree.object();
        form.put("origin", checkpoint.origin());
        form.put("size", checkpoint.size());
        form.put("root", checkpoint.root());
        form.put("at", checkpoint.at().toString());
        form.put("seal", checkpoint.seal());
        checkpoint.journal().ifPresent(journal -> {
            var lines = form.putObject("journal");
            lines.put("size", journal.size());
            lines.put("root", journal.root());
        });
        form.put("note", signed.note().spell());
        return form;
    }

    private static ObjectNode form(SigningKeys.Dated dated) {
        VerifierKey key = dated.key();
        var form = JsonTree.object();
        form.put("name", key.name());
        form.put("id", key.id());
        form.put("algorithm", "Ed25519");
        form.put("key", key.word());
        form.put("pem", key.pem());
        form.put("from", dated.from().toString());
        dated.until().ifPresent(until -> form.put("until", until.toString()));
        return form;
    }

    private static long required(Given given, String name) {
        return number(given, name)
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE, "缺少参数 `%s`；应为整数", "the parameter `%s` is missing; give a whole number", name));
    }

    private static OptionalLong number(Given given, String name) {
        return given.one(name)
                .map(text -> {
                    if (!text.matches("\\d{1,18}")) {
                        throw Refusal.of(
                                Kind.UNUSABLE,
                                "参数 `%s` 的值 `%s` 不是数字；应为非负整数",
                                "the parameter `%s` has the value `%s`; it has to be a whole number",
                                name,
                                text);
                    }
                    return OptionalLong.of(Long.parseLong(text));
                })
                .orElseGet(OptionalLong::empty);
    }
}
