package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.WorkedExample;

/** The review as a list over HTTP. */
class ReviewsOverHttpTest {

    private static final String AT = "at=" + WorkedExample.AT.replace("+", "%2B");

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    @BeforeAll
    static void start() {
        api = ApiServer.withExample(data);
    }

    @Test
    void theListIsTheSameInPagesAsWhole() {
        var whole = api.get("/api/v1/reviews?" + AT).json();
        var pages = new ArrayList<String>();
        var path = "/api/v1/reviews?limit=1&" + AT;
        while (!path.isEmpty()) {
            var page = api.get(path).json();
            assertThat(page.path("total")).isEqualTo(whole.path("total"));
            page.path("items").forEach(item -> pages.add(item.path("id").asText()));
            path = page.path("next").asText().replaceFirst("http://[^/]+", "");
        }

        var ids = new ArrayList<String>();
        whole.path("items").forEach(item -> ids.add(item.path("id").asText()));
        assertThat(pages).isEqualTo(ids).hasSize(whole.path("total").asInt()).isNotEmpty();
    }

    @Test
    void theWitnessAskedOverHttpSaysTheSame() {
        var items = api.get("/api/v1/reviews?" + AT).json().path("items");

        items.forEach(item -> {
            var witness = item.path("witness");
            var answer = api.post("/api/v1/decisions", witness.path("question").toString());
            assertThat(answer.json().path("outcome")).isEqualTo(witness.path("outcome"));
            assertThat(answer.json().path("stage")).isEqualTo(witness.path("stage"));
        });
    }

    @Test
    void aFilterKeepsWhatItNames() {
        var deaths = api.get("/api/v1/reviews?organization=police&kind=basis&severity=warning&" + AT);

        assertThat(deaths.header("X-Total-Count")).isEqualTo("1");
        assertThat(deaths.json().path("items").get(0).path("kind").asText()).isEqualTo("withheld-without-basis");
        assertThat(deaths.json().path("items").get(0).path("records").get(0).asText())
                .isEqualTo(WorkedExample.dataset("deaths"));
        assertThat(api.get("/api/v1/reviews?agreement=none&" + AT)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void itSpeaksTheLanguageOfTheCallerAndNamesTheRevision() {
        var english = api.get("/api/v1/reviews?" + AT, "Accept-Language", "en");
        var chinese = api.get("/api/v1/reviews?" + AT);

        assertThat(english.header("Shuqi-Revision")).isEqualTo(Long.toString(api.revision()));
        var first = english.json().path("items").get(0);
        assertThat(first.path("text")).isEqualTo(first.path("en"));
        assertThat(chinese.json().path("items").get(0).path("text")).isEqualTo(first.path("zh"));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        for (var query :
                List.of("kind=nonsense", "severity=grave", "limit=x", "at=yesterday", "size=0", "knownAt=-1")) {
            assertThat(api.get("/api/v1/reviews?" + query, "Accept-Language", "en")
                            .status())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(api.get("/api/v1/reviews?knownAt=999").status()).isEqualTo(404);
        assertThat(api.get("/api/v1/reviews?kind=nonsense", "Accept-Language", "en")
                        .text())
                .contains("no kind of finding `nonsense`; see the code list review-finding");
    }

    @Test
    void anEarlierRevisionHasItsOwnFindings() {
        var before = api.get("/api/v1/reviews?knownAt=" + (api.revision() - 1) + "&" + AT)
                .json();

        assertThat(before.path("revision").asLong()).isEqualTo(api.revision() - 1);
        assertThat(before.path("total").asInt()).isZero();
    }
}
