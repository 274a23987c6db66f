package org.shuqi.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.shuqi.problem.Text;
import org.shuqi.record.Filed;
import org.shuqi.record.JsonContext;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.record.Written;

/** Responses with a body in one of our formats. */
public final class Replies {

    /** What our answers depend on beside the address. */
    public static final String VARY = "Accept, Accept-Language";

    private Replies() {}

    /** A body that is ready. */
    public static MutableHttpResponse<byte[]> of(HttpStatus status, String mediaType, byte[] body) {
        MutableHttpResponse<byte[]> response =
                HttpResponse.<byte[]>status(status).body(body);
        response.getHeaders().set("Content-Type", mediaType);
        response.header("Vary", VARY);
        response.header("X-Content-Type-Options", "nosniff");
        return response;
    }

    /** A JSON body. */
    public static MutableHttpResponse<byte[]> json(Object tree) {
        return json(JsonTree.bytes(tree));
    }

    /** A JSON body that is written already. */
    public static MutableHttpResponse<byte[]> json(byte[] body) {
        return of(HttpStatus.OK, Format.JSON.mediaType(), body);
    }

    /** A JSON body, with the revision that answered. */
    public static MutableHttpResponse<byte[]> json(Object tree, long revision) {
        return json(tree).header(Revisions.REVISION, Long.toString(revision));
    }

    /** A body that is made while it is read, with the revision that answered. */
    public static MutableHttpResponse<StreamedFile> streamed(InputStream body, String mediaType, long revision) {
        var response = HttpResponse.ok(new StreamedFile(body, MediaType.of(mediaType)));
        response.header("Vary", VARY);
        response.header("X-Content-Type-Options", "nosniff");
        return response.header(Revisions.REVISION, Long.toString(revision));
    }

    /** One record, with its ETag and the revision that was read. */
    static MutableHttpResponse<byte[]> record(HttpStatus status, Filed record, Format format) {
        return of(status, format.mediaType(), body(record, format))
                .header("ETag", Etags.of(record.tag()))
                .header(Revisions.REVISION, Long.toString(record.revision()));
    }

    /** A record that was written, with where a new one is and what the shapes warn of. */
    static MutableHttpResponse<byte[]> written(
            RecordKind kind, Written written, Records records, HttpRequest<?> request, Format format) {
        var reply = record(written.created() ? HttpStatus.CREATED : HttpStatus.OK, written.record(), format);
        if (written.created()) {
            var id = records.id(kind, written.record().iri());
            reply.header("Location", Links.absolute(request, "/api/v1/" + kind.path() + "/" + Links.path(id)));
        }
        Links.warnings(reply, written.receipt(), Tongue.of(request));
        return reply;
    }

    /** One text in both languages. */
    public static Map<String, String> both(Text text) {
        return Map.of("zh", text.zh(), "en", text.en());
    }

    private static byte[] body(Filed record, Format format) {
        return switch (format) {
            case JSON -> JsonTree.bytes(record.json());
            case JSON_LD -> JsonTree.bytes(linked(record.json()));
            case HTML -> HtmlPage.of(record);
            case TURTLE, TRIG, RDF_XML, N_TRIPLES, N_QUADS -> RdfText.write(List.of(record), format);
        };
    }

    /** The same tree, with the context that gives its keys their meaning. */
    static ObjectNode linked(ObjectNode tree) {
        var linked = JsonTree.object();
        linked.put("@context", JsonContext.IRI);
        linked.setAll(tree);
        return linked;
    }
}
