package org.shuqi.signature;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.shuqi.problem.Text;
import org.shuqi.signature.Validity.Stamped;
import org.shuqi.signature.Validity.State;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Signing;
import org.shuqi.vocabulary.Sq;
import org.shuqi.vocabulary.Trust;

/** Looks at one signature under an agreement. */
final class Examination {

    private final Graph registry;
    private final Graph home;
    private final ZoneId zone;
    private final Authorities authorities;

    /**
     * Over the registry as it stands.
     *
     * @param registry all graphs, for keys
     * @param home the graph of the agreement
     * @param authorities of time stamps
     */
    Examination(Graph registry, Graph home, ZoneId zone, Authorities authorities) {
        this.registry = registry;
        this.home = home;
        this.zone = zone;
        this.authorities = authorities;
    }

    /** What there is to say about the signature over the text. */
    Validity of(Node signature, Supplier<byte[]> text) {
        var value = text(home, signature, Signing.signatureValue);
        var key = one(home, signature, Signing.signingKey);
        var found = key.flatMap(this::key);
        var stamped = Optional.<Stamped>empty();
        var state = State.RECORDED;
        if (value.isPresent()) {
            state = state(signature, key, found, value.get(), text);
            var token = text(home, signature, Signing.timeStampToken);
            stamped = token.flatMap(each -> StampToken.read(each, bytes(value.get()), authorities));
            if (state == State.VALID && token.isPresent() && stamped.isEmpty()) {
                state = State.BAD_STAMP;
            }
        }
        return new Validity(
                signature.toString(),
                one(home, signature, Sq.signatory).map(Node::toString),
                text(home, signature, Sq.signedAt),
                key.map(Node::toString),
                found.map(each -> each.algorithm().shown()),
                state,
                stamped,
                says(state));
    }

    /** Whether the party has a key in force at the instant. */
    boolean hasKey(Node party, Instant at) {
        return registry.find(Node.ANY, Org.organization, party)
                .mapWith(Triple::getSubject)
                .filterKeep(key -> registry.contains(key, Signing.publicKeyValue, Node.ANY))
                .filterKeep(key -> isInForce(key, at))
                .hasNext();
    }

    private State state(
            Node signature, Optional<Node> key, Optional<PartyKey> found, String value, Supplier<byte[]> text) {
        var signatory = one(home, signature, Sq.signatory);
        if (found.isEmpty()
                || signatory.isEmpty()
                || !registry.contains(key.orElseThrow(), Org.organization, signatory.get())) {
            return State.NO_KEY;
        }
        var at = text(home, signature, Sq.signedAt).flatMap(this::instant);
        if (at.isEmpty() || !isInForce(key.get(), at.get())) {
            return State.OUT_OF_TERM;
        }
        return found.get().verifies(text.get(), value) ? State.VALID : State.BROKEN;
    }

    private boolean isInForce(Node key, Instant at) {
        var from = text(registry, key, Sq.validFrom).flatMap(this::instant);
        return from.isPresent()
                && !from.get().isAfter(at)
                && text(registry, key, Sq.validUntil)
                        .flatMap(this::instant)
                        .map(at::isBefore)
                        .orElse(true)
                && text(registry, key, Trust.revokedAt)
                        .flatMap(this::instant)
                        .map(at::isBefore)
                        .orElse(true);
    }

    private Optional<PartyKey> key(Node key) {
        return text(registry, key, Signing.publicKeyValue).flatMap(PartyKey::read);
    }

    private Optional<Instant> instant(String text) {
        return Instants.parse(text, zone);
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }

    private static Text says(State state) {
        return switch (state) {
            case VALID -> new Text("签名有效", "the signature is valid");
            case RECORDED -> new Text("只登记了签署，没有数字签名", "the signing was recorded, without a digital signature");
            case BROKEN ->
                new Text(
                        "签名与协议文本不符：协议、签名或者公钥被改动",
                        "the signature is not one of this text: agreement, signature or key were changed");
            case NO_KEY ->
                new Text(
                        "所用公钥没有登记、无法读取或者不属于签署方",
                        "the key that is named is not registered, cannot be read, or is not the signatory's");
            case OUT_OF_TERM -> new Text("签署时公钥不在有效期内", "the key was not in force when the signature is dated");
            case BAD_STAMP -> new Text("时间戳不是这一签名的", "the time stamp is not one of this signature");
        };
    }

    private static Optional<Node> one(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .findFirst();
    }

    private static Optional<String> text(Graph graph, Node subject, Node property) {
        return one(graph, subject, property).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
    }
}
