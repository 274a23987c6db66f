package org.shuqi.exchange.dcat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.shuqi.exchange.Remark;
import org.shuqi.problem.Refusal;

class DcatUsTest {

    private static final String BASE = "http://localhost:8080/id/";

    private final List<Quad> quads = new ArrayList<>();

    @Test
    void saysWhatTheFileSaysInOurWords() throws IOException {
        sample();

        assertThat(about("dataset/tree-survey"))
                .contains(
                        "22-rdf-syntax-ns#type <http://www.w3.org/ns/dcat#Dataset>",
                        "identifier \"tree-survey\"",
                        "modified \"2024-05-01\"^^<http://www.w3.org/2001/XMLSchema#date>",
                        "accrualPeriodicity <https://w3id.org/shuqi/code/update-frequency/annual>",
                        "schema#accessLevel \"public\"",
                        "license <https://parks.example.org/#terms/of-use/>");
        assertThat(quads)
                .filteredOn(quad -> quad.getPredicate().getURI().endsWith("subOrganizationOf"))
                .singleElement()
                .satisfies(
                        quad -> assertThat(quad.getObject().getURI()).startsWith(BASE + "organization/example-city-"));
        assertThat(quads)
                .filteredOn(quad -> quad.getPredicate().getURI().endsWith("dcat#dataset"))
                .hasSize(2)
                .allMatch(quad -> quad.getSubject().getURI().startsWith(BASE + "catalog/example-parks-office-"));
    }

    @Test
    void makesUpNoAttributeLevelOrItem() throws IOException {
        sample();

        assertThat(quads)
                .extracting(quad -> quad.getPredicate().getURI())
                .noneMatch(predicate -> predicate.startsWith("https://w3id.org/shuqi/ns#"));
    }

    @Test
    void saysWhatItLeftOut() throws IOException {
        var remarks = sample().stream().map(remark -> remark.text().en()).toList();

        assertThat(remarks)
                .containsExactlyInAnyOrder(
                        "1 invisible characters were taken out of a text",
                        "`accessURL` with the value `not an address` is not an address that can be used; it was left out",
                        "`modified` with the value `R/P1D` is neither a day nor an instant; it was left out",
                        "`accrualPeriodicity` with the value `every so often` is no frequency of ours; it was left out",
                        "`temporal` with the value `2020/2024` has no field of ours; it was left out",
                        "`color` with the value `green` has no field of ours; it was left out",
                        "`identifier` with the value `tree-survey` occurs again; it was left out",
                        "`dataset` with the value `{\"description\":\"nobody knows which\"}` has neither identifier nor"
                                + " title; it was left out");
    }

    @Test
    void sameFileGivesTheSameRecordsEachTime() throws IOException {
        sample();
        var first = Set.copyOf(quads);
        quads.clear();

        sample();

        assertThat(Set.copyOf(quads)).isEqualTo(first);
    }

    @Test
    void whatIsNoSuchCatalogueIsRefused() {
        refused("[]", "has no list `dataset`");
        refused("{\"records\": []}", "has no list `dataset`");
        refused("{\"dataset\": [", "line 1");
        refused("{\"dataset\": [], \"dataset\": []}", "Duplicate field");
        refused("{\"dataset\": []} {}", "more after the catalogue");
    }

    private void refused(String json, String words) {
        assertThatThrownBy(() -> new DcatUs().read(new ByteArrayInputStream(json.getBytes(UTF_8)), BASE, quads::add))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(words);
    }

    private List<Remark> sample() throws IOException {
        try (var in = DcatUsTest.class.getResourceAsStream("sample-dcat-us.json")) {
            return new DcatUs().read(in, BASE, quads::add);
        }
    }

    private Set<String> about(String subject) {
        return quads.stream()
                .filter(quad -> quad.getSubject().getURI().equals(BASE + subject))
                .map(quad ->
                        quad.getPredicate().getURI().replaceAll(".*/", "") + " " + NodeFmtLib.strNT(quad.getObject()))
                .collect(Collectors.toSet());
    }
}
