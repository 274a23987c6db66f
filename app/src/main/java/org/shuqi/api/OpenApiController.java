package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.shuqi.record.JsonTree;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What this server offers, as OpenAPI 3.1: JSON, or YAML for those who ask for it. */
@Controller("/openapi")
@Produces(MediaType.ALL)
final class OpenApiController {

    private static final String FILE = "/openapi/shuqi.yml";

    private final byte[] yaml = bytes();

    /** Made when somebody first asks for it: a start has read the document once already, to know who may call what. */
    private static final class AsJson {
        static final byte[] BYTES = JsonTree.bytes(parsed(bytes()));
    }

    @Get
    HttpResponse<byte[]> openapi(HttpRequest<?> request) {
        var accept = String.join(",", request.getHeaders().getAll("Accept"));
        return accept.contains("yaml")
                ? Replies.of(HttpStatus.OK, "application/yaml", yaml)
                : Replies.of(HttpStatus.OK, Format.JSON.mediaType(), AsJson.BYTES);
    }

    @Get("/shuqi.yml")
    HttpResponse<byte[]> file() {
        return Replies.of(HttpStatus.OK, "application/yaml", yaml);
    }

    static Map<String, Object> parsed(byte[] yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(yaml, StandardCharsets.UTF_8));
    }

    static byte[] bytes() {
        try (var in = OpenApiController.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not in the program");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
