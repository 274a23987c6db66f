package org.shuqi.web.audit;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Caller;
import org.shuqi.audit.Readings;
import org.shuqi.audit.Trace;
import org.shuqi.audit.Trail;
import org.shuqi.journal.Entry;
import org.shuqi.journal.Journal;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.RecordKind;
import org.shuqi.registry.Registry;
import org.shuqi.search.Group;
import org.shuqi.web.Address;
import org.shuqi.web.Fault;
import org.shuqi.web.Screens;
import org.shuqi.web.View;
import org.shuqi.web.Where;
import org.shuqi.web.find.AccountNames;
import org.shuqi.web.find.Picks;

/** Shows who changed what and who took what out, as far as the reader may know it. */
@Controller("/audit")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuditController {

    private static final int ROWS = 50;
    private static final int MOST_RECORDS = 4;
    private static final int MOST_STATEMENTS = 300;
    private static final Set<String> SERVICE = Set.of("operator", "shuqi-release", "shuqi-duty", "shuqi");

    private final Trail trail;
    private final Readings readings;
    private final Registry registry;
    private final Screens screens;
    private final Where where;
    private final Picks picks;
    private final AccountNames accounts;

    AuditController(Registry registry, Trail trail, Screens screens, Picks picks, AccountNames accounts) {
        this.trail = trail;
        this.readings = Readings.over(registry.store(), registry.rights(), registry.journal());
        this.registry = registry;
        this.screens = screens;
        this.where = new Where(registry.records());
        this.picks = picks;
        this.accounts = accounts;
    }

    @Get
    HttpResponse<?> audit(HttpRequest<?> request, Caller caller) {
        var view = screens.view(request);
        var asked = new AuditPage.Asked(
                given(request, "record"),
                picks.of(given(request, "organization"), Group.ORGANIZATIONS, "", view)
                        .code(),
                accounts.meant(given(request, "account")),
                given(request, "from"),
                given(request, "until"));
        var sort = Entry.Sort.of(given(request, "kind"));
        var faults = new ArrayList<Fault>();
        var wanted = new Wishes(registry, faults, view).read(asked);
        var before = before(request);
        if (!faults.isEmpty()) {
            var page = page(sort, asked, faults, List.of(), List.of(), "");
            return screens.page(request, HttpStatus.UNPROCESSABLE_ENTITY, "audit/audit.jte", page);
        }
        var page = sort.isPresent()
                ? taken(view, sort.get(), asked, wanted, before, caller)
                : changed(view, asked, wanted, before, caller);
        return screens.page(request, "audit/audit.jte", page);
    }

    private AuditPage changed(
            View view, AuditPage.Asked asked, Wishes.Read wanted, OptionalLong before, Caller caller) {
        var found = trail.page(wanted.changes(before, ROWS), caller);
        return page(
                Optional.empty(),
                asked,
                List.of(),
                found.traces().stream().map(trace -> change(trace, view)).toList(),
                List.of(),
                next(view, found.next()));
    }

    private AuditPage taken(
            View view, Entry.Sort sort, AuditPage.Asked asked, Wishes.Read wanted, OptionalLong before, Caller caller) {
        var found = readings.page(
                new Journal.Wanted(Set.of(sort), wanted.account(), wanted.from(), wanted.until(), before, ROWS),
                caller);
        return page(
                Optional.of(sort),
                asked,
                List.of(),
                List.of(),
                found.entries().stream().map(entry -> reading(entry, view)).toList(),
                next(view, found.next()));
    }

    private static String next(View view, OptionalLong before) {
        return before.isPresent() ? view.with("before", Long.toString(before.getAsLong())) : "";
    }

    private static AuditPage page(
            Optional<Entry.Sort> sort,
            AuditPage.Asked asked,
            List<Fault> faults,
            List<AuditPage.Change> changes,
            List<AuditPage.Reading> readings,
            String next) {
        return new AuditPage(
                sort.map(Entry.Sort::code).orElse("changes"), asked, faults, changes, readings, next, file(asked));
    }

    private static Address file(AuditPage.Asked asked) {
        return Address.of("/api/v1/audit")
                .with("record", asked.record())
                .with("organization", asked.organization())
                .with("account", asked.account())
                .with("from", asked.from())
                .with("until", asked.until())
                .with("limit", "1000")
                .with("format", "csv");
    }

    @Get("/changes/{revision}")
    HttpResponse<?> change(String revision, HttpRequest<?> request, Caller caller) {
        var view = screens.view(request);
        if (!revision.matches("[1-9]\\d{0,17}")) {
            throw Refusal.of(Kind.UNKNOWN, "没有修订 `%s`", "no revision `%s`", revision);
        }
        var detail = trail.detail(Long.parseLong(revision), caller);
        var removed = statements(detail.removed());
        var added = statements(detail.added());
        var left = (long) detail.removed().size() + detail.added().size() - removed.size() - added.size();
        return screens.page(
                request, "audit/change.jte", new ChangePage(change(detail.trace(), view), removed, added, left));
    }

    private List<ChangePage.Statement> statements(List<Quad> quads) {
        return quads.stream()
                .limit(MOST_STATEMENTS)
                .map(quad -> new ChangePage.Statement(
                        shortened(quad.getSubject()), shortened(quad.getPredicate()), shortened(quad.getObject())))
                .sorted(java.util.Comparator.comparing(ChangePage.Statement::subject)
                        .thenComparing(ChangePage.Statement::predicate)
                        .thenComparing(ChangePage.Statement::object))
                .toList();
    }

    private String shortened(Node node) {
        if (!node.isURI()) {
            return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
        }
        var iri = node.getURI();
        var base = registry.records().baseIri();
        return iri.startsWith(base) ? iri.substring(base.length()) : iri.replaceFirst("^https?://[^#]*[/#](?=.)", "");
    }

    private AuditPage.Change change(Trace trace, View view) {
        var commit = trace.commit();
        return new AuditPage.Change(
                commit.revision(),
                view.time(commit.at()),
                actor(commit.actor()),
                commit.reason(),
                trace.withheld(),
                trace.records().stream().limit(MOST_RECORDS).map(this::record).toList(),
                Math.max(0, trace.records().size() - MOST_RECORDS),
                "−" + view.number(commit.removed()) + " +" + view.number(commit.added()),
                "/audit/changes/" + commit.revision());
    }

    private AuditPage.Named record(String iri) {
        var base = registry.records().baseIri();
        return new AuditPage.Named(iri.startsWith(base) ? iri.substring(base.length()) : iri, where.of(iri));
    }

    private String actor(String account) {
        var start = registry.records().baseIri() + "account/";
        return account.startsWith(start) ? account.substring(start.length()) : account;
    }

    private AuditPage.Reading reading(Entry entry, View view) {
        return new AuditPage.Reading(
                entry.number(),
                view.time(entry.at()),
                actor(entry.actor()),
                entry.reason(),
                entry.sort() == Entry.Sort.EXPORT ? entry.what() : "",
                entry.facts().entrySet().stream()
                        .map(fact -> fact.getKey() + ": " + fact.getValue())
                        .toList());
    }

    private static String given(HttpRequest<?> request, String name) {
        return request.getParameters().getFirst(name).orElse("").strip();
    }

    private static OptionalLong before(HttpRequest<?> request) {
        var text = given(request, "before");
        return text.matches("[1-9]\\d{0,17}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** Whether a name is of the service itself, which has no account. */
    static boolean isService(String name) {
        return SERVICE.contains(name);
    }

    /** A record by its IRI, or by kind and id, or by the address of its page. */
    static Optional<Node> record(Registry registry, String name) {
        var plain = name.startsWith("/") ? name.substring(1) : name;
        if (plain.contains("://")) {
            return Optional.of(NodeFactory.createURI(plain));
        }
        var slash = plain.indexOf('/');
        return slash < 1
                ? Optional.empty()
                : Stream.of(plain.substring(0, slash))
                        .map(kind -> kind.equals("applications") ? "requests" : kind)
                        .flatMap(kind -> RecordKind.at(kind).stream())
                        .map(kind -> registry.records().iri(kind, plain.substring(slash + 1)))
                        .findFirst();
    }
}
