package org.shuqi.web.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Node;
import org.shuqi.audit.Wanted;
import org.shuqi.record.RecordKind;
import org.shuqi.registry.Registry;
import org.shuqi.time.Instants;
import org.shuqi.web.Fault;
import org.shuqi.web.View;

/** Reads what somebody typed into the fields of the audit, and says of all of them at once what makes no sense. */
record Wishes(Registry registry, List<Fault> faults, View view) {

    /** What was understood. */
    record Read(
            Optional<Node> record,
            Optional<Node> organization,
            Optional<String> account,
            Optional<Instant> from,
            Optional<Instant> until) {

        Wanted changes(OptionalLong before, int limit) {
            return new Wanted(record, organization, account, from, until, before, OptionalLong.empty(), limit);
        }
    }

    Read read(AuditPage.Asked asked) {
        return new Read(
                record(asked.record()),
                some(asked.organization()).map(name -> registry.records().iri(RecordKind.ORGANIZATIONS, name)),
                some(asked.account()).map(this::account),
                instant("from", asked.from()),
                instant("until", asked.until()));
    }

    private Optional<Node> record(String text) {
        var found = some(text).flatMap(name -> AuditController.record(registry, name));
        if (!text.isEmpty() && found.isEmpty()) {
            faults.add(new Fault("record", view.t("audit.record.wrong", text)));
        }
        return found;
    }

    private String account(String name) {
        return name.contains(":") || AuditController.isService(name)
                ? name
                : registry.records().baseIri() + "account/" + name;
    }

    private Optional<Instant> instant(String field, String text) {
        var zone = registry.settings().zone();
        var found = some(text).flatMap(word -> Instants.parse(word, zone));
        if (!text.isEmpty() && found.isEmpty()) {
            faults.add(new Fault(field, view.t("audit.time.wrong", text)));
        }
        return found;
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(word -> !word.isEmpty());
    }
}
