package org.shuqi.record;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** JSON as it comes over the wire: one value, no key twice, no deeper than a record can be. */
public final class JsonTree {

    private static final int DEEPEST = 64;

    /** Reads and writes trees; keys keep the order they were put in. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .disable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .build();

    private static final ObjectReader PIECES = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonTree() {}

    /**
     * The tree of a body.
     *
     * @throws Refusal MALFORMED, saying where
     */
    public static JsonNode of(byte[] body) {
        try {
            var tree = MAPPER.readTree(body);
            if (tree.isMissingNode()) {
                throw Refusal.of(Kind.MALFORMED, "内容为空；请提交 JSON", "the body is empty; send JSON");
            }
            return tree;
        } catch (JacksonException malformed) {
            throw refusal(malformed);
        } catch (IOException notText) {
            throw Refusal.of(
                    Kind.MALFORMED,
                    "内容不是 UTF-8 文本：%s；请以 UTF-8 提交 JSON",
                    "the body is not text in UTF-8: %s; send JSON in UTF-8",
                    String.valueOf(notText.getMessage()));
        }
    }

    /** Reads a body piece by piece, as strictly as {@link #of} does. */
    public static JsonParser parser(byte[] body) throws IOException {
        return MAPPER.createParser(body);
    }

    /** Reads a tree piece by piece. */
    public static JsonParser parser(JsonNode tree) {
        return MAPPER.treeAsTokens(tree);
    }

    /** The tree that the parser has come to; more may follow it. */
    public static JsonNode next(JsonParser json) throws IOException {
        return PIECES.readTree(json);
    }

    /** Writes UTF-8 piece by piece. */
    public static JsonGenerator generator(OutputStream into) throws IOException {
        return MAPPER.createGenerator(into);
    }

    /** An object without keys. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Any value of maps, lists, strings, numbers and booleans as a tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** The tree as UTF-8. */
    public static byte[] bytes(Object tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JacksonException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static Refusal refusal(JacksonException malformed) {
        var at = malformed.getLocation();
        return Refusal.of(
                Kind.MALFORMED,
                "第 %d 行第 %d 列不是合法的 JSON：%s",
                "line %d, column %d is not JSON: %s",
                at == null ? 0 : at.getLineNr(),
                at == null ? 0 : at.getColumnNr(),
                malformed.getOriginalMessage());
    }
}
