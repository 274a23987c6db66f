package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.TestCallers;
import org.shuqi.WorkedExample;
import org.shuqi.access.Appointment;
import org.shuqi.access.Role;
import org.shuqi.bundle.Bundle;
import org.shuqi.change.Changes;
import org.shuqi.decision.QuestionForm;
import org.shuqi.journal.Entry;
import org.shuqi.journal.Journal;
import org.shuqi.proof.VerifierKey;

/** Bundles over HTTP: fetched with the rights of the caller, noted, and good for who has the public key. */
class BundleOverHttpTest {

    @TempDir
    static Path data;

    @AutoClose
    private static ApiServer api;

    @BeforeAll
    static void start() {
        api = ApiServer.closedWithExample(data);
    }

    @Test
    void aGatewayFetchesWhatItsOrganisationMayReceiveAndAsksItWithoutTheRegistry() throws IOException {
        var key = key("gateway", "housing");

        var fetched = api.get(
                "/api/v1/exports/bundle?recipient=housing&dataset=population&hours=2&reason=gateway",
                "Authorization",
                key);
        var keys = api.get("/.well-known/shuqi-keys");

        assertThat(fetched.status()).as(fetched.text()).isEqualTo(200);
        assertThat(fetched.header("Content-Disposition")).contains("permissions.bundle");
        var file = Files.writeString(data.resolve("permissions.bundle"), fetched.text());
        var bundle = Bundle.read(file, VerifierKey.in(keys.text()));
        var question = new QuestionForm(
                "housing",
                "population",
                List.of(),
                Optional.of("housing-fund"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty());
        var answered = api.get(
                "/api/v1/decisions?recipient=housing&dataset=population&purpose=housing-fund", "Authorization", key);
        assertThat(bundle.answer(question, ZoneId.of("Asia/Shanghai"), Clock.systemUTC())
                        .path("items"))
                .isEqualTo(answered.json().path("items"));
        var noted = api.bean(Journal.class)
                .page(
                        new Journal.Wanted(
                                Set.of(Entry.Sort.EXPORT),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.empty(),
                                1),
                        every -> true)
                .entries()
                .get(0);
        assertThat(noted.reason()).isEqualTo("gateway");
        assertThat(noted.what()).contains("/api/v1/exports/bundle?recipient=housing");
    }

    @Test
    void aBundleForSomebodyElseOrOfNobodyIsRefusedAndSaysWhatToDo() {
        var key = key("other", "tax");

        assertThat(api.get("/api/v1/exports/bundle?recipient=housing", "Authorization", key)
                        .status())
                .isEqualTo(403);
        assertThat(api.get("/api/v1/exports/bundle", "Authorization", key).status())
                .isEqualTo(400);
        assertThat(api.get("/api/v1/exports/bundle?recipient=tax&hours=x", "Authorization", key)
                        .status())
                .isEqualTo(400);
        assertThat(api.get("/api/v1/exports/bundle?recipient=tax&hours=999", "Authorization", key)
                        .status())
                .isEqualTo(400);
        assertThat(api.get("/api/v1/exports/bundle?recipient=tax&day=1", "Authorization", key)
                        .status())
                .isEqualTo(400);
        assertThat(api.get("/api/v1/exports/bundle?recipient=tax").status()).isEqualTo(401);
    }

    private static String key(String name, String organization) {
        return TestCallers.key(
                api.bean(Changes.class),
                name,
                Appointment.in(NodeFactory.createURI(WorkedExample.organization(organization)), Role.SYSTEM_CLIENT));
    }
}
