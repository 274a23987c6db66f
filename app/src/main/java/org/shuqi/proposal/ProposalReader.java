package org.shuqi.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.graph.Snapshot;
import org.shuqi.problem.Text;
import org.shuqi.record.Filed;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.standard.Standard;
import org.shuqi.standard.TermEdit;
import org.shuqi.standard.Wording;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Proposing;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** Reads a working copy from its record, with what has become of its terms since, and who else changes them. */
final class ProposalReader {

    private final Records records;
    private final Standard standard;

    ProposalReader(Records records, Standard standard) {
        this.records = records;
        this.standard = standard;
    }

    Proposal proposal(Filed record, Snapshot now) {
        var said = record.description();
        var rivals = rivals(record.iri(), now);
        var status = one(said, record.iri(), Sq.caseStatus)
                .map(node -> node.getURI().replaceAll(".*/", ""))
                .orElse("draft");
        var open = status.equals("draft") || status.equals("submitted");
        return new Proposal(
                records.id(RecordKind.PROPOSALS, record.iri()),
                record.iri(),
                new Text(text(said, record.iri(), Dct.title, "zh"), text(said, record.iri(), Dct.title, "en")),
                one(said, record.iri(), Dct.publisher),
                status,
                standard.current().versions().stream()
                        .filter(version -> version.proposal().equals(record.iri()))
                        .map(version -> version.number())
                        .findFirst(),
                TermEdit.of(said, record.iri()).stream()
                        .map(edit -> diff(edit, open, rivals.getOrDefault(edit.term(), List.of()), now))
                        .toList(),
                record.tag());
    }

    private Proposal.TermDiff diff(TermEdit edit, boolean open, List<String> rivals, Snapshot now) {
        var former = edit.former().orElseGet(GraphFactory::createDefaultGraph);
        return new Proposal.TermDiff(
                edit.term(),
                label(edit),
                edit.former().isEmpty(),
                edit.isShape(),
                Lines.between(former, edit.proposed(), edit.isShape()),
                open && !Wording.same(former, Standard.said(edit.term(), now.dataset(), standard.current())),
                open ? rivals : List.of());
    }

    /** Who else is about to change a term. */
    private Map<Node, List<String>> rivals(Node mine, Snapshot now) {
        var rivals = new HashMap<Node, List<String>>();
        now.union().find(Node.ANY, Proposing.edit, Node.ANY).toList().forEach(edit -> {
            var other = edit.getSubject();
            var open = one(now.union(), other, Sq.caseStatus)
                    .map(node -> node.getURI().replaceAll(".*/", ""))
                    .filter(status -> status.equals("draft") || status.equals("submitted"))
                    .isPresent();
            if (open && !other.equals(mine)) {
                one(now.union(), edit.getObject(), Sq.about)
                        .ifPresent(term -> rivals.computeIfAbsent(term, any -> new ArrayList<>())
                                .add(records.id(RecordKind.PROPOSALS, other)));
            }
        });
        return rivals;
    }

    private static Text label(TermEdit edit) {
        var own = new Text(
                text(edit.proposed(), edit.term(), Skos.prefLabel, "zh"),
                text(edit.proposed(), edit.term(), Skos.prefLabel, "en"));
        return own.zh().isEmpty() && own.en().isEmpty()
                ? new Text(
                        text(edit.proposed(), edit.term(), Dct.description, "zh"),
                        text(edit.proposed(), edit.term(), Dct.description, "en"))
                : own;
    }

    private static Optional<Node> one(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).nextOptional().map(Triple::getObject);
    }

    private static String text(Graph graph, Node subject, Node property, String language) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(
                        value -> value.isLiteral() && value.getLiteralLanguage().equals(language))
                .nextOptional()
                .map(Node::getLiteralLexicalForm)
                .orElse("");
    }
}
