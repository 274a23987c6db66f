package org.shuqi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.tdb2.TDB2;

/** The same question without an engine: one prepared ASK over the graph. */
final class PlainSparql {

    private final String text;
    private final Query query;
    private final Node at;
    private final Node today;

    private PlainSparql(String file, Instant at) {
        this.text = read(file);
        this.query = QueryFactory.create(text);
        this.at = NodeFactory.createLiteralDT(at.toString(), XSDDatatype.XSDdateTime);
        this.today = NodeFactory.createLiteralDT(
                at.atOffset(ZoneOffset.ofHours(8)).toLocalDate().toString(), XSDDatatype.XSDdate);
    }

    /** With the meaning of the stages. */
    static PlainSparql asTheLaw(Instant at) {
        return new PlainSparql("permits.rq", at);
    }

    /** With a fraction of it. */
    static PlainSparql simple(Instant at) {
        return new PlainSparql("permits-simple.rq", at);
    }

    /** Over a graph in memory. */
    boolean permits(Graph registry, Asked asked) {
        return ask(QueryExec.graph(registry), asked);
    }

    /** Over a TDB2 database, inside its transaction. */
    boolean permits(DatasetGraph database, Asked asked) {
        return ask(QueryExec.dataset(database).set(TDB2.symUnionDefaultGraph, true), asked);
    }

    private boolean ask(QueryExecBuilder execution, Asked asked) {
        try (var running = execution
                .query(query)
                .substitution("dataset", iri(asked.dataset()))
                .substitution("recipient", iri(asked.recipient()))
                .substitution("purpose", iri(asked.purpose()))
                .substitution("at", at)
                .substitution("today", today)
                .build()) {
            return running.ask();
        }
    }

    /** The query with the values written in, for a SPARQL endpoint, without its comments. */
    String text(Asked asked) {
        var plain = text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(String::strip)
                .reduce("", (one, next) -> one + "\n" + next);
        return plain.replaceAll("\\?dataset\\b", "<" + asked.dataset() + ">")
                .replaceAll("\\?recipient\\b", "<" + asked.recipient() + ">")
                .replaceAll("\\?purpose\\b", "<" + asked.purpose() + ">")
                .replaceAll("\\?at\\b", literal(at, "dateTime"))
                .replaceAll("\\?today\\b", literal(today, "date"));
    }

    private static String literal(Node value, String type) {
        return "\"" + value.getLiteralLexicalForm() + "\"^^<http://www.w3.org/2001/XMLSchema#" + type + ">";
    }

    private static Node iri(String text) {
        return NodeFactory.createURI(text);
    }

    private static String read(String name) {
        try (var file = PlainSparql.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
