package org.shuqi.api;

import com.fasterxml.jackson.databind.JsonNode;
import org.shuqi.record.JsonContext;

/** Whether a JSON body speaks in the words of the published context. */
final class Contexts {

    private Contexts() {}

    /** No context, or the published one by its address, alone or as the only one of a list. */
    static boolean isOurs(JsonNode tree) {
        var context = tree.path("@context");
        if (context.isArray() && context.size() == 1) {
            return isPublished(context.get(0));
        }
        return context.isMissingNode() || isPublished(context);
    }

    private static boolean isPublished(JsonNode context) {
        return context.isTextual()
                && (context.textValue().equals(JsonContext.IRI)
                        || context.textValue().endsWith("/context/shuqi.jsonld"));
    }
}
