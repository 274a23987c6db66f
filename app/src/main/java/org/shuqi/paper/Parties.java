package org.shuqi.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.signature.Validity;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Sq;

/** Who is a party, and the places for their seals. */
final class Parties {

    private final Wording words;

    Parties(Wording words) {
        this.words = words;
    }

    /** Providers first, then recipients; who is both stands in both places. */
    List<Paper.Party> all() {
        var parties = new ArrayList<Paper.Party>();
        of(Odrl.assigner).forEach(node -> parties.add(party("提供方", "Provider", node)));
        of(Odrl.assignee).forEach(node -> parties.add(party("接收方", "Recipient", node)));
        words.all(words.agreement(), Sq.leadParty).forEach(node -> parties.add(party("牵头方", "Lead party", node)));
        return parties;
    }

    /** One for each party, and one for each that signed without being named in the text, as who joined later does. */
    List<Paper.Seal> seals(List<Validity> signatures) {
        var bySignatory = new LinkedHashMap<String, Validity>();
        signatures.forEach(validity -> validity.signatory().ifPresent(party -> bySignatory.put(party, validity)));
        var who = new LinkedHashSet<Node>(of(Odrl.assigner));
        who.addAll(of(Odrl.assignee));
        bySignatory.keySet().forEach(party -> who.add(NodeFactory.createURI(party)));
        return who.stream().map(node -> seal(node, bySignatory)).toList();
    }

    private Paper.Seal seal(Node party, Map<String, Validity> signatures) {
        var signature = Optional.ofNullable(signatures.get(party.toString()));
        return new Paper.Seal(
                words.name(party),
                signature.flatMap(Validity::signedAt).flatMap(words::day),
                signature
                        .map(validity -> words.either(
                                        validity.says().zh(), validity.says().en())
                                + validity.algorithm()
                                        .map(algorithm -> words.either("（" + algorithm + "）", " (" + algorithm + ")"))
                                        .orElse(""))
                        .orElseGet(() -> words.either("尚未签署", "not signed yet")));
    }

    private List<Node> of(Node property) {
        var found = new LinkedHashSet<Node>();
        words.all(words.agreement(), Odrl.permission)
                .forEach(permission -> found.addAll(words.all(permission, property)));
        return List.copyOf(found);
    }

    private Paper.Party party(String zh, String en, Node node) {
        return new Paper.Party(words.either(zh, en), words.name(node), node.toString());
    }
}
