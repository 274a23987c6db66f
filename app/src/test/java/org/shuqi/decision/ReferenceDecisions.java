package org.shuqi.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * The stages as the SPARQL queries of {@code ontology/reference}, run one after the other over a working graph: the records,
 * the questions, and what each query adds. Slow, and independent of the engine: it shares no line with it.
 */
final class ReferenceDecisions {

    private static final String REF = "https://w3id.org/shuqi/reference#";
    private static final List<String> BEFORE = List.of(
            "01-instants",
            "02-ends",
            "03-moments",
            "04-grants-in-force",
            "05-windows",
            "06-understood",
            "07-ranks",
            "08-profile",
            "10-provider",
            "11-parties",
            "12-levels",
            "13-assets",
            "14-offer",
            "15-purposes",
            "20-norms-between",
            "21-norms",
            "22-norms-in-force",
            "23-permissions",
            "24-grants",
            "25-regime",
            "26-counting",
            "27-evidence",
            "28-sources",
            "29-clearance",
            "30-s0-secrecy",
            "31-s1-entry",
            "32-s2-source",
            "33-s3-parties",
            "34-s4-prohibition",
            "35-s5-standing",
            "37-s7-attribute",
            "38-s8-requirements");
    private static final Map<String, Query> QUERIES = new LinkedHashMap<>();

    private final Graph registry;
    private final String offset;
    private final String profile;

    /**
     * @param registry the union of all named graphs
     * @param offset offset of the registry's zone, such as {@code +08:00}
     * @param profile IRI of the jurisdiction profile
     */
    ReferenceDecisions(Graph registry, String offset, String profile) {
        this.registry = registry;
        this.offset = offset;
        this.profile = profile;
    }

    /**
     * What the reference says.
     *
     * @param items outcome and stage of each item, in the order asked
     * @param grants the agreements and requests relied on, sorted
     */
    record Said(List<String> items, List<String> grants) {}

    /** The answers to all questions at once. */
    List<Said> answers(List<Asked> questions) {
        var work = GraphFactory.createDefaultGraph();
        registry.find().forEachRemaining(work::add);
        for (var each = 0; each < questions.size(); each++) {
            var question = questions.get(each);
            for (var item : question.items()) {
                describe(work, question, item, caseNode(each, item));
            }
        }
        BEFORE.forEach(name -> run(name, work, Map.of()));
        run("40-s10-permit", work, Map.of("decided", text("receive")));
        run("39-s9-action", work, Map.of());
        run("40-s10-permit", work, Map.of("decided", text("redistribute")));
        run("40-s10-permit", work, Map.of("decided", text("transfer-abroad")));
        run("41-grants-used", work, Map.of());
        var answers = new ArrayList<Said>();
        for (var each = 0; each < questions.size(); each++) {
            answers.add(said(work, each, questions.get(each)));
        }
        return answers;
    }

    private static Said said(Graph work, int number, Asked question) {
        var items = new ArrayList<String>();
        var grants = new TreeSet<String>();
        for (var item : question.items()) {
            var node = caseNode(number, item);
            items.add(only(work, node, "outcome") + " " + only(work, node, "stage"));
            work.find(node, ref("reliesOn"), Node.ANY)
                    .forEachRemaining(triple -> grants.add(triple.getObject().getURI()));
        }
        return new Said(items, List.copyOf(grants));
    }

    private static String only(Graph work, Node node, String property) {
        var values = work.find(node, ref(property), Node.ANY).toList();
        if (values.size() != 1) {
            throw new AssertionError("the reference decides " + node + " " + values.size() + " times: " + values);
        }
        var value = values.get(0).getObject();
        return value.isURI()
                ? value.getURI().substring(value.getURI().lastIndexOf('/') + 1)
                : value.getLiteralLexicalForm();
    }

    private static void describe(Graph work, Asked question, String item, Node node) {
        var moment = NodeFactory.createURI("urn:moment:" + question.at());
        add(work, moment, "instant", NodeFactory.createLiteralDT(question.at().toString(), XSDDatatype.XSDdateTime));
        add(work, node, "moment", moment);
        add(work, node, "dataset", iri(question.dataset()));
        add(work, node, "item", iri(item));
        add(work, node, "recipient", iri(question.recipient()));
        add(work, node, "purpose", iri(question.purpose()));
        add(work, node, "method", iri(question.method().iri()));
        add(work, node, "action", text(question.action().code()));
        question.provider().ifPresent(provider -> add(work, node, "askedProvider", iri(provider)));
        question.region().ifPresent(region -> add(work, node, "region", iri(region)));
        question.destination().ifPresent(destination -> add(work, node, "destination", text(destination)));
        question.thirdParty().ifPresent(third -> {
            var theirs = NodeFactory.createURI(node.getURI() + "#third");
            add(work, node, "thirdPartyCase", theirs);
            describe(work, question.receivedBy(third), item, theirs);
        });
    }

    private void run(String name, Graph work, Map<String, Node> more) {
        var execution = QueryExec.graph(work)
                .query(query(name))
                .substitution("zone", text(offset))
                .substitution("profile", iri(profile));
        more.forEach(execution::substitution);
        var made = GraphFactory.createDefaultGraph();
        try (var running = execution.build()) {
            running.construct(made);
        }
        made.find().forEachRemaining(work::add);
    }

    private static synchronized Query query(String name) {
        return QUERIES.computeIfAbsent(name, ReferenceDecisions::read);
    }

    private static Query read(String name) {
        try (var file = ReferenceDecisions.class.getResourceAsStream("/ontology/reference/" + name + ".rq")) {
            return QueryFactory.create(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void add(Graph work, Node subject, String property, Node object) {
        work.add(subject, ref(property), object);
    }

    private static Node caseNode(int number, String item) {
        return NodeFactory.createURI("urn:case:" + number + ":" + item);
    }

    private static Node ref(String name) {
        return NodeFactory.createURI(REF + name);
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }
}
