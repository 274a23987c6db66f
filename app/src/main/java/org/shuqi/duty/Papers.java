package org.shuqi.duty;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.clock.LimitForm;
import org.shuqi.clock.TimeLimit;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Snapshot;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** Findings and reminders as records, each named after the clock that it is about. */
final class Papers {

    private static final int HASH_LENGTH = 24;

    private final String base;

    Papers(String baseIri) {
        this.base = baseIri;
    }

    /** The same for as long as the clock runs, whatever its last day becomes. */
    Node finding(TimeLimit limit) {
        return named("finding", limit.code(), limit.key());
    }

    /** Another one once the last day has moved. */
    Node reminder(TimeLimit limit) {
        return named(
                "notice",
                limit.code(),
                limit.key() + " " + limit.dueOn().map(Object::toString).orElse(""));
    }

    boolean isFiled(Node paper, Snapshot now) {
        return now.union().contains(paper, Rdf.type, Node.ANY);
    }

    /** What files the finding; nothing if it is filed. */
    Delta finding(TimeLimit limit, Instant at, Snapshot now) {
        var iri = finding(limit);
        var quads = paper(iri, Sq.Finding, limit, at, now, "逾期", "not kept");
        limit.violation().ifPresent(code -> quads.add(new Quad(graph(iri), iri, Sq.violationCode, code)));
        limit.basis().law().forEach(law -> quads.add(new Quad(graph(iri), iri, Sq.legalBasis, law)));
        return new Delta(List.of(), isFiled(iri, now) ? List.of() : quads);
    }

    /** What files the reminder; nothing if it is filed. */
    Delta reminder(TimeLimit limit, Instant at, Snapshot now) {
        var iri = reminder(limit);
        var quads = paper(iri, Sq.DueNotice, limit, at, now, "临期", "about to run out");
        return new Delta(List.of(), isFiled(iri, now) ? List.of() : quads);
    }

    private List<Quad> paper(Node iri, Node type, TimeLimit limit, Instant at, Snapshot now, String zh, String en) {
        var quads = new ArrayList<Quad>();
        var graph = graph(iri);
        var name = new LimitForm(now).clock(limit);
        quads.add(new Quad(graph, iri, Rdf.type, type));
        quads.add(new Quad(graph, iri, Dct.identifier, NodeFactory.createLiteralString(local(iri))));
        quads.add(new Quad(graph, iri, Dct.title, NodeFactory.createLiteralLang(name.zh() + zh, "zh")));
        quads.add(new Quad(graph, iri, Dct.title, NodeFactory.createLiteralLang(name.en() + ": " + en, "en")));
        quads.add(new Quad(graph, iri, Sq.clock, Sq.code("clock", limit.code())));
        quads.add(new Quad(graph, iri, Sq.about, limit.record()));
        limit.responsible().forEach(party -> quads.add(new Quad(graph, iri, Sq.responsibleParty, party)));
        limit.dueOn()
                .ifPresent(day -> quads.add(new Quad(
                        graph, iri, Sq.dueOn, NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate))));
        var written = at.truncatedTo(ChronoUnit.MILLIS).toString();
        quads.add(new Quad(graph, iri, Sq.recordedAt, NodeFactory.createLiteralDT(written, XSDDatatype.XSDdateTime)));
        return quads;
    }

    private Node graph(Node iri) {
        return NodeFactory.createURI(base + "graph/" + iri.getURI().substring(base.length()));
    }

    private static String local(Node iri) {
        return iri.getURI().substring(iri.getURI().lastIndexOf('/') + 1);
    }

    private Node named(String segment, String code, String key) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            var text = HexFormat.of().formatHex(hash).substring(0, HASH_LENGTH);
            return NodeFactory.createURI(base + segment + "/" + code + "-" + text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
