package org.shuqi.api.authzen;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** The options of a request. Source: AuthZEN Authorization API 1.0, section 7.1.2. */
final class Options {

    private Options() {}

    /** What they say; nothing if there are none. */
    static Said of(@Nullable Object options) {
        if (options == null) {
            return Said.NOTHING;
        }
        if (options instanceof Said said) {
            return said;
        }
        throw Refusal.of(Kind.UNUSABLE, "`options` 须是对象", "`options` has to be an object");
    }

    /** A value as it reads, whatever it is. */
    static String text(Object value) {
        return value instanceof JsonNode tree ? tree.asText() : (String) value;
    }
}
