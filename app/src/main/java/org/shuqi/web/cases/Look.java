package org.shuqi.web.cases;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.shuqi.clock.TimeLimit;
import org.shuqi.graph.Snapshot;
import org.shuqi.record.Records;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Badge;
import org.shuqi.web.Crumb;
import org.shuqi.web.Said;
import org.shuqi.web.View;
import org.shuqi.web.Where;

/** One look at the registry for one reader: names, texts and instants as a page shows them. */
final class Look {

    private final Snapshot now;
    private final Graph registry;
    private final View view;
    private final ZoneId zone;
    private final Where where;

    Look(Snapshot now, Records records, View view, ZoneId zone) {
        this.now = now;
        this.registry = now.union();
        this.view = view;
        this.zone = zone;
        this.where = new Where(records);
    }

    Snapshot now() {
        return now;
    }

    Graph registry() {
        return registry;
    }

    View view() {
        return view;
    }

    /** Words of ours. */
    Said word(String key, Object... arguments) {
        return new Said(view.t(key, arguments), view.lang());
    }

    Said name(Node thing) {
        return Said.name(registry, thing, view.language());
    }

    /** A word of a code list. */
    Said code(String list, String code) {
        return name(Sq.code(list, code));
    }

    /** The name with the page of the thing, if it has one. */
    Crumb link(Node thing) {
        return thing.isLiteral()
                ? new Crumb(literal(thing), "")
                : new Crumb(name(thing), where.record(thing, registry));
    }

    Due due(TimeLimit limit) {
        return Due.of(limit, registry, view, this::link);
    }

    List<Crumb> links(Node subject, Node property) {
        return all(subject, property).stream().map(this::link).toList();
    }

    List<Node> all(Node subject, Node property) {
        return registry.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .distinct()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    Optional<Node> one(Node subject, Node property) {
        return all(subject, property).stream().findFirst();
    }

    boolean isA(Node thing, Node type) {
        return registry.contains(thing, org.shuqi.vocabulary.Rdf.type, type);
    }

    /** What the property says in words: in the reader's language if it can, else in another. */
    Optional<Said> said(Node subject, Node property) {
        return Said.literal(registry, subject, property, view.language());
    }

    private Said literal(Node value) {
        var at = Instants.parse(value.getLiteralLexicalForm(), zone);
        return at.isPresent() && value.getLiteralDatatypeURI().matches(".*#date(Time)?")
                ? Said.code(time(value, at.get()))
                : new Said(value.getLiteralLexicalForm(), value.getLiteralLanguage());
    }

    private String time(Node value, Instant at) {
        return value.getLiteralDatatypeURI().endsWith("#date") ? view.date(at) : view.time(at);
    }

    Optional<Instant> instant(Node subject, Node property) {
        return one(subject, property)
                .filter(Node::isLiteral)
                .flatMap(value -> Instants.parse(value.getLiteralLexicalForm(), zone));
    }

    Optional<String> time(Node subject, Node property) {
        return instant(subject, property).map(view::time);
    }

    /** A status with the tone that fits what has become of the record. */
    Badge status(Node status) {
        var code = last(status);
        var tone =
                switch (code) {
                    case "consented",
                            "delivered",
                            "in-use",
                            "active",
                            "signed",
                            "corrected",
                            "settled",
                            "decided",
                            "published",
                            "matched",
                            "partially-consented" -> Badge.Tone.GOOD;
                    case "refused", "suspended", "terminated", "not-corrected", "disputed" -> Badge.Tone.BAD;
                    case "supplement-required", "negotiating", "coordinating", "deciding" -> Badge.Tone.WARN;
                    default -> Badge.Tone.PLAIN;
                };
        return new Badge(tone, name(status));
    }

    static String last(Node iri) {
        return iri.getURI().replaceAll(".*[/#]", "");
    }
}
