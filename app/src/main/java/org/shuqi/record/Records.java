package org.shuqi.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.change.Change;
import org.shuqi.change.Changes;
import org.shuqi.change.Edit;
import org.shuqi.change.Receipt;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Rdf;

/** The records one by one: list, read, create, replace, patch, delete. Each write is one change. */
public final class Records {

    private static final Caller WRITTEN = new Caller("shuqi-records", Set.of(Role.OPERATOR));

    private final Store store;
    private final Changes changes;
    private final Names names;
    private final Drafts drafts;
    private final Homes homes;
    private final Clock clock;
    private final Optional<Following> following;

    /**
     * Over one registry.
     *
     * @param baseIri start of the IRIs of new records, ends with {@code /}
     */
    public Records(Store store, Changes changes, String baseIri) {
        this(store, changes, baseIri, Clock.systemUTC());
    }

    /** The same with another clock: what has been kept long enough may go. */
    public Records(Store store, Changes changes, String baseIri, Clock clock) {
        this(store, changes, baseIri, clock, Optional.empty());
    }

    private Records(Store store, Changes changes, String baseIri, Clock clock, Optional<Following> following) {
        this.following = following;
        this.store = store;
        this.clock = clock;
        this.changes = changes;
        this.names = new Names(baseIri);
        this.drafts = new Drafts(names);
        this.homes = new Homes(names);
    }

    /** The same with what lists need to know of all records; of it, callers are shown what they may read. */
    public Records following(Store whole) {
        return new Records(store, changes, names.base(), clock, Optional.of(new Following(whole)));
    }

    /** Start of the IRIs of new records. */
    public String baseIri() {
        return names.base();
    }

    /** The id under which the record stands at {@code /api/v1/{kind}/}. */
    public String id(RecordKind kind, Node iri) {
        return names.local(kind, iri);
    }

    /** The IRI that the id stands for: of the record that carries it, else the one a new record would get. */
    public Node iri(RecordKind kind, String id) {
        return resolved(kind, id);
    }

    /** The records that match, one page of them, and how many there are in all. */
    public Listing list(RecordKind kind, Search search) {
        try (var now = store.read()) {
            var found = following.map(known -> known.found(kind, search, now)).orElseGet(() -> Finder.reading(
                            now.union(), members(kind, now))
                    .find(search)
                    .toList());
            var page = found.stream()
                    .skip(search.offset())
                    .limit(Math.min(search.limit(), Search.LARGEST_PAGE))
                    .map(iri -> filed(kind, NodeFactory.createURI(iri), now))
                    .toList();
            return new Listing(page, found.size(), now.revision());
        }
    }

    /** The IRIs of all records of the kind that can be read in the snapshot, in their order. */
    public Stream<String> all(RecordKind kind, Snapshot now) {
        return members(kind, now).all();
    }

    private Members members(RecordKind kind, Snapshot now) {
        return following.map(known -> known.members(kind, now)).orElseGet(() -> Members.of(kind, now.union()));
    }

    /**
     * One record.
     *
     * @param id IRI, name or identifier
     * @throws Refusal UNKNOWN if there is none
     */
    public Filed read(RecordKind kind, String id) {
        try (var now = store.read()) {
            return filed(kind, names.require(now.union(), kind, id), now);
        }
    }

    /** What any IRI of the registry stands for: a record, or a node that a record owns. */
    public Optional<Filed> describe(Node iri) {
        try (var now = store.read()) {
            var graphs = new TreeSet<String>();
            now.dataset().find(Node.ANY, iri, Node.ANY, Node.ANY).forEachRemaining(quad -> {
                var rank = quad.getPredicate().equals(Rdf.type) ? "0" : "1";
                graphs.add(rank + quad.getGraph().getURI());
            });
            return graphs.stream()
                    .findFirst()
                    .map(ranked -> filed(iri, NodeFactory.createURI(ranked.substring(1)), now));
        }
    }

    /**
     * Files a new record.
     *
     * @throws Refusal TAKEN if its IRI is in use, and whatever the gate finds
     */
    public Written create(RecordKind kind, Body body, Terms terms) {
        checkWritten(kind);
        var draft = drafts.of(kind, body, Optional.empty());
        return write(kind, draft.iri(), terms, now -> added(kind, draft, now));
    }

    /** The same checks without writing, for a new record. */
    public Receipt rehearse(RecordKind kind, Body body, Terms terms) {
        checkWritten(kind);
        var draft = drafts.of(kind, body, Optional.empty());
        return changes.rehearse(
                new Change(terms.reason(), terms.expected(), now -> added(kind, draft, now)), terms.caller());
    }

    /** The IRI of a new record that is called so. */
    public Node fresh(RecordKind kind, String id) {
        return names.iri(kind, id);
    }

    /** The IRI of a new record that nobody has named. */
    public Node fresh(RecordKind kind) {
        return names.minted(kind);
    }

    /** Puts a record in the place of the one with this id, or files it if there is none. */
    public Written put(RecordKind kind, String id, Body body, Terms terms) {
        checkWritten(kind);
        var iri = resolved(kind, id);
        var draft = drafts.of(kind, body, Optional.of(iri));
        return write(kind, iri, terms, now -> {
            var home = Descriptions.home(now.dataset(), iri, kind);
            checkPresence(home.isPresent(), kind, id, terms);
            home.ifPresent(graph -> terms.requireFresh(now.revisionOf(graph)));
            return home.isPresent() ? replaced(kind, draft, home.get(), now) : added(kind, draft, now);
        });
    }

    /** Changes what the JSON merge patch names (RFC 7396), on the plain JSON form. */
    public Written patch(RecordKind kind, String id, JsonNode patch, Terms terms) {
        checkWritten(kind);
        var iri = resolved(kind, id);
        return write(kind, iri, terms, now -> {
            var home = Descriptions.home(now.dataset(), iri, kind).orElseThrow(() -> unknown(kind, id));
            checkPresence(true, kind, id, terms);
            terms.requireFresh(now.revisionOf(home));
            var before = filed(iri, home, now).json();
            if (!(MergePatch.apply(before, patch) instanceof ObjectNode after)) {
                throw Refusal.of(Kind.UNUSABLE, "补丁须是 JSON 对象", "a patch has to be a JSON object");
            }
            return replaced(kind, drafts.of(kind, new Body.Json(after), Optional.of(iri)), home, now);
        });
    }

    /**
     * Changes a record as the revision says, in one change.
     *
     * @throws Refusal UNKNOWN if there is none, STALE, and whatever the revision or the gate finds
     */
    public Written revise(RecordKind kind, String id, Revision revision, Terms terms) {
        var iri = resolved(kind, id);
        return write(kind, iri, terms, now -> revised(kind, iri, revision, terms, now));
    }

    /** The same checks without writing. */
    public Receipt rehearse(RecordKind kind, String id, Revision revision, Terms terms) {
        var iri = resolved(kind, id);
        return changes.rehearse(
                new Change(terms.reason(), terms.expected(), now -> revised(kind, iri, revision, terms, now)),
                terms.caller());
    }

    /** What the plain JSON says of the record, without its class: statements to be written beside those there are. */
    public Graph statements(Filed record, ObjectNode json) {
        return json.isEmpty() ? Descriptions.graph(List.of()) : drafts.statements(record, json);
    }

    /**
     * Takes a record out.
     *
     * @throws Refusal UNKNOWN if there is none; IN_USE if the law or another record needs it
     */
    public Receipt delete(RecordKind kind, String id, Terms terms) {
        var iri = resolved(kind, id);
        return changes.apply(
                new Change(terms.reason(), terms.expected(), now -> {
                    var home = Descriptions.home(now.dataset(), iri, kind).orElseThrow(() -> unknown(kind, id));
                    terms.requireFresh(now.revisionOf(home));
                    return Keeping.deleting(kind, iri, home, now.dataset(), clock.instant());
                }),
                terms.caller());
    }

    private Delta revised(RecordKind kind, Node iri, Revision revision, Terms terms, Snapshot now) {
        var home = Descriptions.home(now.dataset(), iri, kind).orElseThrow(() -> unknown(kind, names.local(kind, iri)));
        terms.requireFresh(now.revisionOf(home));
        var before = filed(iri, home, now);
        var revised = revision.of(before, now);
        return new Delta(
                Stream.concat(
                                without(before.description(), revised.description(), home).stream(),
                                revised.beside().removed().stream())
                        .toList(),
                Stream.concat(
                                without(revised.description(), before.description(), home).stream(),
                                revised.beside().added().stream())
                        .toList());
    }

    private Written write(RecordKind kind, Node iri, Terms terms, Edit edit) {
        var created = new AtomicBoolean();
        Edit watched = now -> {
            created.set(Descriptions.home(now.dataset(), iri, kind).isEmpty());
            return edit.on(now);
        };
        var receipt = changes.apply(new Change(terms.reason(), terms.expected(), watched), terms.caller());
        // whoever wrote it is shown what they wrote, also where they may not read it
        return Acting.as(WRITTEN, () -> {
            try (var now = store.read()) {
                return new Written(filed(kind, iri, now), created.get(), receipt);
            }
        });
    }

    private Delta added(RecordKind kind, Draft draft, Snapshot now) {
        names.checkNew(kind, draft.iri());
        if (now.union().contains(draft.iri(), Node.ANY, Node.ANY)) {
            throw Refusal.of(
                    Kind.TAKEN,
                    "`%s` 已存在；请换一个编号，或用 PUT 修改",
                    "`%s` exists; choose another identifier, or change it with PUT",
                    draft.iri().getURI());
        }
        var home = homes.of(kind, draft, now.dataset());
        var quads = new ArrayList<>(Descriptions.quads(draft.description(), home.graph()));
        home.catalog().ifPresent(catalog -> quads.add(new Quad(home.graph(), catalog, Dcat.dataset, draft.iri())));
        return new Delta(List.of(), quads);
    }

    private static Delta replaced(RecordKind kind, Draft draft, Node home, Snapshot now) {
        checkCatalog(draft, home, now);
        var before = Descriptions.of(draft.iri(), now.dataset().getGraph(home));
        var after = Descriptions.graph(draft.description().find().toList());
        if (kind == RecordKind.CATALOGS) {
            // entries join and leave a catalogue by being filed and deleted, not by being listed or forgotten here
            before.find(draft.iri(), Dcat.dataset, Node.ANY).forEachRemaining(after::add);
        }
        if (before.isIsomorphicWith(after)) {
            return new Delta(List.of(), List.of());
        }
        return new Delta(without(before, after, home), without(after, before, home));
    }

    private static List<Quad> without(Graph some, Graph others, Node home) {
        return some.find()
                .filterDrop((Triple triple) -> others.contains(triple))
                .mapWith(triple -> new Quad(home, triple))
                .toList();
    }

    private static void checkWritten(RecordKind kind) {
        if (!kind.isWrittenByPeople()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`%s` 只由本服务写入，不能修改；请用 POST /api/v1/receipts 提交问题",
                    "`%s` are written by the service alone and never changed; send a question to POST /api/v1/receipts",
                    kind.path());
        }
    }

    private static void checkCatalog(Draft draft, Node home, Snapshot now) {
        draft.catalog().ifPresent(catalog -> {
            if (!now.dataset().contains(home, catalog, Dcat.dataset, draft.iri())) {
                throw Refusal.of(
                        Kind.UNUSABLE,
                        "`%s` 不在目录 `%s` 中；条目不能移到别的目录",
                        "`%s` does not stand in the catalogue `%s`; an entry cannot move to another catalogue",
                        draft.iri().getURI(),
                        catalog.toString());
            }
        });
    }

    private static void checkPresence(boolean exists, RecordKind kind, String id, Terms terms) {
        if (exists && terms.mustBeNew()) {
            throw Refusal.of(
                    Kind.STALE,
                    "`%s/%s` 已存在，与 If-None-Match 不符",
                    "`%s/%s` exists, which If-None-Match rules out",
                    kind.path(),
                    id);
        }
        if (exists && !terms.mustExist() && terms.expected().isEmpty()) {
            throw Refusal.of(
                    Kind.PRECONDITION_NEEDED,
                    "修改已有记录 `%s/%s` 须带 If-Match；请先读取并使用其 ETag",
                    "changing `%s/%s` needs If-Match; read it first and send its ETag",
                    kind.path(),
                    id);
        }
        if (!exists && (terms.mustExist() || terms.expected().isPresent())) {
            throw Refusal.of(
                    Kind.STALE,
                    "没有 `%s/%s`，与 If-Match 不符",
                    "there is no `%s/%s`, which If-Match rules out",
                    kind.path(),
                    id);
        }
    }

    private Node resolved(RecordKind kind, String id) {
        try (var now = store.read()) {
            return names.find(now.union(), kind, id).orElseGet(() -> names.named(kind, id));
        }
    }

    private Filed filed(RecordKind kind, Node iri, Snapshot now) {
        var home = Descriptions.home(now.dataset(), iri, kind).orElseThrow(() -> unknown(kind, names.local(kind, iri)));
        return filed(iri, home, now);
    }

    private static Filed filed(Node iri, Node home, Snapshot now) {
        return new Filed(
                iri,
                home,
                now.revisionOf(home),
                now.revision(),
                Descriptions.of(iri, now.dataset().getGraph(home)));
    }

    private static Refusal unknown(RecordKind kind, String id) {
        return Refusal.of(
                Kind.UNKNOWN, "没有记录 `%s/%s`；请核对编号", "no record `%s/%s`; check the identifier", kind.path(), id);
    }

    /** The kinds that this record is of; for pages about an IRI. */
    public static Optional<RecordKind> kindOf(Filed record) {
        Set<Node> types = Descriptions.types(record.description(), record.iri());
        return RecordKind.of(types);
    }
}
