package org.shuqi.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.shuqi.decision.Outcome;

/** The requests to every door, with their right answers. */
final class Knocks {

    private static final int CONNECTIONS = Integer.getInteger("shuqi.bench.connections", 32);
    /** As many as the server runs at once; one more would be turned away, not answered. */
    private static final int QUERIES = 8;

    private static final int BATCH = 100;

    private final List<Asked> questions;
    private final Map<Asked, Outcome> outcomes;
    private final Instant at;

    /** For these questions and their outcomes at an instant. */
    Knocks(Map<Asked, Outcome> outcomes, Instant at) {
        this.questions = List.copyOf(outcomes.keySet());
        this.outcomes = outcomes;
        this.at = at;
    }

    /** How many at once at the door of this name. */
    static int connections(String door) {
        return door.startsWith("SPARQL") ? QUERIES : CONNECTIONS;
    }

    /** One after the other, and again from the beginning. */
    static Supplier<Shot> inTurn(List<Shot> shots) {
        var next = new int[1];
        return () -> shots.get(next[0]++ % shots.size());
    }

    /** Of a bare server. */
    Map<String, List<Shot>> atTheConstant() {
        var body = questions.get(0).evaluation(at);
        var constants = new LinkedHashMap<String, List<Shot>>();
        constants.put("bare Micronaut: GET, constant answer", List.of(Shot.get("/constant", "*/*", "true")));
        constants.put("bare Micronaut: POST, constant answer", List.of(Shot.post("/constant", body, "true", 1)));
        return constants;
    }

    /** Of the registry, by the names of its doors. */
    Map<String, List<Shot>> atTheRegistry() {
        var plain = PlainSparql.asTheLaw(at);
        var doors = new LinkedHashMap<String, List<Shot>>();
        doors.put("GET /health/liveness", List.of(Shot.get("/health/liveness", "*/*", "UP")));
        doors.put(
                "GET a constant document of ours",
                List.of(Shot.get("/.well-known/authzen-configuration", "*/*", "evaluation")));
        doors.put("GET decision", each(asked -> Shot.get(asked.path(at), "*/*", "{\"outcome\":\"" + code(asked))));
        doors.put(
                "POST AuthZEN evaluation",
                each(asked ->
                        Shot.post("/access/v1/evaluation", asked.evaluation(at), "\"decision\":" + yes(asked), 1)));
        doors.put("POST AuthZEN evaluations of 100", batches("answer"));
        doors.put(
                "POST AuthZEN evaluation, outcome only",
                each(asked -> Shot.post("/access/v1/evaluation", brief(asked), "\"decision\":" + yes(asked), 1)));
        doors.put("POST AuthZEN evaluations of 100, outcomes", batches("outcome"));
        doors.put(
                "SPARQL sq:permits, all bound",
                each(asked -> query(
                        "PREFIX sq: <https://w3id.org/shuqi/ns#> SELECT ?o { (<%s> <%s> <%s>) sq:permits (?o ?g ?u) }"
                                .formatted(asked.dataset(), asked.recipient(), asked.purpose()),
                        "code/outcome/" + code(asked) + "\"")));
        doors.put("SPARQL plain ASK, same meaning", each(asked -> query(plain.text(asked), ": " + yes(asked))));
        doors.put("SPARQL ASK {}", List.of(query("ASK {}", "true")));
        return doors;
    }

    private static Shot query(String text, String expected) {
        return Shot.get("/sparql?query=" + Urls.encoded(text), "application/sparql-results+json", expected);
    }

    private List<Shot> each(Function<Asked, Shot> shot) {
        return questions.stream().map(shot).toList();
    }

    private String brief(Asked asked) {
        return asked.evaluation(at).replaceFirst("\\}$", ",\"options\":{\"context\":\"outcome\"}}");
    }

    private List<Shot> batches(String context) {
        var batches = new ArrayList<Shot>();
        for (var from = 0; from + BATCH <= questions.size(); from += BATCH) {
            var part = questions.subList(from, from + BATCH);
            var body = part.stream()
                    .map(asked -> asked.evaluation(at))
                    .collect(Collectors.joining(
                            ",", "{\"options\":{\"context\":\"" + context + "\"},\"evaluations\":[", "]}"));
            var first = "{\"evaluations\":[{\"decision\":" + yes(part.get(0));
            batches.add(Shot.post("/access/v1/evaluations", body, first, BATCH));
        }
        return batches;
    }

    private String code(Asked asked) {
        return outcomes.get(asked).code();
    }

    private boolean yes(Asked asked) {
        return outcomes.get(asked) == Outcome.PERMIT;
    }
}
