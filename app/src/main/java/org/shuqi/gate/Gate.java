package org.shuqi.gate;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.system.G;
import org.shuqi.graph.Delta;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

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

    private final Supplier<Rules> rules;

    Gate(Graph shapes, Graph terms) {
        this(fixed(shapes, terms));
    }

    private Gate(Supplier<Rules> rules) {
        this.rules = rules;
    }

    private static Supplier<Rules> fixed(Graph shapes, Graph terms) {
        var rules = Rules.of(shapes, terms);
        return () -> rules;
    }

    /** The shapes as they were read. */
    private record Rules(
            Shapes shapes, Map<Shape, Rule> compiled, Dependencies dependencies, Vocabulary vocabulary, Words words) {

        static Rules of(Graph shapes, Graph terms) {
            var parsed = Shapes.parse(shapes);
            var dependencies = Dependencies.of(parsed);
            return new Rules(
                    parsed, RuleCompiler.compile(parsed), dependencies, new Vocabulary(terms), new Words(shapes));
        }
    }

    /** The gate of the shapes and the vocabulary that were shipped with this program. */
    public static Gate standard() {
        return new Gate(Release.graph("shapes"), Release.graph("ontology/terms"));
    }

    /**
     * The gate of other shapes, with the shipped vocabulary.
     *
     * @throws Refusal INVALID if they are no shapes that can be checked
     */
    public static Gate of(Graph shapes) {
        try {
            return new Gate(shapes, Release.graph("ontology/terms"));
        } catch (UnusableShape | JenaException unusable) {
            throw Refusal.of(
                    Kind.INVALID,
                    "形状不可用：%s；请改正",
                    "the shape is of no use: %s; correct it",
                    Objects.requireNonNullElse(unusable.getMessage(), "-"));
        }
    }

    /** The gate that is in force whenever it is asked. */
    public static Gate following(Supplier<Gate> current) {
        return new Gate(() -> current.get().rules.get());
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
        var now = rules.get();
        var check = begin(now, after);
        var touched = delta.removed().isEmpty()
                ? new Affected(now.dependencies(), check.graph(), check.targets(), check)
                : over(now, NamedGraphs.of(after, delta.removed()), check);
        if (touched.changesClasses(delta)) {
            check.everything();
        } else {
            touched.follow(delta);
        }
        return check.report();
    }

    /** Checks these nodes against every shape that targets them, and nothing else. */
    public Report checkNodes(DatasetGraph dataset, Collection<Node> nodes) {
        var check = begin(rules.get(), dataset);
        check.all(nodes.stream(), check::subject);
        return check.report();
    }

    /** Checks the whole registry; takes as long as the registry is large. */
    public Report checkAll(DatasetGraph dataset) {
        var check = begin(rules.get(), dataset);
        check.everything();
        return check.report();
    }

    /** The nodes that the shape is about. */
    public List<Node> focusNodes(DatasetGraph dataset, Node shape) {
        var graph = NamedGraphs.of(dataset);
        return target(rules.get(), shape)
                .map(one -> List.copyOf(VLib.focusNodes(graph, one)))
                .orElse(List.of());
    }

    /** Checks the nodes, which the shape is about, against that shape and no other. */
    public Report checkAgainst(DatasetGraph dataset, Node shape, Collection<Node> nodes) {
        var now = rules.get();
        var check = begin(now, dataset);
        target(now, shape).ifPresent(one -> check.all(nodes.stream(), node -> check.verdict(one, node)));
        return check.report();
    }

    /** The shapes with a target of their own that look through one of these shapes, themselves among them. */
    public Set<Node> looksThrough(Set<Node> shapes) {
        var now = rules.get().shapes();
        return now.getTargetShapes().stream()
                .map(Shape::getShapeNode)
                .filter(node -> reaches(now.getGraph(), node, shapes))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean reaches(Graph graph, Node from, Set<Node> wanted) {
        var seen = new HashSet<Node>(Set.of(from));
        var open = new ArrayDeque<Node>(seen);
        while (!open.isEmpty()) {
            var at = open.remove();
            if (wanted.contains(at)) {
                return true;
            }
            G.find(graph, at, Node.ANY, Node.ANY)
                    .mapWith(triple -> triple.getObject())
                    .filterKeep(next -> !next.isLiteral() && seen.add(next))
                    .forEachRemaining(open::add);
        }
        return false;
    }

    private static Optional<Shape> target(Rules now, Node shape) {
        return now.shapes().getTargetShapes().stream()
                .filter(one -> one.getShapeNode().equals(shape))
                .findFirst();
    }

    private static Affected over(Rules now, Graph both, Check check) {
        return new Affected(now.dependencies(), both, new Targets(now.shapes(), both), check);
    }

    private static Check begin(Rules now, DatasetGraph dataset) {
        return new Check(now.shapes(), now.compiled(), now.vocabulary(), now.words(), NamedGraphs.of(dataset));
    }
}
