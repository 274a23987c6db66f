package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.Demo;
import org.shuqi.record.JsonTree;
import org.shuqi.web.City;

/** Search as programs call it. */
class SearchOverHttpTest {

    @TempDir
    static Path data;

    private static City city;

    @BeforeAll
    static void start() {
        city = City.in(data);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void findingsHaveNamesAddressesAndExactTotals() {
        var reply = city.page("/api/v1/search?q=hydj&kind=datasets&limit=2", "reviewer", "Accept", "application/json");

        assertThat(reply.status()).as(reply::text).isEqualTo(200);
        var body = JsonTree.of(reply.text().getBytes(StandardCharsets.UTF_8));
        assertThat(body.path("total").asInt()).isEqualTo(3);
        assertThat(reply.header("X-Total-Count")).isEqualTo("3");
        assertThat(body.path("items")).hasSize(2);
        assertThat(body.path("next").asText()).contains("offset=2", "q=hydj", "kind=datasets");
        assertThat(body.path("revision").asLong()).isPositive();
        var first = body.path("items").get(0);
        assertThat(first.path("iri").asText()).startsWith(Demo.BASE + "dataset/");
        assertThat(first.path("name").path("zh").asText()).isEqualTo("婚姻登记");
        assertThat(first.path("attribute").get(0).path("name").path("zh").asText())
                .isEqualTo("有条件共享");
        var address = first.path("record").asText();
        assertThat(city.page(address, "reviewer", "Accept", "application/json").status())
                .isEqualTo(200);
        assertThat(body.path("facets").path("organization")).isNotEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefusedInWords() {
        for (var query : new String[] {
            "kind=nonsense", "sort=size", "colour=red", "limit=0", "offset=9999&limit=2", "q=" + "x".repeat(201)
        }) {
            var reply = city.page("/api/v1/search?" + query, "reviewer", "Accept", "application/json");

            assertThat(reply.status()).as(query).isEqualTo(400);
        }
    }
}
