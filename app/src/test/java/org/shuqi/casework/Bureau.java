package org.shuqi.casework;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.WorkedExample;
import org.shuqi.access.Caller;
import org.shuqi.change.Change;
import org.shuqi.graph.Delta;
import org.shuqi.record.Body;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Terms;
import org.shuqi.record.Written;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;

/** A registry with the worked example, an authority for its city, and a clock that a test moves. */
final class Bureau implements AutoCloseable {

    private static final List<String> STATUSES =
            List.of("requestStatus", "agreementStatus", "entryStatus", "caseStatus");

    final MovingClock clock = new MovingClock("2026-06-01T01:00:00Z");
    final Registry registry;

    Bureau(Path data) {
        registry = Registry.open(Settings.of(data).withClock(clock));
        var quads = new ArrayList<Quad>();
        WorkedExample.dataset().find().forEachRemaining(quads::add);
        registry.changes()
                .apply(
                        new Change("worked example", OptionalLong.empty(), now -> new Delta(List.of(), quads)),
                        Caller.operator());
        create(
                RecordKind.ORGANIZATIONS,
                """
                {"id":"bureau","prefLabel":{"zh":"市数据局"},"organType":"government-department","adminLevel":"city",
                 "spatial":"150600","subOrganizationOf":"organization/city","authorityFor":["150600"]}""");
    }

    Written create(RecordKind kind, String json) {
        return registry.records()
                .create(
                        kind,
                        new Body.Json((ObjectNode) JsonTree.of(json.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                        terms("file"));
    }

    String status(RecordKind kind, String id) {
        var json = registry.records().read(kind, id).json();
        return STATUSES.stream()
                .map(json::path)
                .filter(value -> !value.isMissingNode())
                .findFirst()
                .orElseThrow()
                .asText()
                .replaceAll(".*/", "");
    }

    Written take(RecordKind kind, String id, StepForm form) {
        return registry.cases().take(kind, id, form, terms("step"));
    }

    StepOption option(RecordKind kind, String id, String step, Caller caller) {
        return registry.cases().options(kind, id, caller).options().stream()
                .filter(option -> option.step().equals(step))
                .findFirst()
                .orElseThrow();
    }

    static StepForm step(String to, String step, String by, String note, String with) {
        return new StepForm(
                to,
                Optional.ofNullable(step),
                Optional.ofNullable(note),
                Optional.ofNullable(by),
                Optional.empty(),
                Optional.empty(),
                Optional.<Instant>empty(),
                (ObjectNode) JsonTree.of(with.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    static Terms terms(String reason) {
        return new Terms(reason, OptionalLong.empty(), false, false, Caller.operator());
    }

    @Override
    public void close() {
        registry.close();
    }
}
