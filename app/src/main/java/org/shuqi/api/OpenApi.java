package org.shuqi.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shuqi.record.JsonTree;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The description of the interface. The file is in English and says the same in Chinese beside it, under {@code x-summary-zh}
 * and {@code x-description-zh}; who asks in Chinese gets these in their place, and the English beside them.
 */
public final class OpenApi {

    private static final String FILE = "/openapi/shuqi.yml";
    private static final List<String> SAID = List.of("summary", "description");

    private OpenApi() {}

    /** The file as it was written. */
    static byte[] yaml() {
        try (var in = OpenApi.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not in the program");
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Map<String, Object> parsed(byte[] yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(yaml, StandardCharsets.UTF_8));
    }

    /** The description for a reader of the language. */
    public static JsonNode in(Locale reader) {
        var document = JsonTree.tree(parsed(yaml()));
        if (!reader.getLanguage().equals("en")) {
            turn(document);
        }
        return document;
    }

    private static void turn(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var name : SAID) {
                var chinese = object.path("x-" + name + "-zh");
                if (chinese.isTextual()) {
                    object.set("x-" + name + "-en", object.path(name));
                    object.set(name, chinese);
                    object.remove("x-" + name + "-zh");
                }
            }
        }
        node.forEach(OpenApi::turn);
    }
}
