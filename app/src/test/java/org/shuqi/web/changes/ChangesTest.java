package org.shuqi.web.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.api.ApiServer;
import org.shuqi.vocabulary.Release;
import org.shuqi.web.City;

/** Standards editors change a word through the pages: edit, impact, review by another person, publish. */
class ChangesTest {

    private static final String UNCONDITIONAL = "https://w3id.org/shuqi/code/sharing-attribute/unconditional";

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
    void aShareTypeIsRenamedSeenThroughAndPublishedByAnother() throws InterruptedException {
        var term = city.page("/vocab/sharing-attribute/unconditional", "editor");
        var edit = page(term).select("a[href^=/changes/edit]").attr("href");
        assertThat(page(city.page(edit, "editor"))
                        .select("input[name=label-zh]")
                        .val())
                .isEqualTo("无条件共享");

        var saved = city.post(
                "/changes/edit",
                "editor",
                "term",
                UNCONDITIONAL,
                "change",
                "",
                "organization",
                "nc-data",
                "label-zh",
                "普遍共享");
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
        var change = saved.header("Location");
        var impact = impact(change);
        assertThat(impact).contains("可以发布").contains("判定结果不变");

        assertThat(step(change, "editor", "submitted").status()).isEqualTo(303);
        assertThat(step(change, "editor", "published").status()).isEqualTo(422);
        assertThat(page(city.page(change, "editor-two")).select("button[value=published]"))
                .isNotEmpty();
        assertThat(step(change, "editor-two", "published").status()).isEqualTo(303);

        var after = city.page("/vocab/sharing-attribute/unconditional", "reader", "Accept-Language", "zh");
        assertThat(page(after).select("h1").text()).isEqualTo("普遍共享");
        assertThat(after.text()).contains(Release.VERSION + ".1");
        assertThat(city.server().get("/ontology/schemes/sharing-attribute.ttl").text())
                .contains("普遍共享");
        assertThat(city.server().get("/ontology/" + Release.VERSION + ".1").status())
                .isEqualTo(200);
    }

    @Test
    void aProgramRehearsesAWorkingCopyAndReadsWhetherItMayBePublished() throws InterruptedException {
        var path = "/api/v1/proposals/0001/rehearsal";
        var begun = city.server().post(path, "", "Accept", "application/json", "Authorization", city.key("editor"));
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        assertThat(begun.header("Location")).endsWith(path);

        var read = city.page(path, "editor-two", "Accept", "application/json").json();
        for (var left = 600; read.path("state").asText().equals("running") && left > 0; left--) {
            Thread.sleep(100);
            read = city.page(path, "editor-two", "Accept", "application/json").json();
        }
        assertThat(read.path("state").asText()).isEqualTo("done");
        assertThat(read.at("/result/publishable").asBoolean()).isTrue();
        assertThat(read.at("/result/uses/0/term").asText()).endsWith("/conditional");
        assertThat(read.at("/result/uses/0/statements").asLong()).isPositive();

        var stranger = city.server().post(path, "", "Accept", "application/json", "Authorization", city.key("reader"));
        assertThat(stranger.status()).isEqualTo(403);
        var none = city.page("/api/v1/proposals/none/rehearsal", "editor", "Accept", "application/json");
        assertThat(none.status()).isEqualTo(404);
    }

    @Test
    void aReaderMayLookButNotEdit() {
        assertThat(city.page("/changes/0001", "reader").status()).isEqualTo(200);
        var refused = city.post(
                "/changes/edit",
                "reader",
                "term",
                UNCONDITIONAL,
                "change",
                "",
                "organization",
                "nc-data",
                "label-en",
                "for all");

        assertThat(refused.status()).isIn(403, 422);
        assertThat(city.page("/changes/0001", "reader").text()).doesNotContain("for all");
    }

    @Test
    void whatCannotBeReadIsSaidAndKept() {
        var refused = city.post(
                "/changes/edit",
                "editor",
                "term",
                UNCONDITIONAL,
                "change",
                "0001",
                "organization",
                "nc-data",
                "text",
                "<a> kept");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(page(refused).select("textarea[name=text]").text()).isEqualTo("<a> kept");
        assertThat(page(refused).select("#errors").text()).isNotBlank();
    }

    @Test
    void theWorkshopTellsInBothLanguagesWhatAShapeFinds() {
        var shape = "sqs:S-MINE a sh:NodeShape ; sh:targetClass dcat:Catalog ; sh:property [ sh:path dct:license ;"
                + " sh:minCount 1 ; sh:message \"缺少许可；请填写\"@zh , \"no licence; give one\"@en ] .";
        var tried =
                city.post("/workshop", "reader", "shape", shape, "data", "<urn:x:1> a dcat:Catalog .", "live", "yes");

        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        assertThat(page(tried).select(".findings").text()).contains("缺少许可；请填写", "no licence; give one");
        assertThat(page(tried).select("h2").eachText()).contains("现有记录");
    }

    @Test
    void theWorkshopShowsTheFormOfAShapeInBothLanguagesWhileItIsWritten() {
        var shape = "sqs:S-MINE a sh:NodeShape ; rdfs:label \"船舶\"@zh , \"ship\"@en ; sh:property [ sh:path dct:title ;"
                + " sh:name \"船名\"@zh , \"name of the ship\"@en ; sh:datatype rdf:langString ; sh:minCount 1 ] ,"
                + " [ sh:path sq:sharingAttribute ; sh:nodeKind sh:IRI ; sh:name \"共享\"@zh , \"sharing\"@en ;"
                + " sq:codeList <https://w3id.org/shuqi/code/sharing-attribute> ] .";
        var shown = page(city.post("/workshop/preview", "reader", "shape", shape));

        assertThat(shown.select("fieldset[lang=zh]").text()).contains("船名").contains("有条件共享");
        assertThat(shown.select("fieldset[lang=en]").text())
                .contains("name of the ship")
                .contains("not shared");
        assertThat(shown.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        var broken = page(city.post("/workshop/preview", "reader", "shape", "sqs:S-MINE a"));
        assertThat(broken.select(".fault").text()).isNotBlank();
    }

    @Test
    void theWorkshopSaysWhereAShapeCannotBeRead() {
        var tried = city.post("/workshop", "reader", "shape", "sqs:S-MINE a\n sh:NodeShape [", "data", "");

        assertThat(tried.status()).isEqualTo(422);
        assertThat(page(tried).select("#errors").text()).contains("行");
        assertThat(page(tried).select("textarea[name=shape]").text()).contains("sqs:S-MINE");
    }

    private static String impact(String change) throws InterruptedException {
        var until = Instant.now().plusSeconds(60);
        var part = page(city.page(change + "/rehearsal", "editor"));
        while (!part.select("[role=status]").isEmpty()) {
            assertThat(Instant.now()).isBefore(until);
            Thread.sleep(50);
            part = page(city.page(change + "/rehearsal", "editor"));
        }
        return part.text();
    }

    private static ApiServer.Reply step(String change, String who, String to) {
        return city.post(change + "/steps", who, "to", to, "note", "统一叫法");
    }

    private static Document page(ApiServer.Reply reply) {
        return Jsoup.parse(reply.text());
    }
}
