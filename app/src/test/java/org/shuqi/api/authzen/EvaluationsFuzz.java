package org.shuqi.api.authzen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import org.shuqi.fuzz.Fuzzed;
import org.shuqi.record.JsonTree;

/** Access evaluations, as JSON. */
public final class EvaluationsFuzz {

    private static final HttpRequest<?> REQUEST =
            HttpRequest.POST("/access/v1/evaluation", "").contentType(MediaType.APPLICATION_JSON_TYPE);

    private EvaluationsFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Fuzzed.mayRefuse(() -> Evaluation.of(Envelope.said(REQUEST, data)).isQuick());
        Fuzzed.mayRefuse(() -> Envelope.opened(REQUEST, data));
        Fuzzed.mayRefuse(() -> {
            if (JsonTree.of(data) instanceof ObjectNode search) {
                Page.of(search).answered(1, Long.MAX_VALUE);
            }
        });
    }
}
