package org.shuqi.gate;

import java.util.Collection;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sys.JenaSystem;
import org.shuqi.graph.Delta;

/**
 * Checks the registry against the shapes, at a cost that depends on the change and not on the size of the registry.
 *
 * <p>Thread-safe. Needs to be called inside a read transaction of the dataset it is given.
 */
public final class Gate {

    /** A check stops once it has found this many reasons to refuse. */
    static final int ENOUGH = 1000;

    static {
        JenaSystem.init();
        ARQ.getContext().set(ARQ.httpServiceAllowed, false);
    }

    private final Shapes shapes;
    private final Dependencies dependencies;
    private final Vocabulary vocabulary;
    private final Words words;

    Gate(Graph shapes, Graph terms) {
        this.shapes = Shapes.parse(shapes);
        this.dependencies = Dependencies.of(this.shapes);
        this.vocabulary = new Vocabulary(terms);
        this.words = new Words(shapes);
    }

    /** The gate of the shapes and the vocabulary that were shipped with this program. */
    public static Gate standard() {
        return new Gate(Release.graph("shapes"), Release.graph("ontology/terms"));
    }

    /** The shapes as they are published, all files in one graph. */
    public static Graph published() {
        return Release.graph("shapes");
    }

    /** What forms ask for, in words and in order: beside the shapes, which say what must be answered. */
    public static Graph forms() {
        return Release.graph("shapes/forms");
    }

    /**
     * Checks a change: its subjects, and every node whose verdict depends on what changed.
     *
     * <p>If the registry conformed before, it conforms after the change exactly if this report does.
     *
     * @param after the registry as it would be, for instance as an overlay; only its named graphs are looked at
     * @param delta what leads there
     */
    public Report check(DatasetGraph after, Delta delta) {
        var both = NamedGraphs.of(after, delta.removed());
        var check = begin(after);
        var touched = new Affected(dependencies, shapes, both, check);
        if (touched.changesClasses(delta)) {
            check.everything();
        } else {
            touched.follow(delta);
        }
        return check.report();
    }

    /** Checks these nodes against every shape that targets them, and nothing else. */
    public Report checkNodes(DatasetGraph dataset, Collection<Node> nodes) {
        var check = begin(dataset);
        check.all(nodes.stream(), check::subject);
        return check.report();
    }

    /** Checks the whole registry; takes as long as the registry is large. */
    public Report checkAll(DatasetGraph dataset) {
        var check = begin(dataset);
        check.everything();
        return check.report();
    }

    private Check begin(DatasetGraph dataset) {
        return new Check(shapes, vocabulary, words, NamedGraphs.of(dataset));
    }
}
