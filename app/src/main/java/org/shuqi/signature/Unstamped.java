package org.shuqi.signature;

import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Snapshot;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Descriptions;
import org.shuqi.signature.Validity.State;
import org.shuqi.vocabulary.Signing;
import org.shuqi.vocabulary.Sq;

/**
 * A digital signature that waits for its time stamp.
 *
 * @param agreement that it is under
 * @param graph that it stands in
 * @param signature its IRI
 * @param value what was signed with the key, in base64
 */
record Unstamped(Node agreement, Node graph, Node signature, Node value) {

    /** As long as somebody is still to sign, the text could be drawn back, and a stamp would be in the way of the next. */
    private static final Set<String> BEING_SIGNED =
            Set.of("draft", "negotiating", "under-review", "awaiting-signature", "partially-signed");

    /** All of a revision that hold; what does not hold gets no stamp. */
    static List<Unstamped> of(Snapshot now, ZoneId zone) {
        return now.dataset().stream(Node.ANY, Node.ANY, Signing.signatureValue, Node.ANY)
                .filter(quad ->
                        !now.dataset().contains(quad.getGraph(), quad.getSubject(), Signing.timeStampToken, Node.ANY))
                .flatMap(quad -> in(now, quad).stream())
                .filter(each -> each.holds(now, zone))
                .toList();
    }

    /** The bytes to be stamped. */
    byte[] bytes() {
        return Base64.getDecoder().decode(value.getLiteralLexicalForm());
    }

    /** What adds the token; nothing if the signature has changed or has one by now. */
    Delta with(String token, Snapshot now) {
        var dataset = now.dataset();
        var isAsItWas = dataset.contains(graph, signature, Signing.signatureValue, value)
                && !dataset.contains(graph, signature, Signing.timeStampToken, Node.ANY);
        var added = new Quad(
                graph, signature, Signing.timeStampToken, NodeFactory.createLiteralDT(token, XSDDatatype.XSDstring));
        return new Delta(List.of(), isAsItWas ? List.of(added) : List.of());
    }

    private static Optional<Unstamped> in(Snapshot now, Quad value) {
        var home = GraphView.createNamedGraph(now.dataset(), value.getGraph());
        return home.find(Node.ANY, Sq.signature, value.getSubject()).mapWith(Triple::getSubject).toList().stream()
                .filter(agreement -> isSigned(home, agreement))
                .map(agreement -> new Unstamped(agreement, value.getGraph(), value.getSubject(), value.getObject()))
                .findFirst();
    }

    private static boolean isSigned(Graph home, Node agreement) {
        var status = home.find(agreement, Sq.agreementStatus, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
        return !status.isEmpty()
                && BEING_SIGNED.stream().noneMatch(code -> status.contains(Sq.code("agreement-status", code)));
    }

    private boolean holds(Snapshot now, ZoneId zone) {
        var home = GraphView.createNamedGraph(now.dataset(), graph);
        try {
            return new Examination(now.union(), home, zone, Authorities.unnamed())
                            .of(
                                    signature,
                                    () -> CanonicalForm.of(SignedPart.of(agreement, Descriptions.of(agreement, home))))
                            .state()
                    == State.VALID;
        } catch (Refusal tooEntangled) {
            return false;
        }
    }
}
