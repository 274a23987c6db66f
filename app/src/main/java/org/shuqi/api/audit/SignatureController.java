package org.shuqi.api.audit;

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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shuqi.api.Accept;
import org.shuqi.api.Format;
import org.shuqi.api.Given;
import org.shuqi.api.Replies;
import org.shuqi.graph.Store;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;
import org.shuqi.signature.Signatures;
import org.shuqi.signature.Stamping;
import org.shuqi.signature.Validity;

/** What the parties of an agreement sign, and whether their signatures hold. */
@Controller("/api/v1/agreements/{+id}")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignatureController {

    private final Signatures signatures;
    private final Optional<Stamping> stamping;

    SignatureController(Store store, Records records, Settings settings, Optional<Stamping> stamping) {
        var known = Signatures.over(store, records, settings.zone());
        this.signatures = stamping.map(known::knowing).orElse(known);
        this.stamping = stamping;
    }

    /** The bytes to be signed; as JSON with their hash, or bare. */
    @Get("/canonical")
    HttpResponse<byte[]> canonical(String id, HttpRequest<?> request) {
        Given.of(request, Set.of());
        var quads = Format.N_QUADS.mediaType();
        var wanted = Accept.best(request, List.of(Format.JSON.mediaType(), quads));
        var canonical = signatures.canonical(id);
        if (wanted.equals(quads)) {
            return Replies.of(HttpStatus.OK, quads, canonical.text());
        }
        var form = new LinkedHashMap<String, Object>();
        form.put("agreement", canonical.agreement());
        form.put("algorithm", "RDFC-1.0");
        form.put("sha256", sha256(canonical.text()));
        form.put("text", new String(canonical.text(), StandardCharsets.UTF_8));
        return Replies.json(form, canonical.revision());
    }

    /** The signatures, each with whether it holds. */
    @Get("/signatures")
    HttpResponse<byte[]> signatures(String id, HttpRequest<?> request) {
        Format.wanted(request, List.of(Format.JSON));
        Given.of(request, Set.of());
        return Replies.json(
                Map.of("items", signatures.validity(id).stream().map(this::form).toList()));
    }

    private Map<String, Object> form(Validity validity) {
        var form = new LinkedHashMap<String, Object>();
        form.put("signature", validity.signature());
        validity.signatory().ifPresent(party -> form.put("signatory", party));
        validity.signedAt().ifPresent(at -> form.put("signedAt", at));
        validity.key().ifPresent(key -> form.put("signingKey", key));
        validity.algorithm().ifPresent(algorithm -> form.put("algorithm", algorithm));
        form.put("state", validity.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        form.put("says", Replies.both(validity.says()));
        validity.stamped().ifPresent(stamped -> form.put("timeStamp", form(stamped)));
        stamping.filter(any -> validity.stamped().isEmpty())
                .flatMap(each -> each.trouble(validity.signature()))
                .ifPresent(trouble ->
                        form.put("timeStampFailed", Map.of("at", trouble.at().toString(), "why", trouble.why())));
        return form;
    }

    private static Map<String, Object> form(Validity.Stamped stamped) {
        var form = new LinkedHashMap<String, Object>();
        form.put("at", stamped.at());
        form.put("authority", stamped.authority());
        stamped.known().ifPresent(known -> form.put("known", known));
        return form;
    }

    private static String sha256(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
