package org.shuqi.signature;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.change.Guard;
import org.shuqi.graph.Delta;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation;
import org.shuqi.record.Descriptions;
import org.shuqi.signature.Validity.State;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Signing;
import org.shuqi.vocabulary.Sq;

/**
 * Lets no digital signature in that does not hold.
 *
 * <p>A party that has a public key in force signs with it: a mere note that it has signed is not enough from then on. What was
 * signed on paper before the registry knew of the agreement comes in as it stands, with the agreement.
 */
final class SignatureGuard implements Guard {

    private static final Set<Node> PARTS =
            Set.of(Signing.signatureValue, Signing.signingKey, Signing.timeStampToken, Sq.signatory, Sq.signedAt);

    private static final String RULE = "https://w3id.org/shuqi/rule/signature";

    private final Clock clock;
    private final ZoneId zone;

    SignatureGuard(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public List<Violation> check(DatasetGraph after, Delta delta) {
        var findings = new ArrayList<Violation>();
        var touched = new LinkedHashSet<List<Node>>();
        for (var quad : delta.added()) {
            if (quad.getPredicate().equals(Signing.publicKeyValue)) {
                checkKey(quad, findings);
            } else if (quad.getPredicate().equals(Sq.signature)) {
                touched.add(List.of(quad.getGraph(), quad.getObject()));
            } else if (PARTS.contains(quad.getPredicate())) {
                touched.add(List.of(quad.getGraph(), quad.getSubject()));
            }
        }
        for (var quad : delta.removed()) {
            if (quad.getPredicate().equals(Signing.publicKeyValue)) {
                checkStillNeeded(quad.getSubject(), after, findings);
            } else if (PARTS.contains(quad.getPredicate())) {
                touched.add(List.of(quad.getGraph(), quad.getSubject()));
            }
        }
        touched.forEach(each -> checkSignature(each.get(0), each.get(1), after, delta, findings));
        return findings;
    }

    private static void checkKey(Quad quad, List<Violation> findings) {
        if (quad.getObject().isLiteral()
                && PartyKey.read(quad.getObject().getLiteralLexicalForm()).isEmpty()) {
            findings.add(fault(
                    quad.getSubject(),
                    Signing.publicKeyValue,
                    Text.of(
                            "公钥无法读取；请给出 Ed25519 或者 SM2 公钥的 SubjectPublicKeyInfo",
                            "the key cannot be read; give the SubjectPublicKeyInfo of an Ed25519 or an SM2 key")));
        }
    }

    private static void checkStillNeeded(Node key, DatasetGraph after, List<Violation> findings) {
        if (after.contains(Node.ANY, Node.ANY, Signing.signingKey, key)) {
            findings.add(
                    fault(
                            key,
                            Signing.publicKeyValue,
                            Text.of(
                                    "已有协议用这一公钥签署，公钥须予保留；停用请填写 validUntil，换用请另行登记",
                                    "agreements were signed with this key, so it is kept; end it with validUntil and register another")));
        }
    }

    private void checkSignature(Node graph, Node signature, DatasetGraph after, Delta delta, List<Violation> findings) {
        var home = GraphView.createNamedGraph(after, graph);
        var registry = GraphView.createUnionGraph(after);
        home.find(Node.ANY, Sq.signature, signature)
                .mapWith(Triple::getSubject)
                .toList()
                .forEach(agreement -> {
                    var examination = new Examination(registry, home, zone, Authorities.unnamed());
                    try {
                        var validity = examination.of(
                                signature,
                                () -> CanonicalForm.of(SignedPart.of(agreement, Descriptions.of(agreement, home))));
                        fault(agreement, validity, examination, delta).ifPresent(findings::add);
                    } catch (Refusal tooEntangled) {
                        findings.add(fault(
                                signature,
                                Signing.signatureValue,
                                tooEntangled.problem().detail()));
                    }
                });
    }

    private Optional<Violation> fault(Node agreement, Validity validity, Examination examination, Delta delta) {
        var signature = org.apache.jena.graph.NodeFactory.createURI(validity.signature());
        if (validity.state() == State.VALID) {
            return Optional.empty();
        }
        if (validity.state() != State.RECORDED) {
            return Optional.of(fault(signature, Signing.signatureValue, validity.says()));
        }
        var signatory = validity.signatory().map(org.apache.jena.graph.NodeFactory::createURI);
        return isNew(agreement, delta) || signatory.isEmpty() || !examination.hasKey(signatory.get(), clock.instant())
                ? Optional.empty()
                : Optional.of(fault(
                        signature,
                        Signing.signatureValue,
                        Text.of(
                                "`%s` 已登记公钥，须以数字签名签署；请对 …/canonical 的内容签名，填写 signatureValue 和 signingKey",
                                "`%s` has a public key, so it signs with it; sign what …/canonical gives and send signatureValue and signingKey",
                                signatory.get())));
    }

    private static boolean isNew(Node agreement, Delta delta) {
        return Stream.of(Sq.SharingAgreement, Sq.ProcurementContract).anyMatch(type -> delta.added().stream()
                .anyMatch(quad -> quad.getSubject().equals(agreement)
                        && quad.getPredicate().equals(Rdf.type)
                        && quad.getObject().equals(type)));
    }

    private static Violation fault(Node focus, Node path, Text message) {
        return new Violation(
                focus.toString(),
                Optional.of(path.getURI()),
                Optional.empty(),
                message,
                RULE,
                Optional.empty(),
                Violation.Severity.VIOLATION);
    }
}
