package org.shuqi.notice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.graph.Commit;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Store;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/**
 * Events, read from the log: the same for everyone, whenever they ask, so that a listener who names the last revision it has
 * seen misses nothing.
 */
public final class Events {

    /** The types of what happens. */
    public static final List<String> TYPES = List.of("bulk", "due-soon", "finding", "status");

    /** A revision that changed more is a load, of which single events are not told. */
    private static final long LARGEST = 20_000;

    private static final int BATCH = 100;

    private static final List<Node> STATUSES =
            List.of(Sq.requestStatus, Sq.agreementStatus, Sq.caseStatus, Sq.entryStatus);

    private static final List<Node> PARTIES = List.of(
            Sq.requester,
            Sq.respondent,
            Sq.disputant,
            Sq.listedBy,
            Sq.recipientScope,
            Dct.publisher,
            Odrl.assigner,
            Odrl.assignee);

    private final Store store;

    /** Of this registry. */
    public Events(Store store) {
        this.store = store;
    }

    /**
     * Some events, and how far the log was read for them.
     *
     * @param events the oldest first
     * @param upTo the last revision that was looked at
     */
    public record Page(List<Event> events, long upTo) {

        public Page {
            events = List.copyOf(events);
        }
    }

    /** What to tell of; what is empty does not narrow. */
    public record Filter(List<String> types, List<String> organizations) {

        /** Everything. */
        public static final Filter ALL = new Filter(List.of(), List.of());

        public Filter {
            types = List.copyOf(types);
            organizations = List.copyOf(organizations);
        }

        private boolean takes(Event.Happening happening) {
            return (types.isEmpty() || types.contains(happening.type()))
                    && (organizations.isEmpty()
                            || happening.record().isEmpty()
                            || happening.organizations().stream().anyMatch(organizations::contains));
        }

        /** The event with what passes; empty if nothing does. */
        Optional<Event> cut(Event event) {
            var left = event.happenings().stream().filter(this::takes).toList();
            return left.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Event(event.revision(), event.at(), event.actor(), left));
        }
    }

    /** The newest revision that there is. */
    public long newest() {
        return store.revision();
    }

    /** The next events after the revision; an empty page that has not reached the newest revision is no end. */
    public Page after(long revision, Filter filter) {
        var events = new ArrayList<Event>();
        var upTo = revision;
        try (var now = store.read()) {
            for (var commit : store.history(revision, BATCH)) {
                event(commit, now.union()).flatMap(filter::cut).ifPresent(events::add);
                upTo = commit.revision();
            }
        }
        return new Page(events, upTo);
    }

    private Optional<Event> event(Commit commit, Graph now) {
        var happenings = store.change(commit.revision(), LARGEST)
                .map(delta -> happenings(delta, now))
                .orElse(List.of(new Event.Happening("bulk", "", List.of(), Map.of())));
        return happenings.isEmpty()
                ? Optional.empty()
                : Optional.of(new Event(commit.revision(), commit.at(), commit.actor(), happenings));
    }

    private static List<Event.Happening> happenings(Delta delta, Graph now) {
        var happened = new ArrayList<Event.Happening>();
        for (var quad : delta.added()) {
            if (STATUSES.contains(quad.getPredicate()) && quad.getSubject().isURI()) {
                happened.add(status(quad, delta, now));
            } else if (quad.getPredicate().equals(Rdf.type) && quad.getObject().equals(Sq.DueNotice)) {
                happened.add(paper("due-soon", quad.getSubject(), delta));
            } else if (quad.getPredicate().equals(Rdf.type) && quad.getObject().equals(Sq.Finding)) {
                happened.add(paper("finding", quad.getSubject(), delta));
            }
        }
        happened.sort(Comparator.comparing(Event.Happening::type)
                .thenComparing(Event.Happening::record)
                .thenComparing(each -> each.details().toString()));
        return happened;
    }

    private static Event.Happening status(Quad quad, Delta delta, Graph now) {
        var details = new LinkedHashMap<String, String>();
        details.put("property", local(quad.getPredicate()));
        delta.removed().stream()
                .filter(old -> old.getSubject().equals(quad.getSubject()))
                .filter(old -> old.getPredicate().equals(quad.getPredicate()))
                .map(old -> local(old.getObject()))
                .sorted()
                .findFirst()
                .ifPresent(from -> details.put("from", from));
        details.put("to", local(quad.getObject()));
        return new Event.Happening("status", quad.getSubject().getURI(), concerned(quad.getSubject(), now), details);
    }

    /** The parties of the record as it stands now: only for filters, so that nobody has to know who they were then. */
    private static List<String> concerned(Node record, Graph now) {
        var nodes = new ArrayList<Node>(List.of(record));
        now.find(record, Odrl.permission, Node.ANY).forEachRemaining(triple -> nodes.add(triple.getObject()));
        var concerned = new TreeSet<String>();
        nodes.forEach(node -> PARTIES.forEach(property -> now.find(node, property, Node.ANY)
                .forEachRemaining(triple -> concerned.add(triple.getObject().toString()))));
        return List.copyOf(concerned);
    }

    /** What the paper is about is the record; the paper itself is a detail. */
    private static Event.Happening paper(String type, Node paper, Delta delta) {
        var said = new TreeMap<String, List<String>>();
        delta.added().stream().filter(quad -> quad.getSubject().equals(paper)).forEach(quad -> said.computeIfAbsent(
                        local(quad.getPredicate()), none -> new ArrayList<>())
                .add(
                        quad.getObject().isLiteral()
                                ? quad.getObject().getLiteralLexicalForm()
                                : quad.getObject().toString()));
        var details = new LinkedHashMap<String, String>();
        details.put("paper", paper.toString());
        for (var name : List.of("clock", "violationCode", "dueOn")) {
            said.getOrDefault(name, List.of()).stream()
                    .sorted()
                    .findFirst()
                    .ifPresent(value -> details.put(name, value.startsWith(Sq.CODE) ? tail(value) : value));
        }
        return new Event.Happening(
                type,
                said.getOrDefault("about", List.of(paper.toString())).get(0),
                said.getOrDefault("responsibleParty", List.of()).stream()
                        .sorted()
                        .toList(),
                details);
    }

    private static String local(Node node) {
        return tail(node.isLiteral() ? node.getLiteralLexicalForm() : node.toString());
    }

    private static String tail(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }
}
