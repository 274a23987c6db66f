package org.shuqi.sparql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Appointment;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;
import org.shuqi.vocabulary.Trust;

/**
 * A small registry drawn at random, and who may read which of its graphs, worked out from what was drawn and not from the
 * graph: a second opinion on every right.
 */
final class DrawnRights {

    static final String BASE = "http://localhost:8080/id/";

    private static final List<Role> SUBSTANCE = List.of(
            Role.CATALOGUER,
            Role.DEPARTMENT_HEAD,
            Role.SHARING_OFFICE_HEAD,
            Role.AUTHORITY_REVIEWER,
            Role.GOVERNMENT_OFFICE,
            Role.CHIEF_DATA_OFFICER,
            Role.CHIEF_PRIVACY_OFFICER,
            Role.REGISTRAR,
            Role.AUDITOR,
            Role.SYSTEM_CLIENT,
            Role.READER);

    private static final int BODIES = 7;
    private static final int IMPORTANT = 5;

    /** From general-1 to core, with their ranks. */
    private static final List<String> LEVELS =
            List.of("general-1", "general-2", "general-3", "general-4", "important", "core");

    /** A named graph, and who may read it. */
    record Drawn(Node name, Predicate<Caller> readers) {}

    private final Random random;
    private final List<Quad> quads = new ArrayList<>();
    private final List<Drawn> graphs = new ArrayList<>();
    private final int[] parents = new int[BODIES];
    private final int[] divisions = new int[BODIES];
    private final int[] clearances = new int[BODIES];

    DrawnRights(long seed) {
        this.random = new Random(seed);
        bodies();
        for (var each = 0; each < 14; each++) {
            switch (random.nextInt(7)) {
                case 0, 1 -> catalog(each);
                case 2, 3 -> agreement(each);
                case 4 -> appointment(each);
                case 5 -> mixed(each);
                default -> odd(each);
            }
        }
        chatter();
    }

    List<Quad> quads() {
        return quads;
    }

    List<Drawn> graphs() {
        return graphs;
    }

    /** The graphs that the caller may read. */
    Set<Node> seenBy(Caller caller) {
        var seen = new HashSet<Node>();
        graphs.stream().filter(graph -> graph.readers().test(caller)).forEach(graph -> seen.add(graph.name()));
        return seen;
    }

    /** Somebody with up to three appointments. */
    Caller caller() {
        var appointments = new HashSet<Appointment>();
        for (var each = random.nextInt(4); each > 0; each--) {
            var role = Role.values()[1 + random.nextInt(Role.values().length - 1)];
            appointments.add(
                    switch (random.nextInt(8)) {
                        case 0 -> Appointment.everywhere(role);
                        case 1, 2 -> Appointment.over(division(random.nextInt(4)), role);
                        default -> Appointment.in(body(random.nextInt(BODIES)), role);
                    });
        }
        return new Caller(BASE + "account/a" + random.nextInt(3), "p", appointments);
    }

    private void bodies() {
        var graph = graph("organizations", DrawnRights::anybody);
        for (var each = 0; each < BODIES; each++) {
            parents[each] = each == 0 || random.nextInt(3) == 0 ? -1 : random.nextInt(each);
            divisions[each] = parents[each] < 0 || random.nextInt(3) == 0 ? random.nextInt(4) : -1;
            clearances[each] = random.nextInt(LEVELS.size() + 1);
            add(graph, body(each), Rdf.type, Org.FormalOrganization);
            if (parents[each] >= 0) {
                add(graph, body(each), Org.subOrganizationOf, body(parents[each]));
            }
            if (divisions[each] >= 0) {
                add(graph, body(each), Dct.spatial, division(divisions[each]));
            }
            if (clearances[each] > 0) {
                add(graph, body(each), Sq.clearance, level(clearances[each]));
            }
        }
    }

    private void catalog(int number) {
        var publisher = random.nextInt(BODIES);
        var highest = 1 + random.nextInt(LEVELS.size());
        var catalog = iri("catalog/c" + number);
        var graph = graph(
                "catalog/c" + number,
                highest < IMPORTANT
                        ? DrawnRights::anybody
                        : caller -> isParty(caller, List.of(publisher), SUBSTANCE) || isCleared(caller, highest));
        add(graph, catalog, Rdf.type, Dcat.Catalog);
        add(graph, catalog, Dct.publisher, body(publisher));
        for (var level = 1; level <= highest; level++) {
            if (level == highest || random.nextInt(3) == 0) {
                var dataset = iri("dataset/d" + number + "-" + level);
                var item = iri("dataset/d" + number + "-" + level + "/item/i");
                add(graph, catalog, Dcat.dataset, dataset);
                add(graph, dataset, Rdf.type, Dcat.Dataset);
                add(graph, dataset, Dct.publisher, body(publisher));
                add(graph, dataset, Sq.dataItem, item);
                add(graph, item, Rdf.type, Sq.DataItem);
                add(graph, item, Sq.securityLevel, level(level));
            }
        }
    }

    private void agreement(int number) {
        var parties = List.of(random.nextInt(BODIES), random.nextInt(BODIES));
        var agreement = iri("agreement/x" + number);
        var permission = iri("agreement/x" + number + "#p");
        var graph = graph("agreement/x" + number, caller -> isParty(caller, parties, SUBSTANCE));
        add(graph, agreement, Rdf.type, Sq.SharingAgreement);
        add(graph, agreement, Odrl.permission, permission);
        add(graph, permission, Rdf.type, Odrl.Permission);
        add(graph, permission, Odrl.assigner, body(parties.get(0)));
        add(graph, permission, Odrl.assignee, body(parties.get(1)));
        if (random.nextBoolean()) {
            var user = random.nextInt(BODIES);
            var concerned = List.of(parties.get(0), parties.get(1), user);
            var usage = iri("usage/u" + number);
            var beside = graph("usage/u" + number, caller -> isParty(caller, concerned, SUBSTANCE));
            add(beside, usage, Rdf.type, Sq.UsageRecord);
            add(beside, usage, Sq.underGrant, agreement);
            add(beside, usage, Sq.requester, body(user));
        }
    }

    private void appointment(int number) {
        var account = random.nextInt(3);
        var where = random.nextInt(BODIES);
        var officers = List.of(Role.SECURITY_OFFICER, Role.AUDITOR, Role.DEPARTMENT_HEAD);
        var appointment = iri("appointment/m" + number);
        var graph = graph(
                "appointment/m" + number,
                caller ->
                        caller.id().equals(BASE + "account/a" + account) || isParty(caller, List.of(where), officers));
        add(graph, appointment, Rdf.type, Trust.Appointment);
        add(graph, appointment, Org.member, iri("account/a" + account));
        add(graph, appointment, Org.organization, body(where));
    }

    /** A record that is for everybody beside one that is for its parties. */
    private void mixed(int number) {
        var party = random.nextInt(BODIES);
        var graph = graph("mixed/b" + number, caller -> isParty(caller, List.of(party), SUBSTANCE));
        add(graph, iri("organization/n" + number), Rdf.type, Org.FormalOrganization);
        add(graph, iri("case/i" + number), Rdf.type, Sq.Incident);
        add(graph, iri("case/i" + number), Sq.respondent, body(party));
    }

    private void odd(int number) {
        var graph = graph("odd/o" + number, caller -> false);
        var subject = iri("odd/o" + number);
        if (random.nextBoolean()) {
            add(graph, subject, Rdf.type, NodeFactory.createURI("http://example.org/Unheard"));
            add(graph, iri("organization/q" + number), Rdf.type, Org.FormalOrganization);
        }
        add(graph, subject, Sq.about, body(random.nextInt(BODIES)));
    }

    /** Statements that link everything with everything, some of them in several graphs. */
    private void chatter() {
        var nodes = new ArrayList<Node>();
        // a graph that speaks of another's agreement would be asked for its parties instead
        quads.stream()
                .map(Quad::getSubject)
                .filter(node -> !node.getURI().matches(".*/agreement/[^#]*"))
                .forEach(nodes::add);
        for (var each = 0; each < 60; each++) {
            var subject = nodes.get(random.nextInt(nodes.size()));
            var object = random.nextInt(4) == 0
                    ? NodeFactory.createLiteralString("w" + random.nextInt(4))
                    : nodes.get(random.nextInt(nodes.size()));
            for (var times = 1 + random.nextInt(3); times > 0; times--) {
                var graph = graphs.get(random.nextInt(graphs.size())).name();
                var plain = random.nextBoolean() ? Dct.relation : Dct.description;
                add(graph, subject, plain, object);
            }
        }
    }

    private static boolean anybody(Caller caller) {
        return true;
    }

    private boolean isParty(Caller caller, List<Integer> parties, List<Role> roles) {
        return caller.appointments().stream()
                .filter(appointment -> roles.contains(appointment.role()))
                .anyMatch(appointment ->
                        appointment.isEverywhere() || parties.stream().anyMatch(party -> reaches(appointment, party)));
    }

    private boolean reaches(Appointment appointment, int party) {
        var above = new ArrayList<Integer>();
        for (var at = party; at >= 0; at = parents[at]) {
            above.add(at);
        }
        if (appointment.organization().isPresent()) {
            return above.stream()
                    .map(DrawnRights::body)
                    .anyMatch(appointment.organization().get()::equals);
        }
        var where = above.stream()
                .filter(at -> divisions[at] >= 0)
                .findFirst()
                .map(at -> divisions[at])
                .orElse(-1);
        return where >= 0
                && (division(where).equals(appointment.division().orElseThrow())
                        || (where > 1
                                && division(1).equals(appointment.division().orElseThrow())));
    }

    private boolean isCleared(Caller caller, int rank) {
        return caller.appointments().stream()
                .filter(appointment -> SUBSTANCE.contains(appointment.role()))
                .flatMap(appointment -> appointment.organization().stream())
                .anyMatch(whose -> IntStream.range(0, BODIES)
                        .anyMatch(each -> body(each).equals(whose) && clearances[each] >= rank));
    }

    private Node graph(String name, Predicate<Caller> readers) {
        var node = iri("graph/" + name);
        graphs.add(new Drawn(
                node,
                caller -> readers.test(caller)
                        || caller.appointments().stream()
                                .anyMatch(appointment ->
                                        appointment.role() == Role.AUDITOR && appointment.isEverywhere())));
        return node;
    }

    private void add(Node graph, Node subject, Node predicate, Node object) {
        quads.add(new Quad(graph, subject, predicate, object));
    }

    private static Node body(int number) {
        return iri("organization/b" + number);
    }

    /** 0 lies elsewhere, 1 is a region, 2 and 3 are cities of it. */
    private static Node division(int number) {
        return Sq.code(
                "division", List.of("110000", "150000", "150600", "150200").get(number));
    }

    private static Node level(int rank) {
        return Sq.code("level", LEVELS.get(rank - 1));
    }

    private static Node iri(String name) {
        return NodeFactory.createURI(BASE + name);
    }
}
