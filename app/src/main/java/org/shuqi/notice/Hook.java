package org.shuqi.notice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.access.Appointment;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.graph.Snapshot;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/**
 * Where somebody wants events sent.
 *
 * @param iri of the record
 * @param callback address that is posted to
 * @param secretName name of the secret that signs
 * @param filter what is sent
 * @param since the revision that filed the record, before which nothing is sent
 */
record Hook(String iri, String callback, String secretName, Events.Filter filter, long since) {

    /** For whom events are read that are sent there. */
    Caller reader() {
        return filter.organizations().isEmpty()
                ? Caller.operator()
                : new Caller(
                        iri,
                        iri,
                        filter.organizations().stream()
                                .map(organization -> Appointment.in(NodeFactory.createURI(organization), Role.READER))
                                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The hooks there are, sorted; one without address or secret is none. */
    static List<Hook> all(Snapshot now) {
        var hooks = new ArrayList<Hook>();
        now.dataset().find(Node.ANY, Node.ANY, Rdf.type, Sq.Webhook).forEachRemaining(quad -> hook(
                        quad.getSubject(), now.union(), now.revisionOf(quad.getGraph()))
                .ifPresent(hooks::add));
        hooks.sort(Comparator.comparing(Hook::iri));
        return hooks;
    }

    private static Optional<Hook> hook(Node iri, Graph graph, long since) {
        var callback = texts(iri, Sq.callback, graph).stream().findFirst();
        var secret = texts(iri, Sq.secretName, graph).stream().findFirst();
        if (callback.isEmpty() || secret.isEmpty()) {
            return Optional.empty();
        }
        var filter = new Events.Filter(texts(iri, Sq.eventType, graph), texts(iri, Sq.responsibleParty, graph));
        return Optional.of(new Hook(iri.toString(), callback.get(), secret.get(), filter, since));
    }

    private static List<String> texts(Node iri, Node property, Graph graph) {
        return graph.find(iri, property, Node.ANY).mapWith(triple -> triple.getObject()).toList().stream()
                .map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString())
                .distinct()
                .sorted()
                .toList();
    }
}
