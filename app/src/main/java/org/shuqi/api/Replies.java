package org.shuqi.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.InputStream;
import java.util.List;
import org.shuqi.record.Filed;
import org.shuqi.record.JsonContext;
import org.shuqi.record.JsonTree;

/** Responses with a body in one of our formats. */
public final class Replies {

    private Replies() {}

    /** A body that is ready. */
    public static MutableHttpResponse<byte[]> of(HttpStatus status, String mediaType, byte[] body) {
        MutableHttpResponse<byte[]> response =
                HttpResponse.<byte[]>status(status).body(body);
        response.getHeaders().set("Content-Type", mediaType);
        response.header("Vary", "Accept, Accept-Language");
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
        response.header("Vary", "Accept, Accept-Language");
        response.header("X-Content-Type-Options", "nosniff");
        return response.header(Revisions.REVISION, Long.toString(revision));
    }

    /** One record, with its ETag and the revision that was read. */
    static MutableHttpResponse<byte[]> record(HttpStatus status, Filed record, Format format) {
        return of(status, format.mediaType(), body(record, format))
                .header("ETag", Etags.of(record.tag()))
                .header(Revisions.REVISION, Long.toString(record.revision()));
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
