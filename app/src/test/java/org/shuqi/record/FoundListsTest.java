package org.shuqi.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.Demo;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.change.Change;
import org.shuqi.change.ChangeDoor;
import org.shuqi.change.Guard;
import org.shuqi.graph.Delta;
import org.shuqi.graph.OnDemand;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.graph.Stores;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;

/** Records found by looking up what a word may mean against reading every value. */
class FoundListsTest {

    private static final int ROUNDS = 25;

    private final Random random = new Random(Long.getLong("shuqi.seed", 1));
    private final Map<String, Node> fields = new HashMap<>();

    FoundListsTest() {
        var context = JsonContext.published();
        context.names().forEach(name -> context.property(name)
                .filter(iri -> !iri.startsWith("@"))
                .ifPresent(iri -> fields.put(name, NodeFactory.createURI(iri))));
        fields.put(context.alias("@type"), Rdf.type);
    }

    @Test
    void whatIsLookedUpIsWhatReadingEveryValueFinds(@TempDir Path data) {
        try (var store = Stores.open(data);
                var door = ChangeDoor.open(store, Guard.NONE)) {
            var books = OnDemand.over(store, "spellings", new SpellingBook.Making());
            var city = new ArrayList<Quad>();
            Demo.dataset().find().forEachRemaining(city::add);
            apply(door, new Delta(List.of(), city));
            var found = 0;
            for (var round = 0; round < ROUNDS; round++) {
                try (var now = store.readAt(Math.max(1, store.revision() - random.nextInt(3)))) {
                    found += compared(now, books, store);
                    var kept = random.nextInt(100);
                    try (var part = now.seenBy(graph -> (graph.hashCode() ^ kept) % 3 != 0)) {
                        compared(part, books, store);
                    }
                }
                apply(door, drawn(city));
            }
            assertThat(found).as("lists that were not empty").isGreaterThan(ROUNDS);
            assertThat(store.verify(quad -> {}).faults()).isEmpty();
        }
    }

    private int compared(Snapshot now, OnDemand<SpellingBook> books, Store store) {
        var someFound = 0;
        for (var each = 0; each < 12; each++) {
            var names = List.copyOf(fields.keySet());
            var field = names.get(random.nextInt(names.size()));
            var values = now.union().find(Node.ANY, fields.get(field), Node.ANY).toList();
            var word = values.isEmpty()
                    ? "police"
                    : word(values.get(random.nextInt(values.size())).getObject());
            var search = new Search(Map.of(field, List.of(word, "no-such")), Optional.empty(), 0, 10);
            for (var kind : List.of(RecordKind.DATASETS, RecordKind.AGREEMENTS, RecordKind.LISTS, RecordKind.NORMS)) {
                var members = Members.of(kind, now.union());
                var plain = Finder.reading(now.union(), members).find(search).toList();
                var lookedUp = new Finder(
                        now.union(),
                        members,
                        property -> Optional.of(books.at(now).of(property, now, store)));
                assertThat(lookedUp.find(search)).as(kind + " " + search).containsExactlyElementsOf(plain);
                someFound += plain.isEmpty() ? 0 : 1;
            }
        }
        return someFound;
    }

    /** The value as people write it: in full, by its last part, or the last two. */
    private String word(Node value) {
        if (value.isLiteral()) {
            return value.getLiteralLexicalForm();
        }
        var text = value.toString();
        var parts = text.split("[/#]");
        return switch (random.nextInt(3)) {
            case 0 -> text;
            case 1 -> parts[parts.length - 1];
            default -> text.substring(Math.max(0, text.length() - random.nextInt(text.length())));
        };
    }

    /** Values in languages, datatypes and name spaces that were not there before, and some that go. */
    private Delta drawn(List<Quad> city) {
        var added = new ArrayList<Quad>();
        for (var each = 0; each < 6; each++) {
            var quad = city.get(random.nextInt(city.size()));
            var value =
                    switch (random.nextInt(5)) {
                        case 0 ->
                            NodeFactory.createLiteralLang(
                                    "police", List.of("en", "fr", "zh-Hans").get(random.nextInt(3)));
                        case 1 -> NodeFactory.createLiteralDT("042", XSDDatatype.XSDinteger);
                        case 2 -> NodeFactory.createURI("https://example.org/" + random.nextInt(4) + "#police");
                        case 3 -> NodeFactory.createURI("urn:police");
                        default -> NodeFactory.createURI("https://example.org/" + random.nextInt(4) + "/police");
                    };
            added.add(new Quad(quad.getGraph(), quad.getSubject(), quad.getPredicate(), value));
        }
        return new Delta(List.of(city.get(random.nextInt(city.size()))), added);
    }

    @Test
    void aListIsOfTheReaderAndTheRevision(@TempDir Path data) {
        try (var store = Stores.open(data);
                var door = ChangeDoor.open(store, Guard.NONE)) {
            var following = new Following(store);
            var graph = NodeFactory.createURI("http://localhost:8080/id/graph/catalog/a");
            var dataset = NodeFactory.createURI("http://localhost:8080/id/dataset/a");
            var police = NodeFactory.createURI("http://localhost:8080/id/organization/police");
            var search = new Search(Map.of("publisher", List.of("police")), Optional.empty(), 0, 10);
            apply(
                    door,
                    new Delta(
                            List.of(),
                            List.of(
                                    new Quad(
                                            graph,
                                            dataset,
                                            Rdf.type,
                                            RecordKind.DATASETS.types().get(0)),
                                    new Quad(graph, dataset, Dct.publisher, police))));

            assertThat(asked(following, search, store, "one", true)).containsExactly(dataset.getURI());
            assertThat(asked(following, search, store, "other", false)).isEmpty();
            assertThat(asked(following, search, store, "one", true)).containsExactly(dataset.getURI());
            apply(door, new Delta(List.of(new Quad(graph, dataset, Dct.publisher, police)), List.of()));
            assertThat(asked(following, search, store, "one", true)).isEmpty();
        }
    }

    private static List<String> asked(Following following, Search search, Store store, String caller, boolean sees) {
        return Acting.as(new Caller(caller, Set.of(Role.READER)), () -> {
            try (var now = store.read().seenBy(graph -> sees)) {
                return following.found(RecordKind.DATASETS, search, now);
            }
        });
    }

    private static void apply(ChangeDoor door, Delta delta) {
        door.apply(new Change("drawn", OptionalLong.empty(), now -> delta), Caller.operator());
    }
}
