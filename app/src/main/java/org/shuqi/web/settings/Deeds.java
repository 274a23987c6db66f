package org.shuqi.web.settings;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.shuqi.access.Standing;
import org.shuqi.account.Belongings.Post;
import org.shuqi.registry.Settings;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Crumb;
import org.shuqi.web.Said;
import org.shuqi.web.View;
import org.shuqi.web.Where;

/** What was done in a role that was handed on, as far as the reader may see the records; while the snapshot is open. */
final class Deeds {

    private static final int MOST = 50;

    private final Graph registry;
    private final View view;
    private final Where where;
    private final Settings settings;

    Deeds(Graph registry, View view, Where where, Settings settings) {
        this.registry = registry;
        this.view = view;
        this.where = where;
        this.settings = settings;
    }

    private record Step(Node taken, Instant at) {}

    /** The steps that the person took in the role while it was theirs, the latest first. */
    List<DelegationPage.Done> of(Post post, String person) {
        var role = Sq.code("approval-role", post.appointment().role().code());
        return registry.find(Node.ANY, Sq.person, NodeFactory.createLiteralString(person)).toList().stream()
                .map(Triple::getSubject)
                .filter(taken -> registry.contains(taken, Sq.approvalRole, role))
                .filter(taken -> one(taken, Sq.takenBy)
                        .filter(by -> Standing.of(by, registry).isReachedBy(post.appointment()))
                        .isPresent())
                .flatMap(taken -> at(taken).map(at -> new Step(taken, at)).stream())
                .filter(step -> post.from().filter(step.at()::isBefore).isEmpty()
                        && post.until()
                                .filter(until -> !step.at().isBefore(until))
                                .isEmpty())
                .sorted(Comparator.comparing(Step::at).reversed())
                .limit(MOST)
                .map(this::done)
                .toList();
    }

    private DelegationPage.Done done(Step step) {
        var record = G.listPO(registry, Sq.stepTaken, step.taken()).stream().findFirst();
        return new DelegationPage.Done(
                view.time(step.at()),
                record.map(node -> new Crumb(name(node), where.of(node, registry)))
                        .orElseGet(() -> new Crumb(Said.code(""), "")),
                one(step.taken(), Sq.takenStep)
                        .or(() -> one(step.taken(), Sq.toStatus))
                        .map(this::name)
                        .orElseGet(() -> Said.code("")));
    }

    private Said name(Node node) {
        return Said.name(registry, node, view.language());
    }

    private Optional<Instant> at(Node taken) {
        return one(taken, Sq.takenAt)
                .filter(Node::isLiteral)
                .flatMap(value -> Instants.parse(value.getLiteralLexicalForm(), settings.zone()));
    }

    private Optional<Node> one(Node subject, Node property) {
        return G.listSP(registry, subject, property).stream().findFirst();
    }
}
