package org.shuqi.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers of agreements as other countries publish them are filed as they are, and permit only what they say. */
class RegisterImportTest {

    @TempDir
    static Path data;

    private static Bureau bureau;

    @BeforeAll
    static void open() {
        bureau = Bureau.open(data);
        bureau.department("water", "市水务局");
        bureau.send(Bureau.catalogue(1).xlsx(), Bureau.XLSX, "?mode=all");
    }

    @AfterAll
    static void close() {
        bureau.close();
    }

    @Test
    void theRegisterOfTheUnitedKingdomIsFiledAndPermitsNothing() throws IOException {
        var file = RegisterImportTest.class
                .getResourceAsStream("uk-isa-excerpt.csv")
                .readAllBytes();

        var first = bureau.send(file, "text/csv", "?mode=all&template=uk-isa");
        var second = bureau.send(file, "text/csv", "?mode=all&template=uk-isa");

        assertThat(first.json().at("/verdict").asText()).as(first.text()).isEqualTo("written");
        assertThat(first.json().at("/counts/new").asInt()).isEqualTo(3);
        assertThat(first.json().at("/errors").asInt()).isZero();
        assertThat(first.json().findValuesAsText("check"))
                .filteredOn("permits-nothing"::equals)
                .hasSize(3);
        assertThat(first.json().findValuesAsText("check")).contains("column-unknown");
        assertThat(second.json().at("/verdict").asText()).as(second.text()).isEqualTo("unchanged");
        var one = bureau.api().get("/id/agreement/uk-isa-1", "Accept", "text/turtle");
        assertThat(one.text())
                .contains("odrl:Agreement")
                .contains("\"2018-09-06\"^^xsd:date")
                // the register names the last day
                .contains("\"2019-04-01\"^^xsd:date")
                .contains("P11M")
                .doesNotContain("odrl:permission");
        assertThat(bureau.api().get("/api/v1/agreements").header("X-Total-Count"))
                .isEqualTo("0");
    }

    @Test
    void aRowThatSaysWhoGivesWhatToWhomPermitsIt() {
        var file =
                """
                Reference,Name of agreement,Purpose of the data sharing,Legal basis,Impetus,Data subjects,Start date,End date,Review date,Retention period,Parties,Provider,Recipient,Dataset,Purpose code,Method code
                DSA-7,Grants,To check grants,Act s 1,public body,applicants,2026-01-01,2027-12-31,2027-01-01,2 years,"市民政局; Somebody else",市民政局,市水务局,307001/000001,社会救助,查询接口
                """
                        .getBytes(UTF_8);

        var reply = bureau.send(file, "text/csv", "?mode=all&template=ie-dsa");

        assertThat(reply.json().at("/verdict").asText()).as(reply.text()).isEqualTo("written");
        assertThat(bureau.send(file, "text/csv", "?mode=all&template=ie-dsa")
                        .json()
                        .at("/verdict")
                        .asText())
                .isEqualTo("unchanged");
        assertThat(bureau.api().get("/api/v1/agreements/ie-dsa-DSA-7").status()).isEqualTo(200);
        assertThat(bureau.api()
                        .get("/id/agreement/ie-dsa-DSA-7", "Accept", "text/turtle")
                        .text())
                .contains("SharingAgreement")
                .containsPattern("odrl:assigner\\s+<[^>]*organization/civil>")
                .containsPattern("odrl:assignee\\s+<[^>]*organization/water>")
                .contains("2028-01-01")
                .contains("impetus/public-body")
                .contains("P2Y");
    }

    @Test
    void aRowThatNamesWhatIsNotRegisteredIsRefused() {
        var file =
                """
                id,agreement_name,start_date,end_date,provider,recipient,dataset
                9,Wrong,2026-13-01,soon,Nobody,市水务局,1/2
                """
                        .getBytes(UTF_8);

        var reply = bureau.send(file, "text/csv", "?mode=all&template=uk-isa");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(CatalogueImportTest.faults(reply.json().get("import")))
                .containsOnly(
                        java.util.Map.entry("C2", "date"),
                        java.util.Map.entry("D2", "date"),
                        java.util.Map.entry("E2", "provider-unknown"),
                        java.util.Map.entry("G2", "dataset-unknown"));
    }
}
