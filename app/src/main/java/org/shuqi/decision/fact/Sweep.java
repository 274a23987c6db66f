package org.shuqi.decision.fact;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/**
 * Reads the facts of a whole registry from its statements as they come, without looking for each subject.
 *
 * <p>Registries keep what belongs together in one named graph, and stores give the statements of one named graph together. So
 * the statements are held until the named graph is over, and its subjects are read from them. What a held subject takes in
 * from elsewhere (an item, a constraint) is looked up. Subjects that were not all in one piece are told to the caller, who
 * reads them again from the whole: those that statements of two pieces are about, or that a catalogue of another piece lists.
 * A named graph that is too large to hold is taken in pieces, and who lists its subjects is looked up for each.
 */
final class Sweep implements Statements, Consumer<Quad> {

    private final Statements whole;
    private final Terms terms;
    private final IndexEditing editing;
    private final FactReader reader;
    private final int most;

    private final RulesForm rules;
    private final Writing common = new Writing();

    private Map<Node, List<Quad>> held = new LinkedHashMap<>();
    private Map<Node, List<Quad>> listed = new HashMap<>();
    private int holding;
    private Node graph = Node.ANY;
    private Node subject = Node.ANY;

    /** Whether what is held is a piece of a larger named graph. */
    private boolean inPieces;

    private final Met described = new Met();
    private final Met listedSoFar = new Met();
    private final Met complete = new Met();
    private final Set<Node> torn = new LinkedHashSet<>();

    /**
     * @param whole where to look up what a piece lacks
     * @param editing takes the facts; each subject is put there once at most
     * @param most how many statements to hold; a larger named graph is taken in pieces
     */
    Sweep(Statements whole, IndexEditing editing, ZoneId zone, int most) {
        this.whole = whole;
        this.terms = editing.terms;
        this.editing = editing;
        this.reader = new FactReader(this, terms, zone);
        this.most = most;
        this.rules = new RulesForm(terms.parts());
    }

    @Override
    public void accept(Quad quad) {
        if (!quad.getGraph().equals(graph)) {
            readHeld();
            inPieces = false;
        } else if (holding >= most && !quad.getSubject().equals(subject)) {
            inPieces = true;
            readHeld();
        }
        graph = quad.getGraph();
        subject = quad.getSubject();
        held.computeIfAbsent(subject, none -> new ArrayList<>()).add(quad);
        if (IndexDerivation.isAboutTheObject(quad)) {
            listed.computeIfAbsent(quad.getObject(), none -> new ArrayList<>(1)).add(quad);
        }
        holding++;
    }

    /** Reads what is still held, and tells the subjects that have to be read again from the whole. */
    Set<Node> finish() {
        readHeld();
        return torn;
    }

    private void readHeld() {
        held.keySet().stream()
                .filter(node -> described.has(node) || !inPieces && listedSoFar.has(node))
                .forEach(torn::add);
        listed.keySet().stream()
                .filter(node -> !held.containsKey(node) && described.has(node) && !complete.has(node))
                .forEach(torn::add);
        held.forEach((node, said) -> {
            if (said.stream().anyMatch(Sweep::makesAFact) && !torn.contains(node)) {
                if (said.stream().anyMatch(Sweep::isDataset)) {
                    numberInARow(node, said);
                }
                read(node);
            }
        });
        held.keySet().forEach(described::add);
        listed.keySet().forEach(listedSoFar::add);
        if (inPieces) {
            held.keySet().forEach(complete::add);
        }
        held = new LinkedHashMap<>();
        listed = new HashMap<>();
        holding = 0;
    }

    private void read(Node node) {
        var facts = reader.read(node);
        int id = terms.of(Description.key(node));
        if (id != Terms.NONE) {
            editing.replace(id, facts.stream().allMatch(IndexEditing::isRule) ? withCommonParts(id, facts) : facts);
        }
    }

    /** The same, with parts that are one object for all facts; a country has hundreds of thousands of agreements. */
    private List<Fact> withCommonParts(int id, List<Fact> facts) {
        common.clear();
        rules.write(id, facts, common);
        return rules.read(id, new Reading(common.bytes(), 0));
    }

    private static boolean makesAFact(Quad quad) {
        return quad.getPredicate().equals(Rdf.type)
                ? FactReader.TYPES.contains(quad.getObject())
                : FactReader.LINKS.contains(quad.getPredicate());
    }

    private static boolean isDataset(Quad quad) {
        return quad.getPredicate().equals(Rdf.type) && quad.getObject().equals(Dcat.Dataset);
    }

    /** Numbers a dataset and its items before anything else it names, so that they take the least room. */
    private void numberInARow(Node dataset, List<Quad> said) {
        var items = said.stream()
                .filter(quad -> quad.getPredicate().equals(Sq.dataItem))
                .map(Quad::getObject)
                .filter(item -> item.isURI() || item.isBlank())
                .map(Description::key)
                .sorted()
                .toList();
        terms.addWithItems(Description.key(dataset), items);
    }

    @Override
    public Iterator<Quad> of(Node node) {
        var said = held.get(node);
        return said == null ? whole.of(node) : said.iterator();
    }

    @Override
    public Stream<Node> subjects(Node predicate, Node object) {
        if (inPieces) {
            return whole.subjects(predicate, object);
        }
        return listed.getOrDefault(object, List.of()).stream()
                .filter(quad -> quad.getPredicate().equals(predicate))
                .map(Quad::getSubject);
    }

    /** Nodes that came before: a bit for each that is a term by now, a hash for each other. */
    private final class Met {

        private final BitSet ids = new BitSet();
        private final LongOpenHashSet hashes = new LongOpenHashSet();

        boolean has(Node node) {
            var key = Description.key(node);
            int id = terms.of(key);
            return id != Terms.NONE && ids.get(id) || !hashes.isEmpty() && hashes.contains(hash(key));
        }

        void add(Node node) {
            var key = Description.key(node);
            int id = terms.of(key);
            if (id != Terms.NONE) {
                ids.set(id);
            } else {
                hashes.add(hash(key));
            }
        }

        /** Two of equal hash are read again in vain, which does no harm. */
        private static long hash(String key) {
            long hash = key.length();
            for (int at = 0; at < key.length(); at++) {
                hash = (hash ^ key.charAt(at)) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 32;
            }
            return hash;
        }
    }
}
