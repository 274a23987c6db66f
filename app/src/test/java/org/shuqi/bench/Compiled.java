package org.shuqi.bench;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.bench.Policy.Condition;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/**
 * The facts of an invented registry as policies, as of one instant.
 *
 * <p>Simpler than the law: one agreement has to cover all items asked for, everything about one question is judged for the
 * dataset as a whole, and a mandate does not outrank a prohibition. How often that changes an answer is counted and printed.
 */
final class Compiled {

    private static final Set<String> DEPARTMENTS =
            Set.of("government-department", "authorised-organisation", "grass-roots-body");

    private final Graph graph;
    private final Instant at;
    private final String today;

    Compiled(Graph graph, Instant at) {
        this.graph = graph;
        this.at = at;
        this.today = at.atOffset(ZoneOffset.ofHours(8)).toLocalDate().toString();
    }

    List<Policy> policies() {
        var policies = new ArrayList<Policy>();
        policies.add(plain("open", true, Condition.OPEN));
        policies.add(plain("barred", false, Condition.BARRED));
        subjects(Sq.SharingAgreement).stream()
                .filter(this::agreed)
                .forEach(one -> grant(one, Condition.SHARED, policies));
        subjects(Sq.SharingRequest).stream()
                .filter(one -> says(one, Sq.consented, "true"))
                .filter(this::inForce)
                .forEach(one -> grant(one, Condition.REQUESTABLE, policies));
        subjects(Sq.Mandate).stream().filter(this::inForce).forEach(one -> norm(one, true, policies));
        subjects(Sq.Prohibition).stream().filter(this::inForce).forEach(one -> norm(one, false, policies));
        subjects(Sq.SuspensionOrder).stream().filter(this::inForce).forEach(one -> norm(one, false, policies));
        return policies;
    }

    private static Policy plain(String id, boolean permits, Condition when) {
        return new Policy(id, permits, "", false, "", "", Set.of(), Set.of(), Set.of(), Set.of(), when);
    }

    private void grant(Node source, Condition when, List<Policy> policies) {
        for (var permission : objects(source, Odrl.permission)) {
            var purposes = operands(permission, Odrl.purpose);
            var methods = operands(permission, Sq.method);
            if (!methods.isEmpty() && methods.stream().noneMatch(method -> method.endsWith("/query"))) {
                continue;
            }
            var targets = iris(permission, Odrl.target);
            var datasets = targets.stream()
                    .map(target -> target.replaceFirst("/item/[^/]+$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            for (var dataset : datasets) {
                var items = targets.contains(dataset) ? Set.<String>of() : names(targets);
                var wanted = purposes.isEmpty() ? iris(NodeFactory.createURI(dataset), Sq.sharingPurpose) : purposes;
                for (var recipient : iris(permission, Odrl.assignee)) {
                    policies.add(new Policy(
                            source.getURI() + " " + dataset + " " + recipient,
                            true,
                            recipient,
                            says(permission, Sq.includesSubordinates, "true"),
                            "",
                            dataset,
                            wanted,
                            Set.of(),
                            Set.of(),
                            items,
                            when));
                }
            }
        }
    }

    private void norm(Node norm, boolean permits, List<Policy> policies) {
        policies.add(new Policy(
                norm.getURI(),
                permits,
                first(norm, Sq.recipientScope),
                false,
                first(norm, Sq.providerScope),
                first(norm, Sq.assetScope),
                iris(norm, Sq.purposeScope),
                iris(norm, Sq.exceptPurpose),
                iris(norm, Sq.exceptRecipient),
                Set.of(),
                permits ? Condition.NOT_PERSONAL : Condition.NONE));
    }

    private boolean agreed(Node agreement) {
        return begun(agreement, Sq.activatedAt)
                && inForce(agreement)
                && !begun(agreement, Sq.terminatedAt)
                && objects(agreement, Sq.suspension).stream().noneMatch(this::inForce);
    }

    private boolean inForce(Node thing) {
        return begun(thing, Sq.validFrom) && !begun(thing, Sq.validUntil);
    }

    private boolean begun(Node thing, Node property) {
        return objects(thing, property).stream()
                .map(Node::getLiteralLexicalForm)
                .anyMatch(from -> from.indexOf('T') < 0
                        ? from.compareTo(today) <= 0
                        : !java.time.OffsetDateTime.parse(from).toInstant().isAfter(at));
    }

    /** The question with what the policies want to know. */
    Requested requested(Asked asked) {
        var dataset = NodeFactory.createURI(asked.dataset());
        var recipient = NodeFactory.createURI(asked.recipient());
        var items = objects(dataset, Sq.dataItem);
        var assets = closure(objects(dataset, Dcat.theme), Skos.broader);
        assets.add(asked.dataset());
        return new Requested(
                asked,
                closure(objects(recipient, Org.subOrganizationOf), Org.subOrganizationOf),
                first(dataset, Dct.publisher),
                assets,
                closure(List.of(NodeFactory.createURI(asked.purpose())), Skos.broader),
                names(iris(dataset, Sq.dataItem)),
                conditions(dataset, recipient, items).stream().map(Enum::name).collect(Collectors.toSet()));
    }

    private Set<Condition> conditions(Node dataset, Node recipient, List<Node> items) {
        var attribute = last(first(dataset, Sq.sharingAttribute));
        var kind = last(first(recipient, Sq.organType));
        var provider = NodeFactory.createURI(first(dataset, Dct.publisher));
        var national = DEPARTMENTS.contains(kind) && DEPARTMENTS.contains(last(first(provider, Sq.organType)));
        var offered = objects(dataset, Sq.sharingMethod).stream()
                .anyMatch(method -> method.getURI().endsWith("/query"));
        var personal = items.stream().anyMatch(item -> says(item, Sq.personalData, "true"));
        var shared = attribute.equals("conditional") || (attribute.equals("unconditional") && (offered || !national));
        var holding = EnumSet.of(Condition.NONE);
        add(holding, Condition.OPEN, national && attribute.equals("unconditional") && offered && !personal);
        add(holding, Condition.SHARED, shared && offered);
        add(holding, Condition.REQUESTABLE, shared && offered && national && !personal);
        add(holding, Condition.NOT_PERSONAL, !personal);
        add(holding, Condition.BARRED, barred(dataset, recipient, items) || kind.equals("enterprise"));
        return holding;
    }

    private boolean barred(Node dataset, Node recipient, List<Node> items) {
        var clearance = objects(recipient, Sq.clearance).stream()
                .mapToInt(this::rank)
                .findFirst()
                .orElse(usualRank());
        var sensitive = items.stream().anyMatch(item -> says(item, Sq.sensitivePersonalData, "true"));
        return !begun(dataset, Dct.issued)
                || begun(dataset, Sq.withdrawnAt)
                || items.stream().anyMatch(item -> rank(level(item)) > clearance || isRare(level(item)))
                || (sensitive && !assessed(dataset, recipient));
    }

    private static boolean isRare(Node level) {
        return level.getURI().endsWith("/core") || level.getURI().endsWith("/important");
    }

    private boolean assessed(Node dataset, Node recipient) {
        return graph.find(Node.ANY, Sq.assetScope, dataset).mapWith(triple -> triple.getSubject()).toList().stream()
                .filter(paper -> graph.contains(paper, Rdf.type, Sq.Assessment))
                .filter(paper -> graph.contains(paper, Sq.recipientScope, recipient))
                .anyMatch(paper -> says(paper, Sq.passed, "true") && inForce(paper));
    }

    private Node level(Node item) {
        return objects(item, Sq.securityLevel).get(0);
    }

    private int usualRank() {
        return rank(Sq.code("level", "general-3"));
    }

    private int rank(Node level) {
        return Integer.parseInt(objects(level, Sq.rank).get(0).getLiteralLexicalForm());
    }

    private static void add(Set<Condition> holding, Condition condition, boolean holds) {
        if (holds) {
            holding.add(condition);
        }
    }

    private Set<String> operands(Node permission, Node operand) {
        var values = new HashSet<String>();
        for (var constraint : objects(permission, Odrl.constraint)) {
            if (graph.contains(constraint, Odrl.leftOperand, operand)) {
                values.addAll(iris(constraint, Odrl.rightOperand));
            }
        }
        return values;
    }

    private Set<String> closure(List<Node> from, Node link) {
        var reached = new HashSet<String>();
        var open = new ArrayList<>(from);
        while (!open.isEmpty()) {
            var next = open.remove(open.size() - 1);
            if (reached.add(next.getURI())) {
                open.addAll(objects(next, link));
            }
        }
        return reached;
    }

    private List<Node> subjects(Node type) {
        return graph.find(Node.ANY, Rdf.type, type)
                .mapWith(triple -> triple.getSubject())
                .toList();
    }

    private List<Node> objects(Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList();
    }

    private Set<String> iris(Node subject, Node property) {
        return objects(subject, property).stream().map(Node::getURI).collect(Collectors.toSet());
    }

    private String first(Node subject, Node property) {
        return Optional.of(objects(subject, property))
                .filter(some -> !some.isEmpty())
                .map(some -> some.get(0).getURI())
                .orElse("");
    }

    private boolean says(Node subject, Node property, String value) {
        return objects(subject, property).stream()
                .anyMatch(node -> node.getLiteralLexicalForm().equals(value));
    }

    private static Set<String> names(Set<String> iris) {
        return iris.stream().map(Compiled::last).collect(Collectors.toSet());
    }

    private static String last(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }
}
