package org.shuqi.api.authzen;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.shuqi.record.JsonTree;

/** JSON as bytes, written piece by piece. */
final class Written {

    private static final int USUAL_BYTES = 512;

    private Written() {}

    /** Writes something. */
    interface Writing {
        void into(JsonGenerator json) throws IOException;
    }

    static byte[] of(Writing writing) {
        var bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (var json = JsonTree.generator(bytes)) {
            writing.into(json);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}
