package org.shuqi.agreement;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.casework.Cases;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Body;
import org.shuqi.record.Filed;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.record.Terms;
import org.shuqi.record.Written;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/**
 * The versions of agreements. What was signed is never changed: a version that amends, renews or lets another organisation
 * take a place is drafted beside it, goes through the same steps, and ends its predecessor when it begins to hold.
 */
public final class Versions {

    private static final Set<String> KINDS = Set.of("amend", "renew", "succeed");
    private static final Set<String> IN_FORCE = Set.of("active", "suspended", "disputed");
    private static final Set<String> OVER = Set.of("withdrawn");

    private final Store store;
    private final Records records;
    private final Cases cases;
    private final ZoneId zone;

    private Versions(Store store, Records records, Cases cases, ZoneId zone) {
        this.store = store;
        this.records = records;
        this.cases = cases;
        this.zone = zone;
    }

    /** Over one registry; plain dates begin in the zone. */
    public static Versions over(Store store, Records records, Cases cases, ZoneId zone) {
        return new Versions(store, records, cases, zone);
    }

    /**
     * Every version of the agreement, whichever of them is named, the first first.
     *
     * @throws Refusal UNKNOWN if there is no such agreement
     */
    public List<Version> list(String id) {
        var agreement = records.read(RecordKind.AGREEMENTS, id);
        try (var now = store.read()) {
            var chain = Chain.of(now.union(), agreement.iri());
            return chain.versions().stream()
                    .map(version -> version(chain, version, now.union()))
                    .toList();
        }
    }

    /**
     * Drafts the next version of an agreement in force.
     *
     * @throws Refusal NOT_A_STEP if it is not in force, TAKEN if its next version is being drafted already, UNUSABLE if the
     *     form makes no sense, and whatever the gate finds
     */
    public Written draft(String id, VersionForm form, Terms terms) {
        if (!KINDS.contains(form.kind())) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "没有版本类别 `%s`；可用：amend（变更）、renew（续期）、succeed（承接）",
                    "there is no kind of version `%s`; there are amend, renew, succeed",
                    form.kind());
        }
        var old = records.read(RecordKind.AGREEMENTS, id);
        Graph draft;
        try (var now = store.read()) {
            checkInForce(old, now.union());
            checkAlone(old, now.union());
            draft = drafted(old, form, now.union());
        }
        var quads = draft.find()
                .mapWith(triple -> new Quad(Quad.defaultGraphIRI, triple))
                .toList();
        return records.create(RecordKind.AGREEMENTS, new Body.Rdf(quads), terms);
    }

    private Graph drafted(Filed old, VersionForm form, Graph registry) {
        var chain = Chain.of(registry, old.iri());
        var first = new Said(registry, chain.first());
        var number = chain.versions().size() + 1;
        var name = first.text(Dct.identifier).orElseGet(() -> Said.last(chain.first()));
        var identifier = form.identifier().orElseGet(() -> name + "/v" + number);
        var iri = records.iri(RecordKind.AGREEMENTS, identifier);
        var draft = new Copy(old.iri(), iri).of(old.description());
        if (form.kind().equals("succeed")) {
            draft = succeeded(draft, iri, form, registry);
        }
        add(draft, iri, Dct.identifier, NodeFactory.createLiteralString(identifier));
        add(draft, iri, Dcat.version, NodeFactory.createLiteralString(Integer.toString(number)));
        add(draft, iri, Dct.replaces, old.iri());
        add(draft, iri, Sq.versionKind, Sq.code("version-kind", form.kind()));
        add(draft, iri, Sq.agreementStatus, Sq.code("agreement-status", "draft"));
        setTerm(draft, iri, form, new Said(old.description(), old.iri()));
        return draft;
    }

    private void setTerm(Graph draft, Node iri, VersionForm form, Said old) {
        if (form.kind().equals("renew")) {
            var end = old.instant(Sq.validUntil, zone);
            var from = form.validFrom().map(this::instant).or(() -> end);
            from.ifPresent(start -> replace(draft, iri, Sq.validFrom, start));
            var until = form.validUntil()
                    .map(this::instant)
                    .orElseThrow(() -> Refusal.of(
                            Kind.UNUSABLE,
                            "续期须写明新的期限；请填写 validUntil",
                            "a renewal states its new term; give `validUntil`"));
            replace(draft, iri, Sq.validUntil, until);
            checkLater(end, until);
        } else {
            form.validFrom().map(this::instant).ifPresent(start -> replace(draft, iri, Sq.validFrom, start));
            form.validUntil().map(this::instant).ifPresent(end -> replace(draft, iri, Sq.validUntil, end));
        }
    }

    private static void checkLater(Optional<Instant> end, Instant until) {
        end.filter(present -> !until.isAfter(present)).ifPresent(present -> {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "续期的结束时间须晚于现有期限 `%s`；请核对 validUntil",
                    "a renewal ends after the present term `%s`; check `validUntil`",
                    present);
        });
    }

    /** Another organisation in the place of a party, wherever the agreement names it. */
    private Graph succeeded(Graph draft, Node iri, VersionForm form, Graph registry) {
        var from = organization(form.from(), "from", registry);
        var to = organization(form.to(), "to", registry);
        if (!draft.contains(Node.ANY, Odrl.assigner, from) && !draft.contains(Node.ANY, Odrl.assignee, from)) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`%s` 不是协议的一方；请核对 from",
                    "`%s` is no party of the agreement; check `from`",
                    from.getURI());
        }
        var result = Copy.replaced(draft, from, to);
        result.find(Node.ANY, Odrl.assigner, to).toList().forEach(given -> {
            if (result.contains(given.getSubject(), Odrl.assignee, to)) {
                throw Refusal.of(
                        Kind.UNUSABLE,
                        "承接后 `%s` 会向自己提供数据；请先变更协议",
                        "`%s` would then give data to itself; amend the agreement first",
                        to.getURI());
            }
        });
        add(result, iri, Sq.formerParty, from);
        add(result, iri, Sq.newParty, to);
        return result;
    }

    private Node organization(Optional<String> name, String key, Graph registry) {
        var given = name.orElseThrow(() -> Refusal.of(
                Kind.UNUSABLE, "承接须写明原当事方和承接方；请填写 %s", "a succession names who takes over from whom; give `%s`", key));
        var iri = records.iri(RecordKind.ORGANIZATIONS, given);
        if (!registry.contains(iri, Rdf.type, Node.ANY)) {
            throw Refusal.of(
                    Kind.UNUSABLE, "没有单位 `%s`；请核对 %s", "there is no organisation `%s`; check `%s`", given, key);
        }
        return iri;
    }

    private void checkInForce(Filed agreement, Graph registry) {
        var status = cases.status(agreement, registry);
        if (!IN_FORCE.contains(status)) {
            throw Refusal.of(
                    Kind.NOT_A_STEP,
                    "协议现为 `%s`，没有生效；起草中的可以直接修改，已结束的请另行起草",
                    "this agreement is `%s` and not in force; one that is being drafted can be edited, one that is over takes a new one",
                    status);
        }
    }

    private void checkAlone(Filed agreement, Graph registry) {
        Chain.after(registry, agreement.iri()).forEach(next -> {
            var status = cases.status(records.read(RecordKind.AGREEMENTS, next.getURI()), registry);
            if (!OVER.contains(status)) {
                throw Refusal.of(
                        Kind.TAKEN,
                        "已有下一版本 `%s`（%s）；请继续办理，或者先撤回",
                        "there is a next version already, `%s` (%s); go on with that, or take it back first",
                        next.getURI(),
                        status);
            }
        });
    }

    private Instant instant(String text) {
        return Instants.parse(text, zone)
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE,
                        "`%s` 不是时间；请写成 2026-03-01T09:00:00+08:00 或者 2026-03-01",
                        "`%s` is no instant; write 2026-03-01T09:00:00+08:00 or 2026-03-01",
                        text));
    }

    private void replace(Graph graph, Node subject, Node property, Instant at) {
        graph.remove(subject, property, Node.ANY);
        add(graph, subject, property, Said.instant(at, zone));
    }

    private static void add(Graph graph, Node subject, Node property, Node object) {
        graph.add(Triple.create(subject, property, object));
    }

    private Version version(Chain chain, Node iri, Graph registry) {
        var filed = records.read(RecordKind.AGREEMENTS, iri.getURI());
        var said = new Said(registry, iri);
        return new Version(
                chain.number(iri),
                records.id(RecordKind.AGREEMENTS, iri),
                iri.getURI(),
                cases.status(filed, registry),
                said.code(Sq.versionKind),
                said.one(Dct.replaces).map(Node::getURI),
                said.text(Sq.activatedAt),
                said.text(Sq.validFrom),
                said.text(Sq.validUntil),
                said.text(Sq.terminatedAt),
                filed.tag());
    }
}
