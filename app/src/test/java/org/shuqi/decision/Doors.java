package org.shuqi.decision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shuqi.record.JsonTree;

/** The doors of a running server, as a client in another place knocks on them. */
final class Doors {

    private static final String PREFIXES =
            "PREFIX sq: <https://w3id.org/shuqi/ns#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;

    Doors(String server) {
        this.server = server;
    }

    JsonNode decision(Asked asked) {
        var query = parameters(asked).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(server + "/api/v1/decisions?" + query)));
    }

    List<JsonNode> decisions(List<Asked> questions) {
        var list = JsonTree.object().putArray("questions");
        for (var asked : questions) {
            var question = list.addObject();
            parameters(asked).forEach(question::put);
            question.remove("items");
            asked.items().forEach(question.withArray("items")::add);
        }
        return elements(post("/api/v1/decisions", list));
    }

    JsonNode evaluation(Asked asked) {
        return post("/access/v1/evaluation", tuple(asked));
    }

    List<JsonNode> evaluations(List<Asked> questions) {
        return evaluations(questions, "answer");
    }

    /** The outcomes only, which is cheaper. */
    List<String> outcomes(List<Asked> questions) {
        return evaluations(questions, "outcome").stream()
                .map(evaluation -> evaluation.path("context").path("outcome").asText())
                .toList();
    }

    private List<JsonNode> evaluations(List<Asked> questions, String context) {
        var request = JsonTree.object();
        request.putObject("options").put("context", context);
        questions.forEach(asked -> request.withArray("evaluations").add(tuple(asked)));
        return elements(post("/access/v1/evaluations", request).path("evaluations"));
    }

    /** By the filter function, at the instants of the questions. */
    List<String> decided(List<Asked> questions) {
        return outcomes(questions, "BIND(sq:decide(?dataset, ?recipient, ?purpose, ?at) AS ?outcome)");
    }

    /** By the property function, now. */
    List<String> permitted(List<Asked> questions) {
        return outcomes(questions, "(?dataset ?recipient ?purpose) sq:permits (?outcome ?grant ?until)");
    }

    private List<String> outcomes(List<Asked> questions, String pattern) {
        var rows = new StringBuilder();
        for (var each = 0; each < questions.size(); each++) {
            var asked = questions.get(each);
            rows.append("(%d <%s> <%s> <%s> '%s'^^xsd:dateTime) "
                    .formatted(each, asked.dataset(), asked.recipient(), asked.purpose(), asked.at()));
        }
        var query = PREFIXES + "SELECT DISTINCT ?number ?outcome { VALUES (?number ?dataset ?recipient ?purpose ?at) { "
                + rows + "} " + pattern + " } ORDER BY ?number";
        var result = send(HttpRequest.newBuilder(URI.create(server + "/sparql"))
                .header("Content-Type", "application/sparql-query")
                .header("Accept", "application/sparql-results+json")
                .POST(BodyPublishers.ofString(query)));
        var outcomes = new ArrayList<String>();
        for (var row : result.path("results").path("bindings")) {
            var iri = row.path("outcome").path("value").asText();
            outcomes.add(iri.substring(iri.lastIndexOf('/') + 1));
        }
        return outcomes;
    }

    private static Map<String, String> parameters(Asked asked) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("recipient", asked.recipient());
        parameters.put("dataset", asked.dataset());
        parameters.put("items", String.join(",", asked.items()));
        parameters.put("purpose", asked.purpose());
        parameters.put("method", asked.method().code());
        parameters.put("action", asked.action().code());
        asked.thirdParty().ifPresent(value -> parameters.put("thirdParty", value));
        asked.destination().ifPresent(value -> parameters.put("destination", value));
        asked.provider().ifPresent(value -> parameters.put("provider", value));
        asked.region().ifPresent(value -> parameters.put("region", value));
        parameters.put("at", asked.at().toString());
        return parameters;
    }

    private static ObjectNode tuple(Asked asked) {
        var tuple = JsonTree.object();
        tuple.putObject("subject").put("type", "organization").put("id", asked.recipient());
        var resource = tuple.putObject("resource").put("type", "dataset").put("id", asked.dataset());
        asked.items().forEach(resource.withObject("/properties").withArray("items")::add);
        var action = tuple.putObject("action").put("name", asked.action().code());
        action.putObject("properties").put("method", asked.method().code());
        var context = tuple.putObject("context")
                .put("purpose", asked.purpose())
                .put("at", asked.at().toString());
        asked.thirdParty().ifPresent(value -> context.put("thirdParty", value));
        asked.destination().ifPresent(value -> context.put("destination", value));
        asked.provider().ifPresent(value -> context.put("provider", value));
        asked.region().ifPresent(value -> context.put("region", value));
        return tuple;
    }

    private JsonNode post(String path, JsonNode body) {
        return send(HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new AssertionError(response + " " + new String(response.body(), StandardCharsets.UTF_8));
            }
            return JsonTree.of(response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static List<JsonNode> elements(JsonNode array) {
        var elements = new ArrayList<JsonNode>();
        array.forEach(elements::add);
        return elements;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
