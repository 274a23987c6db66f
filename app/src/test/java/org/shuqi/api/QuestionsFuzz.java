package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shuqi.access.Caller;
import org.shuqi.fuzz.Fuzzed;
import org.shuqi.record.JsonTree;

/** Questions in addresses and in JSON, and the headers around them. */
public final class QuestionsFuzz {

    private static final List<String> NAMES = List.of(
            "recipient", "dataset", "items", "purpose", "method", "action", "at", "knownAt", "region", "destination");

    private QuestionsFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        var text = new String(data, StandardCharsets.UTF_8);
        Fuzzed.mayRefuse(() -> Questions.of(JsonTree.of(data)));
        Fuzzed.mayRefuse(() -> Questions.of(parameters(text)));
        var header = text.replaceAll("[^\\x21-\\x7E ]", "").strip();
        for (var name : List.of("Accept", "Accept-Language", "If-Match", "If-None-Match")) {
            var request = HttpRequest.GET("/api/v1/datasets").header(name, header);
            Fuzzed.mayRefuse(() -> Tongue.of(request));
            Fuzzed.mayRefuse(() -> Accept.best(request, List.of("application/json", "text/turtle")));
            Fuzzed.mayRefuse(() -> Etags.terms(request, Caller.operator(), "drawn"));
            Fuzzed.mayRefuse(() -> Etags.isKnown(request, "\"1\""));
        }
    }

    private static Map<String, List<String>> parameters(String text) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var line : text.split("\n")) {
            if (!line.isEmpty()) {
                var name = NAMES.get(line.charAt(0) % NAMES.size());
                parameters.computeIfAbsent(name, none -> new ArrayList<>()).add(line.substring(1));
            }
        }
        return parameters;
    }
}
