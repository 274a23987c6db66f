package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.Locale;
import org.shuqi.record.JsonTree;

/** What this server offers, as OpenAPI 3.1: JSON in the language of the caller, or YAML for those who ask for it. */
@Controller("/openapi")
@Produces(MediaType.ALL)
final class OpenApiController {

    private final byte[] yaml = OpenApi.yaml();

    /** Made when somebody first asks for it: a start has read the document once already, to know who may call what. */
    private static final class AsJson {
        static final byte[] CHINESE = JsonTree.bytes(OpenApi.in(Locale.CHINESE));
        static final byte[] ENGLISH = JsonTree.bytes(OpenApi.in(Locale.ENGLISH));
    }

    @Get
    HttpResponse<byte[]> openapi(HttpRequest<?> request) {
        var accept = String.join(",", request.getHeaders().getAll("Accept"));
        if (accept.contains("yaml")) {
            return file();
        }
        var isEnglish = Tongue.of(request).equals(Locale.ENGLISH);
        return Replies.of(HttpStatus.OK, Format.JSON.mediaType(), isEnglish ? AsJson.ENGLISH : AsJson.CHINESE)
                .header("Content-Language", isEnglish ? "en" : "zh");
    }

    @Get("/shuqi.yml")
    HttpResponse<byte[]> file() {
        return Replies.of(HttpStatus.OK, "application/yaml", yaml);
    }
}
