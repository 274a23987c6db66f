package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shuqi.WorkedExample;
import org.shuqi.WorkedExample.Line;
import org.shuqi.decision.QuestionForm;
import org.shuqi.record.JsonTree;

/** The 47 worked questions get their answers at every HTTP door, and the same one at each. */
class WorkedQuestionsOverHttpTest {

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    @BeforeAll
    static void start() {
        api = ApiServer.withExample(data);
    }

    @ParameterizedTest
    @MethodSource("org.shuqi.WorkedExample#lines")
    void everyDoorGivesTheSameAnswer(Line line) {
        var got = api.get("/api/v1/decisions?" + query(line.form()));
        var posted = api.post("/api/v1/decisions", object(line.form()).toString());
        var evaluated = api.post("/access/v1/evaluation", tuple(line.form()).toString());

        assertThat(got.status()).as(got.toString()).isEqualTo(200);
        assertThat(got.json().path("outcome").asText()).as(got.text()).isEqualTo(line.outcome());
        assertThat(got.json().path("stage").asText()).startsWith(line.stage());
        assertThat(got.header("Shuqi-Revision"))
                .isEqualTo(got.json().path("revision").asText());
        assertThat(posted.json()).isEqualTo(got.json());
        assertThat(evaluated.status()).as(evaluated.toString()).isEqualTo(200);
        assertThat(evaluated.json().path("decision").booleanValue())
                .isEqualTo(line.outcome().equals("permit"));
        assertThat(evaluated.json().path("context")).isEqualTo(got.json());
    }

    @Test
    void allAtOnceAreAnsweredInOrder() {
        var questions = JsonTree.tree(new ArrayList<>());
        var tuples = JsonTree.object();
        var list = tuples.putArray("evaluations");
        WorkedExample.questions().forEach(line -> {
            ((com.fasterxml.jackson.databind.node.ArrayNode) questions).add(object(line.form()));
            list.add(tuple(line.form()));
        });

        var answers = api.post("/api/v1/decisions", questions.toString()).json();
        var results =
                api.post("/access/v1/evaluations", tuples.toString()).json().path("evaluations");

        assertThat(answers).hasSize(47);
        assertThat(results).hasSize(47);
        var at = 0;
        for (var line : WorkedExample.questions()) {
            assertThat(answers.get(at).path("outcome").asText())
                    .as(line.toString())
                    .isEqualTo(line.outcome());
            assertThat(results.get(at).path("context")).isEqualTo(answers.get(at));
            at++;
        }
    }

    @Test
    void codesAndNamesMeanTheSameAsIris() {
        var byIri = api.get(
                "/api/v1/decisions?" + query(WorkedExample.questions().get(8).form()));

        var byName = api.get("/api/v1/decisions?recipient=housing&dataset=307001/000001&items=name,id-number"
                + "&purpose=housing-fund&at=2026-06-01T12:00:00+08:00");
        var repeated = api.get("/api/v1/decisions?recipient=housing&dataset=population&items=name&items=id-number"
                + "&purpose=housing-fund&method=query&at=2026-06-01T12:00:00%2B08:00");

        assertThat(byName.json()).isEqualTo(byIri.json());
        assertThat(repeated.json()).isEqualTo(byIri.json());
    }

    @Test
    void oneItemMayBeTheResource() {
        var request =
                """
                {"subject":{"type":"organization","id":"housing"},
                 "resource":{"type":"data-item","id":"http://localhost:8080/id/dataset/population/item/name"},
                 "action":{"name":"receive","properties":{"method":"query"}},
                 "context":{"purpose":"housing-fund","at":"2026-06-01T12:00:00+08:00","unheard-of":{"x":1}}}""";

        var reply = api.post("/access/v1/evaluation", request);

        assertThat(reply.json().path("decision").booleanValue())
                .as(reply.toString())
                .isTrue();
        assertThat(reply.json().path("context").path("items")).hasSize(1);
    }

    @Test
    void answersComeAsRdf() {
        var turtle = api.get(
                "/api/v1/decisions?" + query(WorkedExample.questions().get(8).form()), "Accept", "text/turtle");

        assertThat(turtle.status()).as(turtle.toString()).isEqualTo(200);
        assertThat(turtle.text()).contains("sq:Decision", "outcome:permit", "agreement/A-2026-001");
    }

    @ParameterizedTest
    @MethodSource("org.shuqi.WorkedExample#lines")
    void theAnswerInRdfSaysWhatTheAnswerInJsonSays(Line line) {
        var json = api.get("/api/v1/decisions?" + query(line.form())).json();
        var rdf = new ReadAnswer(api.get("/api/v1/decisions?" + query(line.form()), "Accept", "text/turtle")
                .text());

        assertThat(rdf.outcomes()).isEqualTo(ReadAnswer.outcomes(json));
        assertThat(rdf.reasons()).isEqualTo(ReadAnswer.reasons(json)).isNotEmpty();
        assertThat(rdf.grants()).isEqualTo(ReadAnswer.texts(json.path("grants")));
        assertThat(rdf.revisions())
                .isEqualTo(java.util.Set.of(json.path("revision").asText()));
        // and so do the two vocabularies of others
        assertThat(rdf.active()).isEqualTo(ReadAnswer.texts(json.path("permitted")));
        assertThat(rdf.inactive()).isEqualTo(ReadAnswer.notPermitted(json));
        assertThat(rdf.policies()).isEqualTo(ReadAnswer.texts(json.path("grants")));
        assertThat(rdf.used()).isEqualTo(ReadAnswer.cited(json, line.form().dataset()));
        assertThat(rdf.prohibitionsInEffect())
                .isEqualTo(line.stage().equals("S4") ? ReadAnswer.rules(json, "S4") : java.util.Set.of());
    }

    @Test
    void aQuestionInAListThatMakesNoSenseDoesNotSpoilTheOthers() {
        var good = object(WorkedExample.questions().get(0).form());
        var reply = api.post(
                "/api/v1/decisions",
                "[" + good + ",{\"recipient\":\"nobody\",\"dataset\":\"yearbook\"," + "\"purpose\":\"statistics\"}]");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get(0).path("outcome").asText()).isEqualTo("permit");
        assertThat(reply.json().get(1).path("status").asInt()).isEqualTo(404);
        assertThat(reply.json().get(1).path("detail").asText()).contains("nobody");
    }

    @Test
    void anEarlierRevisionAnswersAsItDidThen() {
        var now = api.get(
                "/api/v1/decisions?" + query(WorkedExample.questions().get(8).form()));
        var before = api.revision() - 1;

        var then = api.get(
                "/api/v1/decisions?" + query(WorkedExample.questions().get(8).form()) + "&knownAt=" + before,
                "Accept-Language",
                "en");

        assertThat(now.json().path("outcome").asText()).isEqualTo("permit");
        assertThat(then.status()).as("the organisations were not there yet").isEqualTo(404);
    }

    static String query(QuestionForm form) {
        var query = new StringBuilder();
        object(form).properties().forEach(entry -> {
            var value = entry.getValue();
            if (value.isArray()) {
                value.forEach(one -> append(query, entry.getKey(), one.asText()));
            } else {
                append(query, entry.getKey(), value.asText());
            }
        });
        return query.substring(1);
    }

    private static void append(StringBuilder query, String name, String value) {
        query.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    static ObjectNode object(QuestionForm form) {
        var object = JsonTree.object();
        object.put("recipient", form.recipient());
        object.put("dataset", form.dataset());
        var items = object.putArray("items");
        form.items().forEach(items::add);
        form.purpose().ifPresent(value -> object.put("purpose", value));
        form.method().ifPresent(value -> object.put("method", value));
        form.action().ifPresent(value -> object.put("action", value));
        form.thirdParty().ifPresent(value -> object.put("thirdParty", value));
        form.destination().ifPresent(value -> object.put("destination", value));
        form.provider().ifPresent(value -> object.put("provider", value));
        form.region().ifPresent(value -> object.put("region", value));
        form.at().ifPresent(value -> object.put("at", value));
        return object;
    }

    static ObjectNode tuple(QuestionForm form) {
        var tuple = JsonTree.object();
        tuple.putObject("subject").put("type", "organization").put("id", form.recipient());
        var resource = tuple.putObject("resource").put("type", "dataset").put("id", form.dataset());
        if (!form.items().isEmpty()) {
            var items = resource.putObject("properties").putArray("items");
            form.items().forEach(items::add);
        }
        var action = tuple.putObject("action").put("name", form.action().orElse("receive"));
        form.method().ifPresent(value -> action.putObject("properties").put("method", value));
        var context = tuple.putObject("context");
        form.purpose().ifPresent(value -> context.put("purpose", value));
        form.thirdParty().ifPresent(value -> context.put("thirdParty", value));
        form.destination().ifPresent(value -> context.put("destination", value));
        form.provider().ifPresent(value -> context.put("provider", value));
        form.region().ifPresent(value -> context.put("region", value));
        form.at().ifPresent(value -> context.put("at", value));
        return tuple;
    }
}
