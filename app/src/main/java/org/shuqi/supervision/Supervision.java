package org.shuqi.supervision;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.jena.graph.Node;
import org.shuqi.access.Caller;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Body;
import org.shuqi.record.Filed;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.record.Terms;

/** The authority's view of the registry: who did not keep the Order, and on what evidence. */
public final class Supervision {

    private final Desk desk;
    private final Indicators indicators;
    private final ThreeLists lists;
    private final Violations violations = new Violations();

    /**
     * Over one registry.
     *
     * @param limits where the statutory time limits stand
     * @param zone where a plain date begins
     * @param clock what "now" is
     */
    public Supervision(Store store, Records records, TimeLimits limits, ZoneId zone, Clock clock) {
        this.desk = new Desk(store, records, limits, zone, clock);
        this.indicators = new Indicators(desk);
        this.lists = new ThreeLists(desk);
    }

    /** The figures. */
    public Indicators indicators() {
        return indicators;
    }

    /** Demand, responsibility and negative list. */
    public ThreeLists lists() {
        return lists;
    }

    /**
     * What is asked about.
     *
     * @param codes codes of violations; empty for all
     * @param organization IRI or name of the responsible organisation
     * @param at the instant; now if absent
     * @param knownAt the revision; the newest if absent
     */
    public record Question(
            List<String> codes, Optional<String> organization, Optional<String> at, OptionalLong knownAt) {

        public Question {
            codes = List.copyOf(codes);
        }

        /** The same about these codes. */
        Question of(List<String> others) {
            return new Question(others, organization, at, knownAt);
        }
    }

    /**
     * What was found.
     *
     * @param rows all of it, in a fixed order
     * @param revision the revision that was looked at
     * @param at the instant
     */
    public record Found<R>(List<R> rows, long revision, Instant at) {
        public Found {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The violations that the records show.
     *
     * @throws Refusal UNUSABLE if a code, the organisation or the instant makes no sense
     */
    public Found<Breach> violations(Question question) {
        var asked = Asked.of(question, desk);
        return desk.look(asked.at(), question.knownAt(), look -> asked.find(asked.codes(), violations, look));
    }

    /** Figures and violations, counted in the background and remembered; close it. */
    public Tallies tallies() {
        return new Tallies(desk, indicators, violations);
    }

    /** A question in the terms of the registry. */
    record Asked(List<String> codes, Optional<Node> party, Instant at) {

        static Asked of(Question question, Desk desk) {
            return new Asked(
                    Supervision.codes(question.codes()),
                    question.organization().map(desk::organization),
                    question.at().map(desk::instant).orElseGet(() -> desk.clock()
                            .instant()));
        }

        /** The violations of some codes. */
        List<Breach> find(List<String> some, Violations violations, Desk.Look look) {
            return violations.find(some, look, look.zone()).stream()
                    .filter(breach -> party.map(breach.party()::equals).orElse(true))
                    .toList();
        }
    }

    /**
     * Puts a violation on file as a finding; one that is on file stays as it is.
     *
     * @param id the name of the violation
     * @param by organisation that finds it, if one is named
     * @throws Refusal UNKNOWN if the records show no such violation now
     */
    public Recorded record(String id, Optional<String> by, Caller caller) {
        var deciding = by.map(desk::organization);
        var code = id.replaceFirst("^(\\d+-\\d+)-.*", "$1");
        var breach = violations(new Question(
                        Violations.CODES.contains(code) ? List.of(code) : Violations.CODES,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty()))
                .rows()
                .stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        Kind.UNKNOWN,
                        "现在没有违规情形 `%s`；请重新查询 /api/v1/supervision/violations",
                        "there is no violation `%s` now; ask /api/v1/supervision/violations again",
                        id));
        var terms = new Terms("finding of " + id, OptionalLong.empty(), true, false, caller);
        return breach.finding().isPresent() ? onFile(breach.finding().get()) : create(breach, deciding, terms);
    }

    /**
     * A violation that is on file.
     *
     * @param record the finding
     * @param created whether it is new
     */
    public record Recorded(Filed record, boolean created) {}

    private Recorded create(Breach breach, Optional<Node> by, Terms terms) {
        try {
            return new Recorded(
                    desk.records()
                            .create(RecordKind.FINDINGS, body(breach, by), terms)
                            .record(),
                    true);
        } catch (Refusal refused) {
            var iri = desk.records().iri(RecordKind.FINDINGS, breach.id());
            if (refused.problem().kind() == Kind.TAKEN) {
                return onFile(iri);
            }
            throw refused;
        }
    }

    private Recorded onFile(Node finding) {
        return new Recorded(desk.records().read(RecordKind.FINDINGS, finding.getURI()), false);
    }

    private Body body(Breach breach, Optional<Node> by) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("id", "finding/" + breach.id());
        json.put("violationCode", breach.code());
        json.put("responsibleParty", breach.party().getURI());
        var about = json.putArray("about");
        breach.records().forEach(record -> about.add(record.getURI()));
        json.putObject("description")
                .put("zh", breach.text().zh())
                .put("en", breach.text().en());
        json.put("violatedSince", breach.since().toString());
        json.put("decidedAt", desk.clock().instant().toString());
        by.ifPresent(organization -> json.put("decidedBy", organization.getURI()));
        return new Body.Json(json);
    }

    /** The codes that are wanted, in their order; all, if none is. */
    static List<String> codes(List<String> wanted) {
        wanted.stream()
                .filter(code -> !Violations.CODES.contains(code))
                .findFirst()
                .ifPresent(code -> {
                    throw Refusal.of(
                            Kind.UNUSABLE,
                            "没有违规情形 `%s`；可查 %s",
                            "there is no violation `%s` to look for; use one of %s",
                            code,
                            String.join(", ", Violations.CODES));
                });
        return wanted.isEmpty()
                ? Violations.CODES
                : wanted.stream().distinct().sorted().toList();
    }
}
