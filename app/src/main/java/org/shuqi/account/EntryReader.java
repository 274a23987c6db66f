package org.shuqi.account;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.shuqi.access.Appointment;
import org.shuqi.access.Role;
import org.shuqi.record.RecordKind;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Foaf;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;
import org.shuqi.vocabulary.Trust;

/**
 * Reads accounts and what belongs to them, each from the one named graph where the registry files it.
 *
 * <p>What another graph says of them counts for nothing: whoever may write a catalogue must not be able to write an
 * appointment into it.
 */
final class EntryReader {

    static final List<RecordKind> KINDS =
            List.of(RecordKind.ACCOUNTS, RecordKind.APPOINTMENTS, RecordKind.KEYS, RecordKind.CERTIFICATES);

    private final String base;
    private final ZoneId zone;

    EntryReader(String base, ZoneId zone) {
        this.base = base;
        this.zone = zone;
    }

    /** The record that the named graph is the home of, if it is the home of one of ours. */
    Optional<Node> subject(Node graph) {
        var start = base + "graph/";
        if (!graph.isURI() || !graph.getURI().startsWith(start)) {
            return Optional.empty();
        }
        var rest = graph.getURI().substring(start.length());
        return KINDS.stream()
                .filter(kind -> rest.startsWith(kind.segment() + "/"))
                .findFirst()
                .map(kind -> NodeFactory.createURI(base + rest));
    }

    /** The named graphs of all records there are. */
    List<Node> homes(DatasetGraph whole) {
        return KINDS.stream()
                .flatMap(kind -> kind.types().stream())
                .flatMap(type -> whole.stream(Node.ANY, Node.ANY, Rdf.type, type))
                .map(quad -> quad.getGraph())
                .filter(graph -> subject(graph).isPresent())
                .distinct()
                .toList();
    }

    /** What the record says; empty if it is none or says too little. */
    Optional<? extends Entry> read(Node graph, DatasetGraph dataset) {
        return subject(graph).flatMap(subject -> new Facts(dataset, graph, subject).entry());
    }

    /** What one graph says of its record. */
    private final class Facts {

        private final DatasetGraph dataset;
        private final Node graph;
        private final Node subject;

        Facts(DatasetGraph dataset, Node graph, Node subject) {
            this.dataset = dataset;
            this.graph = graph;
            this.subject = subject;
        }

        Optional<? extends Entry> entry() {
            return Arrays.stream(RecordKind.values())
                    .filter(KINDS::contains)
                    .filter(kind -> subject.getURI().startsWith(base + kind.segment() + "/"))
                    .filter(kind -> dataset.contains(
                            graph, subject, Rdf.type, kind.types().get(0)))
                    .findFirst()
                    .flatMap(kind -> switch (kind) {
                        case ACCOUNTS -> Optional.of(account());
                        case APPOINTMENTS -> held();
                        case KEYS -> opener(Trust.keyDigest, Roster::ofKey);
                        default -> opener(Trust.thumbprint, Roster::ofCertificate);
                    });
        }

        private Entry account() {
            return new Entry.Account(
                    text(Trust.actsFor).orElse(subject.getURI()),
                    text(Foaf.name).or(() -> text(Dct.identifier)),
                    new Span(Optional.empty(), ending(Trust.disabledAt)),
                    text(Trust.signInIssuer)
                            .flatMap(issuer -> text(Trust.signInSubject).map(name -> Roster.identity(issuer, name))));
        }

        /** An appointment whose reach is said twice, or by no IRI, is none: read as unbound, it would reach everything. */
        private Optional<Entry> held() {
            var bounds = Stream.concat(values(Org.organization).stream(), values(Dct.spatial).stream())
                    .toList();
            if (bounds.size() > 1 || !bounds.stream().allMatch(Node::isURI)) {
                return Optional.empty();
            }
            return iri(Org.member).flatMap(account -> role().map(role -> new Entry.Held(
                    account,
                    new Appointment(role, iri(Org.organization), iri(Dct.spatial)),
                    span(),
                    iri(Trust.delegatedFrom))));
        }

        private Optional<Entry> opener(Node property, UnaryOperator<String> kind) {
            return iri(Trust.ofAccount).flatMap(account -> text(property)
                    .map(digest ->
                            new Entry.Opener(account, kind.apply(digest), span().before(ending(Trust.revokedAt)))));
        }

        private Optional<Role> role() {
            var start = Sq.CODE + "approval-role/";
            return iri(Sq.approvalRole)
                    .map(Node::getURI)
                    .filter(code -> code.startsWith(start))
                    .flatMap(code -> Role.of(code.substring(start.length())));
        }

        /** What begins at no known instant has not begun. */
        private Span span() {
            var from = values(Sq.validFrom).stream()
                    .map(value -> instant(value).orElse(Instant.MAX))
                    .max(Instant::compareTo);
            return new Span(from, ending(Sq.validUntil));
        }

        /** What ends at no known instant has ended. */
        private Optional<Instant> ending(Node property) {
            return values(property).stream()
                    .map(value -> instant(value).orElse(Instant.MIN))
                    .min(Instant::compareTo);
        }

        private Optional<Instant> instant(Node value) {
            return value.isLiteral() ? Instants.parse(value.getLiteralLexicalForm(), zone) : Optional.empty();
        }

        private Optional<String> text(Node property) {
            return value(property).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
        }

        private Optional<Node> iri(Node property) {
            return value(property).filter(Node::isURI);
        }

        /** A second value makes it none: nobody can say which one is meant. */
        private Optional<Node> value(Node property) {
            var found = values(property);
            return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
        }

        private List<Node> values(Node property) {
            return dataset.stream(graph, subject, property, Node.ANY)
                    .map(quad -> quad.getObject())
                    .toList();
        }
    }
}
