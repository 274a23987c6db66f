package org.shuqi.agreement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.record.Body;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.record.Terms;
import org.shuqi.record.Written;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** Clauses for the common cases, and agreements drafted from them; a granted request gives parties, data and term. */
public final class Templates {

    private final Store store;
    private final Records records;
    private final ZoneId zone;
    private final Clock clock;

    private Templates(Store store, Records records, ZoneId zone, Clock clock) {
        this.store = store;
        this.records = records;
        this.zone = zone;
        this.clock = clock;
    }

    /** Those of one registry. */
    public static Templates over(Store store, Records records, ZoneId zone, Clock clock) {
        return new Templates(store, records, zone, clock);
    }

    /** All of them, by code. */
    public List<Template> list() {
        try (var now = store.read()) {
            var registry = now.union();
            return registry.find(Node.ANY, Rdf.type, Sq.AgreementTemplate).mapWith(Triple::getSubject).toList().stream()
                    .map(iri -> template(new Said(registry, iri)))
                    .sorted(Comparator.comparing(Template::code))
                    .toList();
        }
    }

    private static Template template(Said said) {
        var clauses = new TreeSet<String>();
        said.graph()
                .find(said.node(), Node.ANY, Node.ANY)
                .mapWith(Triple::getPredicate)
                .filterKeep(property -> property.getURI().startsWith(Sq.NS))
                .filterDrop(property -> property.equals(Sq.ofClass) || property.equals(Sq.templateDuty))
                .forEachRemaining(property -> clauses.add(Said.last(property)));
        var description = said.all(Dct.description);
        return new Template(
                said.text(Dct.identifier).orElseGet(() -> Said.last(said.node())),
                said.node().getURI(),
                said.name(),
                new Text(in(description, "zh"), in(description, "en")),
                said.code(Sq.agreementType).orElse(""),
                List.copyOf(clauses),
                said.each(Sq.templateDuty).map(Said::name).toList());
    }

    private static String in(List<Node> texts, String language) {
        return texts.stream()
                .filter(text -> text.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse("");
    }

    /**
     * Drafts an agreement.
     *
     * @throws Refusal UNKNOWN if there is no such template or request, UNUSABLE if the request was not granted or something
     *     is missing, TAKEN if the number is, and whatever the gate finds
     */
    public Written draft(DraftForm form, Terms terms) {
        var iri = records.iri(RecordKind.AGREEMENTS, form.identifier());
        var drafting = new Drafting(iri, zone);
        var request = form.request().map(name -> records.read(RecordKind.REQUESTS, name));
        try (var now = store.read()) {
            var registry = now.union();
            var template = template(form.template(), registry);
            var granted = request.map(filed -> new Said(filed.description(), filed.iri()));
            granted.ifPresent(said -> {
                checkGranted(said);
                drafting.request(said);
            });
            if (granted.isEmpty()) {
                own(drafting, form, registry);
            }
            drafting.clauses(template);
            drafting.name(form.identifier(), titles(form, template, granted));
            term(drafting, form, template, granted);
        }
        return records.create(RecordKind.AGREEMENTS, new Body.Rdf(drafting.quads()), terms);
    }

    private static void checkGranted(Said request) {
        var consented = request.text(Sq.consented).filter("true"::equals).isPresent();
        if (!consented || request.one(Sq.terminatedAt).isPresent()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "申请 `%s` 没有获得同意或者已经结束，不能起草协议",
                    "the request `%s` was not granted, or is over; an agreement is drafted from a granted one",
                    request.node().getURI());
        }
    }

    private void own(Drafting drafting, DraftForm form, Graph registry) {
        var recipients = form.recipients().stream()
                .map(name -> known(RecordKind.ORGANIZATIONS, name, "recipients", registry))
                .toList();
        var data = form.data().stream()
                .map(name -> name.contains("/item/")
                        ? known(name, records.iri(RecordKind.DATASETS, name), "data", registry)
                        : known(RecordKind.DATASETS, name, "data", registry))
                .toList();
        if (form.provider().isEmpty() || recipients.isEmpty() || data.isEmpty()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "没有申请时，须写明提供方、接收方和数据；请填写 request，或者 provider、recipients、data",
                    "without a request, name who gives what to whom; give `request`, or `provider`, `recipients` and `data`");
        }
        drafting.permission(
                known(RecordKind.ORGANIZATIONS, form.provider().get(), "provider", registry),
                recipients,
                data,
                codes("purpose", form.purposes(), registry),
                codes("sharing-method", form.methods(), registry));
    }

    private Node known(RecordKind kind, String name, String key, Graph registry) {
        return known(name, records.iri(kind, name), key, registry);
    }

    private static Node known(String name, Node iri, String key, Graph registry) {
        if (!registry.contains(iri, Rdf.type, Node.ANY)) {
            throw Refusal.of(Kind.UNUSABLE, "没有登记 `%s`；请核对 %s", "`%s` is not in the register; check `%s`", name, key);
        }
        return iri;
    }

    private static List<Node> codes(String scheme, List<String> codes, Graph registry) {
        return codes.stream()
                .map(code -> {
                    var concept = Sq.code(scheme, code);
                    if (!registry.contains(concept, Skos.inScheme, Sq.scheme(scheme))) {
                        throw Refusal.of(
                                Kind.UNUSABLE, "代码表 %s 中没有 `%s`", "the code list %s has no `%s`", scheme, code);
                    }
                    return concept;
                })
                .toList();
    }

    private static Said template(String code, Graph registry) {
        return registry.find(Node.ANY, Rdf.type, Sq.AgreementTemplate)
                .mapWith(triple -> new Said(registry, triple.getSubject()))
                .filterKeep(said -> said.node().getURI().equals(code)
                        || said.text(Dct.identifier).filter(code::equals).isPresent())
                .nextOptional()
                .orElseThrow(() -> Refusal.of(
                        Kind.UNKNOWN,
                        "没有模板 `%s`；模板清单见 /api/v1/agreement-templates",
                        "there is no template `%s`; see /api/v1/agreement-templates",
                        code));
    }

    private static List<Node> titles(DraftForm form, Said template, Optional<Said> request) {
        if (form.title().isPresent()) {
            return List.of(Said.sentence(form.title().get()));
        }
        var requested = request.map(said -> said.all(Dct.title)).orElse(List.of());
        return requested.isEmpty() ? template.all(Skos.prefLabel) : requested;
    }

    private void term(Drafting drafting, DraftForm form, Said template, Optional<Said> request) {
        var from = form.validFrom().map(this::instant).orElseGet(() -> LocalDate.ofInstant(clock.instant(), zone)
                .atStartOfDay(zone)
                .toInstant());
        var until = form.validUntil()
                .map(this::instant)
                .or(() -> request.flatMap(said -> Stream.of(Sq.validUntil, Sq.usageUntil)
                        .flatMap(property -> said.instant(property, zone).stream())
                        .findFirst()))
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE, "没有写明协议的期限；请填写 validUntil", "the term has no end; give `validUntil`"));
        if (!from.isBefore(until)) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "结束时间 `%s` 不晚于开始时间 `%s`；请核对 validFrom 和 validUntil",
                    "the end `%s` does not come after the start `%s`; check `validFrom` and `validUntil`",
                    until,
                    from);
        }
        drafting.term(from, until, template.text(Sq.reviewAfter));
    }

    private Instant instant(String text) {
        return Instants.parse(text, zone)
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE,
                        "`%s` 不是时间；请写成 2026-03-01T09:00:00+08:00 或者 2026-03-01",
                        "`%s` is no instant; write 2026-03-01T09:00:00+08:00 or 2026-03-01",
                        text));
    }
}
