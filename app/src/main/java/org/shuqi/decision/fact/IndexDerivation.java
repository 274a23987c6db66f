package org.shuqi.decision.fact;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Derivation;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
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

    private final ZoneId zone;

    /** Plain dates begin in the given zone. */
    public IndexDerivation(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Index build(DatasetGraph whole, long revision) {
        var terms = Terms.fresh();
        var reader = new FactReader(whole, terms, zone);
        var editing = IndexEditing.fresh(terms);
        everySubject(whole).forEach(subject -> replace(editing, reader, subject));
        return Index.of(editing, revision);
    }

    private static void replace(IndexEditing editing, FactReader reader, Node subject) {
        var facts = reader.read(subject);
        var id = editing.terms.of(Description.key(subject));
        if (id != Terms.NONE) {
            editing.replace(id, facts);
        }
    }

    private static Set<Node> everySubject(DatasetGraph whole) {
        var subjects = new LinkedHashSet<Node>();
        FactReader.TYPES.forEach(type -> whole.find(Node.ANY, Node.ANY, Rdf.type, type)
                .forEachRemaining(quad -> subjects.add(quad.getSubject())));
        Stream.of(Odrl.partOf, Org.subOrganizationOf, Skos.broader)
                .forEach(link -> whole.find(Node.ANY, Node.ANY, link, Node.ANY)
                        .forEachRemaining(quad -> subjects.add(quad.getSubject())));
        return subjects;
    }

    @Override
    public Index next(Index previous, DatasetGraph now, long revision, Delta delta) {
        var reader = new FactReader(now, previous.terms(), zone);
        var editing = new IndexEditing(previous);
        touched(now, delta).forEach(subject -> replace(editing, reader, subject));
        return previous.changed(editing, revision);
    }

    /** The subjects whose facts may have changed; a link that was taken away has its own end in the change. */
    private static Set<Node> touched(DatasetGraph now, Delta delta) {
        var touched = new LinkedHashSet<Node>();
        var waiting = new ArrayDeque<Node>();
        Stream.concat(delta.removed().stream(), delta.added().stream())
                .flatMap(IndexDerivation::ends)
                .forEach(waiting::add);
        while (!waiting.isEmpty()) {
            var subject = waiting.remove();
            if (touched.add(subject)) {
                OWNING.forEach(link -> now.find(Node.ANY, Node.ANY, link, subject)
                        .forEachRemaining(quad -> waiting.add(quad.getSubject())));
            }
        }
        return touched;
    }

    private static Stream<Node> ends(Quad quad) {
        return ABOUT_THE_OBJECT.contains(quad.getPredicate())
                        && !quad.getObject().isLiteral()
                ? Stream.of(quad.getSubject(), quad.getObject())
                : Stream.of(quad.getSubject());
    }

    @Override
    public boolean same(Index followed, Index rebuilt) {
        return followed.describe().equals(rebuilt.describe());
    }
}
