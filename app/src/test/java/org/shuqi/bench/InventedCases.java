package org.shuqi.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Caller;
import org.shuqi.change.Change;
import org.shuqi.change.ChangeDoor;
import org.shuqi.change.Guard;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Stores;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/**
 * What an invented registry lacks of a working one: corrections, disputes and demands, one for fifty data sets, a third of them
 * still open, and with them a log of many changes.
 */
final class InventedCases {

    private static final int DATASETS_FOR_ONE = 50;
    private static final int A_CHANGE = 20;
    private static final int OPEN_OF = 3;

    private final String base;
    private final Instant now;
    private final Random random = new Random(7);
    private final List<Node> organizations;
    private final List<Node> datasets;

    private InventedCases(String base, Graph registry, Instant now) {
        this.base = base;
        this.now = now;
        this.organizations = all(registry, Org.FormalOrganization);
        this.datasets = all(registry, Dcat.Dataset);
    }

    /** Files them in the registry of the folder, twenty records a change. */
    static void into(java.nio.file.Path data, String base, Instant now) {
        try (var store = Stores.open(data);
                var door = ChangeDoor.open(store, Guard.NONE)) {
            final List<Quad> quads;
            try (var snapshot = store.read()) {
                quads = new InventedCases(base, snapshot.union(), now).quads();
            }
            var change = new ArrayList<Quad>();
            for (var quad : quads) {
                if (quad.getPredicate().equals(Rdf.type) && change.size() > A_CHANGE * 8) {
                    file(door, change);
                }
                change.add(quad);
            }
            file(door, change);
        }
    }

    private static void file(ChangeDoor door, List<Quad> quads) {
        var added = List.copyOf(quads);
        quads.clear();
        door.apply(
                new Change("invented cases", OptionalLong.empty(), any -> new Delta(List.of(), added)),
                Caller.operator());
    }

    private static List<Node> all(Graph registry, Node type) {
        return registry.find(Node.ANY, Rdf.type, type).mapWith(Triple::getSubject).toList().stream()
                .distinct()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    private List<Quad> quads() {
        var quads = new ArrayList<Quad>();
        for (var number = 0; number < datasets.size() / DATASETS_FOR_ONE; number++) {
            correction(number, quads);
            dispute(number, quads);
            demand(number, quads);
        }
        return quads;
    }

    private void correction(int number, List<Quad> quads) {
        var record = new Filing("case", "X-G" + number, quads);
        var asked = now.minus(5 + random.nextInt(300), ChronoUnit.DAYS);
        record.says(Rdf.type, Sq.CorrectionRequest);
        record.says(Dct.title, zh("第" + number + "号数据校核"));
        record.says(Sq.requester, drawn(organizations));
        record.says(Sq.respondent, drawn(organizations));
        record.says(Sq.about, drawn(datasets));
        record.says(Sq.submittedAt, time(asked));
        record.says(Sq.receivedAt, time(asked.plus(1, ChronoUnit.DAYS)));
        var isOpen = number % OPEN_OF == 0;
        record.says(Sq.caseStatus, Sq.code("correction-status", isOpen ? "verifying" : "corrected"));
        if (!isOpen) {
            record.says(Sq.repliedAt, time(asked.plus(4, ChronoUnit.DAYS)));
        }
    }

    private void dispute(int number, List<Quad> quads) {
        var record = new Filing("case", "P-G" + number, quads);
        record.says(Rdf.type, Sq.Dispute);
        record.says(Dct.title, zh("第" + number + "号共享争议"));
        record.says(Sq.disputant, drawn(organizations));
        record.says(Sq.disputant, drawn(organizations));
        record.says(Sq.about, drawn(datasets));
        record.says(Sq.submittedAt, time(now.minus(random.nextInt(300), ChronoUnit.DAYS)));
        record.says(Sq.caseStatus, Sq.code("dispute-status", number % OPEN_OF == 0 ? "negotiating" : "settled"));
    }

    private void demand(int number, List<Quad> quads) {
        var record = new Filing("list", "D-G" + number, quads);
        var demanded = now.minus(random.nextInt(300), ChronoUnit.DAYS);
        record.says(Rdf.type, Sq.DemandListEntry);
        record.says(Dct.title, zh("第" + number + "号数据需求"));
        record.says(Sq.listedBy, drawn(organizations));
        record.says(Sq.assetScope, drawn(datasets));
        record.says(Sq.purposeScope, Sq.code("purpose", "statistics"));
        record.says(Sq.submittedAt, time(demanded));
        if (number % OPEN_OF != 0) {
            record.says(Sq.deliveredAt, time(demanded.plus(9, ChronoUnit.DAYS)));
        }
    }

    private Node drawn(List<Node> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static Node zh(String text) {
        return NodeFactory.createLiteralLang(text, "zh");
    }

    private static Node time(Instant at) {
        return NodeFactory.createLiteralDT(at.truncatedTo(ChronoUnit.SECONDS).toString(), XSDDatatype.XSDdateTime);
    }

    /** A record in a graph of its own. */
    private final class Filing {

        private final Node graph;
        private final Node iri;
        private final List<Quad> quads;

        Filing(String segment, String number, List<Quad> quads) {
            this.graph = NodeFactory.createURI(base + "graph/" + segment + "/" + number);
            this.iri = NodeFactory.createURI(base + segment + "/" + number);
            this.quads = quads;
        }

        void says(Node property, Node value) {
            quads.add(new Quad(graph, iri, property, value));
        }
    }
}
