package org.shuqi.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.shuqi.fuzz.Fuzzed;

/** Records in plain JSON, and merge patches of them. */
public final class JsonRecordsFuzz {

    private static final JsonReader READER = new JsonReader(JsonContext.published(), "http://localhost:8080/id/");

    private JsonRecordsFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        var half = data.length == 0 ? 0 : Byte.toUnsignedInt(data[0]) * data.length / 256;
        Fuzzed.mayRefuse(() -> {
            var record = JsonTree.of(Arrays.copyOfRange(data, Math.min(1, data.length), data.length));
            if (record instanceof ObjectNode object) {
                READER.read(object);
            }
        });
        Fuzzed.mayRefuse(() -> {
            var record = JsonTree.of(Arrays.copyOfRange(data, Math.min(1, half), half));
            var patch = JsonTree.of(Arrays.copyOfRange(data, half, data.length));
            if (MergePatch.apply(record, patch) instanceof ObjectNode object) {
                READER.read(object);
            }
        });
    }
}
