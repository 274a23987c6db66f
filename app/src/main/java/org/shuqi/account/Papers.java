package org.shuqi.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.change.Edit;
import org.shuqi.graph.Delta;
import org.shuqi.record.RecordKind;

/** Writes the records of the room, each into the graph where it is read. */
final class Papers {

    private final String base;

    Papers(String base) {
        this.base = base;
    }

    Node record(RecordKind kind, String id) {
        return NodeFactory.createURI(base + kind.segment() + "/" + id);
    }

    /** A new record, to be filled in. */
    Paper of(RecordKind kind, String id) {
        return new Paper(home(record(kind, id)), record(kind, id), new ArrayList<>());
    }

    /** States an instant about a record, in the place of an earlier one. */
    Edit stating(Node record, Node property, Instant at) {
        var home = home(record);
        return now -> new Delta(
                now.dataset().stream(home, record, property, Node.ANY).toList(),
                List.of(new Quad(home, record, property, time(at))));
    }

    /** The same, but an earlier one stays. */
    Edit statingOnce(Node record, Node property, Instant at) {
        var home = home(record);
        return now -> now.dataset().contains(home, record, property, Node.ANY)
                ? new Delta(List.of(), List.of())
                : stating(record, property, at).on(now);
    }

    /** Says no more of the property. */
    Edit forgetting(Node record, Node property) {
        var home = home(record);
        return now ->
                new Delta(now.dataset().stream(home, record, property, Node.ANY).toList(), List.of());
    }

    /** Takes the record out. */
    Edit forgetting(Node record) {
        return forgetting(record, Node.ANY);
    }

    private Node home(Node record) {
        return NodeFactory.createURI(base + "graph/" + record.getURI().substring(base.length()));
    }

    private static Node time(Instant at) {
        return NodeFactory.createLiteralDT(at.toString(), XSDDatatype.XSDdateTime);
    }

    /** A record that is being written. */
    record Paper(Node home, Node record, List<Quad> quads) {

        void says(Node property, Node value) {
            quads.add(new Quad(home, record, property, value));
        }

        void says(Node property, String text) {
            says(property, NodeFactory.createLiteralString(text));
        }

        void says(Node property, Instant at) {
            says(property, time(at));
        }

        Edit adding() {
            return now -> new Delta(List.of(), quads);
        }
    }
}
