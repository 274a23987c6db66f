package org.shuqi.proposal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.access.Caller;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.record.Body;
import org.shuqi.record.Filed;
import org.shuqi.record.JsonTree;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.record.Revision;
import org.shuqi.record.Search;
import org.shuqi.record.Terms;
import org.shuqi.standard.Standard;
import org.shuqi.standard.TermEdit;
import org.shuqi.standard.Wording;
import org.shuqi.vocabulary.Proposing;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** The working copies: opening one, editing terms in it, seeing what it changes. */
public final class Proposals {

    private static final Set<Node> EDITED = Set.of(Sq.about, Proposing.formerText, Proposing.proposedText);
    private static final Delta NOTHING = new Delta(List.of(), List.of());

    private final Store store;
    private final Records records;
    private final Standard standard;
    private final ProposalReader reader;

    /** Over one registry, as whoever works on a thread may read it. */
    public Proposals(Store store, Records records, Standard standard) {
        this.store = store;
        this.records = records;
        this.standard = standard;
        this.reader = new ProposalReader(records, standard);
    }

    /** All of them, the newest name first. */
    public List<Proposal> all() {
        try (var now = store.read()) {
            var found = new ArrayList<Proposal>();
            records.list(RecordKind.PROPOSALS, new Search(Map.of(), Optional.empty(), 0, Search.LARGEST_PAGE))
                    .records()
                    .forEach(record -> found.add(0, reader.proposal(record, now)));
            return found;
        }
    }

    /**
     * One of them.
     *
     * @throws Refusal UNKNOWN
     */
    public Proposal read(String id) {
        try (var now = store.read()) {
            return reader.proposal(records.read(RecordKind.PROPOSALS, id), now);
        }
    }

    /** The edits of one of them, as they are to be made. */
    public List<TermEdit> edits(String id) {
        var record = records.read(RecordKind.PROPOSALS, id);
        return TermEdit.of(record.description(), record.iri());
    }

    /** What a text would change that says everything of one or more terms; nothing for a term of which it says what holds. */
    public List<TermEdit> edits(Graph written) {
        try (var now = store.read()) {
            return written.find().mapWith(Triple::getSubject).filterKeep(Node::isURI).toSet().stream()
                    .map(term -> new TermEdit(
                            term,
                            term,
                            Optional.of(held(term, now)).filter(held -> !held.isEmpty()),
                            Wording.of(term, written)))
                    .filter(edit -> !edit.isIdle())
                    .sorted(Comparator.comparing(edit -> edit.term().getURI()))
                    .toList();
        }
    }

    /** The difference that an edit makes, line by line. */
    public static List<Proposal.Line> lines(TermEdit edit) {
        return Lines.between(
                edit.former().orElseGet(GraphFactory::createDefaultGraph), edit.proposed(), edit.isShape());
    }

    /** Changes whenever an edit of the working copy does. */
    String digest(String id) {
        var record = records.read(RecordKind.PROPOSALS, id);
        var texts = record.description()
                .find()
                .filterKeep(triple -> EDITED.contains(triple.getPredicate()))
                .mapWith(triple -> triple.getSubject() + " " + triple.getPredicate() + " " + triple.getObject())
                .toList();
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            texts.stream().sorted().forEach(text -> digest.update(text.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * Opens a working copy.
     *
     * @param organization IRI or name of the one that proposes
     * @return its name
     */
    public String open(Text title, String organization, Caller caller) {
        var id = free();
        var json = JsonTree.object();
        json.put("id", "proposal/" + id);
        json.put("identifier", id);
        var titles = json.putObject("title");
        if (!title.zh().isBlank()) {
            titles.put("zh", title.zh().strip());
        }
        if (!title.en().isBlank()) {
            titles.put("en", title.en().strip());
        }
        json.put(
                "publisher", records.iri(RecordKind.ORGANIZATIONS, organization).getURI());
        json.put("caseStatus", Sq.code("proposal-status", "draft").getURI());
        records.create(RecordKind.PROPOSALS, new Body.Json(json), terms("working copy", OptionalLong.empty(), caller));
        return id;
    }

    /** Takes away a working copy in which nothing was edited yet. */
    public void discard(String id, Caller caller) {
        records.delete(RecordKind.PROPOSALS, id, terms("nothing was edited", OptionalLong.empty(), caller));
    }

    /** What is said of a term in a working copy; what holds now, if that does not touch it; empty if nothing does. */
    public String text(Optional<String> id, Node term) {
        try (var now = store.read()) {
            var edited = id.flatMap(one -> edits(one).stream()
                    .filter(edit -> edit.term().equals(term))
                    .findFirst()
                    .map(TermEdit::proposed));
            var graph = edited.orElseGet(() -> held(term, now));
            return graph.isEmpty() ? "" : Wording.write(graph);
        }
    }

    /**
     * Puts an edit of a term into a working copy, in the place of the one there is; takes it out if it changes nothing.
     *
     * @param turtle all that is to be said of the term
     * @throws Refusal MALFORMED with line and column, STALE, and what the door refuses
     */
    public void put(String id, Node term, String turtle, OptionalLong expected, Caller caller) {
        var proposed = Wording.parse(turtle);
        revise(id, "edit " + term.getURI(), expected, caller, (edits, now) -> {
            var former = former(edits, term, now);
            edits.put(term, new TermEdit(term, term, former, proposed));
            return edits;
        });
    }

    /** Puts several edits into a working copy at once, as they are. */
    public void putAll(String id, List<TermEdit> some, Caller caller) {
        revise(id, "edit %d terms".formatted(some.size()), OptionalLong.empty(), caller, (edits, now) -> {
            some.forEach(edit -> edits.put(edit.term(), edit));
            return edits;
        });
    }

    /**
     * Gives a code or term another address in a working copy: a new one with everything that is said of the old, which is
     * deprecated and names its heir.
     */
    public void rename(String id, Node term, Node heir, OptionalLong expected, Caller caller) {
        revise(id, "rename " + term.getURI(), expected, caller, (edits, now) -> {
            if (!held(heir, now).isEmpty()) {
                throw Refusal.of(
                        Kind.TAKEN,
                        "`%s` 已有定义；请换一个地址",
                        "`%s` is defined already; choose another address",
                        heir.getURI());
            }
            var former = former(edits, term, now);
            var text =
                    Optional.ofNullable(edits.get(term)).map(TermEdit::proposed).orElseGet(() -> held(term, now));
            edits.put(heir, new TermEdit(heir, heir, Optional.empty(), Renaming.heir(term, heir, text)));
            edits.put(term, new TermEdit(term, term, former, Renaming.deprecated(term, heir, text)));
            return edits;
        });
    }

    /** Takes an edit out of a working copy. */
    public void drop(String id, Node term, OptionalLong expected, Caller caller) {
        revise(id, "drop " + term.getURI(), expected, caller, (edits, now) -> {
            edits.remove(term);
            return edits;
        });
    }

    /** Makes an edit again on top of what holds now: what it takes out is taken out, what it puts in is put in. */
    public void renew(String id, Node term, OptionalLong expected, Caller caller) {
        revise(id, "renew " + term.getURI(), expected, caller, (edits, now) -> {
            var edit = Optional.ofNullable(edits.get(term)).orElseThrow(() -> unknown(term));
            var held = held(term, now);
            edits.put(term, new TermEdit(term, term, Optional.of(held), Renaming.merged(edit, held)));
            return edits;
        });
    }

    private Optional<Graph> former(Map<Node, TermEdit> edits, Node term, Snapshot now) {
        var edit = Optional.ofNullable(edits.get(term));
        return edit.isPresent()
                ? edit.get().former()
                : Optional.of(held(term, now)).filter(held -> !held.isEmpty());
    }

    private Graph held(Node term, Snapshot now) {
        return Standard.said(term, now.dataset(), standard.current());
    }

    private void revise(
            String id,
            String reason,
            OptionalLong expected,
            Caller caller,
            BiFunction<Map<Node, TermEdit>, Snapshot, Map<Node, TermEdit>> change) {
        records.revise(
                RecordKind.PROPOSALS,
                id,
                (before, now) -> {
                    var edits = new HashMap<Node, TermEdit>();
                    TermEdit.of(before.description(), before.iri()).forEach(edit -> edits.put(edit.term(), edit));
                    var after = change.apply(edits, now);
                    after.values().removeIf(TermEdit::isIdle);
                    return new Revision.Revised(written(before, after), NOTHING);
                },
                terms(reason, expected, caller));
    }

    /** The record with these edits and no others. */
    private static Graph written(Filed before, Map<Node, TermEdit> edits) {
        var after = GraphFactory.createDefaultGraph();
        var old = before.description()
                .find(before.iri(), Proposing.edit, Node.ANY)
                .mapWith(Triple::getObject)
                .toSet();
        before.description()
                .find()
                .filterDrop(triple -> old.contains(triple.getSubject()) || old.contains(triple.getObject()))
                .forEachRemaining(after::add);
        edits.values().forEach(edit -> {
            var node = NodeFactory.createURI(before.iri().getURI() + "#"
                    + edit.term()
                            .getURI()
                            .replaceFirst("^https://w3id.org/shuqi/", "")
                            .replaceAll("[^A-Za-z0-9-]", "-"));
            after.add(Triple.create(before.iri(), Proposing.edit, node));
            after.add(Triple.create(node, Rdf.type, Proposing.TermEdit));
            after.add(Triple.create(node, Sq.about, edit.term()));
            edit.former()
                    .ifPresent(former -> after.add(Triple.create(
                            node, Proposing.formerText, NodeFactory.createLiteralString(Wording.write(former)))));
            after.add(Triple.create(
                    node, Proposing.proposedText, NodeFactory.createLiteralString(Wording.write(edit.proposed()))));
        });
        return after;
    }

    private String free() {
        try (var now = store.read()) {
            var taken = now.union().find(Node.ANY, Rdf.type, Proposing.Proposal).toList().stream()
                    .map(triple -> records.id(RecordKind.PROPOSALS, triple.getSubject()))
                    .collect(Collectors.toSet());
            for (var number = taken.size() + 1; ; number++) {
                var id = "%04d".formatted(number);
                if (!taken.contains(id)) {
                    return id;
                }
            }
        }
    }

    private static Terms terms(String reason, OptionalLong expected, Caller caller) {
        return new Terms(reason, expected, false, false, caller);
    }

    private static Refusal unknown(Node term) {
        return Refusal.of(
                Kind.UNKNOWN,
                "工作副本没有改动 `%s`；请核对词项",
                "the working copy does not edit `%s`; check the term",
                term.getURI());
    }
}
