package org.shuqi.decision.fact;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Derivation;
import org.shuqi.graph.Keeping;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Sq;

/**
 * Computes the index: from the whole graph, or from the previous index by reading again the subjects that a change touched
 * and those whose facts contain them.
 */
public final class IndexDerivation implements Derivation<Index> {

    /** Statements by which one subject takes another into its facts. */
    private static final List<Node> OWNING = List.of(
            Sq.dataItem, Odrl.permission, Odrl.constraint, Odrl.duty, Sq.suspension, Sq.maskingRule, Sq.deadline);
    /** Statements that belong to the facts of their object. */
    private static final Set<Node> ABOUT_THE_OBJECT = Set.of(Dcat.dataset, Dcat.catalog);

    /** How many statements of one named graph are held at a time while the whole is read: some hundred megabytes. */
    private static final int MOST = 1_000_000;

    private final ZoneId zone;
    private final int most;

    /** Plain dates begin in the given zone. */
    public IndexDerivation(ZoneId zone) {
        this(zone, MOST);
    }

    IndexDerivation(ZoneId zone, int most) {
        this.zone = zone;
        this.most = most;
    }

    @Override
    public Index build(DatasetGraph whole, long revision) {
        var graph = Statements.in(whole);
        return build(each -> whole.find().forEachRemaining(each), graph, revision);
    }

    /**
     * The index from all statements as they come.
     *
     * @param stream gives every statement to its argument, those of one named graph together if it can
     * @param whole for looking up what the stream tore apart
     */
    Index build(Consumer<Consumer<Quad>> stream, Statements whole, long revision) {
        var filling = IndexEditing.fresh(Terms.fresh());
        var sweep = new Sweep(whole, filling, zone, most);
        stream.accept(sweep);
        var torn = sweep.finish();
        var swept = Index.of(filling, revision);
        return torn.isEmpty() ? swept : reread(swept, whole, withOwners(whole, torn.stream()), revision);
    }

    private Index reread(Index previous, Statements whole, Set<Node> subjects, long revision) {
        var reader = new FactReader(whole, previous.terms(), zone);
        var editing = new IndexEditing(previous);
        subjects.forEach(subject -> replace(editing, reader, subject));
        return previous.changed(editing, revision);
    }

    private static void replace(IndexEditing editing, FactReader reader, Node subject) {
        var facts = reader.read(subject);
        var id = editing.terms.of(Description.key(subject));
        if (id != Terms.NONE) {
            editing.replace(id, facts);
        }
    }

    @Override
    public Index next(Index previous, DatasetGraph now, long revision, Delta delta) {
        var graph = Statements.in(now);
        var ends =
                Stream.concat(delta.removed().stream(), delta.added().stream()).flatMap(IndexDerivation::ends);
        return reread(previous, graph, withOwners(graph, ends), revision);
    }

    /** The subjects and those whose facts contain them; a link that was taken away has its own end in the change. */
    private static Set<Node> withOwners(Statements graph, Stream<Node> subjects) {
        var touched = new LinkedHashSet<Node>();
        var waiting = new ArrayDeque<Node>();
        subjects.forEach(waiting::add);
        while (!waiting.isEmpty()) {
            var subject = waiting.remove();
            if (touched.add(subject)) {
                OWNING.forEach(link -> graph.subjects(link, subject).forEach(waiting::add));
            }
        }
        return touched;
    }

    private static Stream<Node> ends(Quad quad) {
        return isAboutTheObject(quad) ? Stream.of(quad.getSubject(), quad.getObject()) : Stream.of(quad.getSubject());
    }

    /** Whether the statement belongs to the facts of its object too. */
    static boolean isAboutTheObject(Quad quad) {
        return ABOUT_THE_OBJECT.contains(quad.getPredicate())
                && !quad.getObject().isLiteral();
    }

    @Override
    public Optional<Keeping<Index>> keeping() {
        return Optional.of(new IndexFile(zone));
    }

    @Override
    public boolean same(Index followed, Index rebuilt) {
        return Portrait.sum(followed).equals(Portrait.sum(rebuilt));
    }
}
