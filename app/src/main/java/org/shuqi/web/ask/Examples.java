package org.shuqi.web.ask;

import java.util.LinkedHashMap;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Address;
import org.shuqi.web.Crumb;
import org.shuqi.web.Said;
import org.shuqi.web.View;

/** Questions to begin with: what the agreements that the reader sees speak of. */
final class Examples {

    private static final int SHOWN = 3;
    private static final int LOOKED_AT = 200;

    private final View view;
    private final Graph registry;
    private final Records records;

    Examples(View view, Graph registry, Records records) {
        this.view = view;
        this.registry = registry;
        this.records = records;
    }

    List<Crumb> some() {
        var found = new LinkedHashMap<Node, Crumb>();
        var permissions = registry.find(Node.ANY, Odrl.assignee, Node.ANY);
        try {
            for (var looked = 0; looked < LOOKED_AT && found.size() < SHOWN && permissions.hasNext(); looked++) {
                var permission = permissions.next();
                example(permission.getSubject(), permission.getObject(), found);
            }
        } finally {
            permissions.close();
        }
        return List.copyOf(found.values());
    }

    private void example(Node permission, Node recipient, LinkedHashMap<Node, Crumb> found) {
        var dataset = first(permission, Odrl.target, Dcat.Dataset);
        var purpose = purpose(permission);
        if (dataset == null
                || purpose == null
                || found.containsKey(dataset)
                || !registry.contains(recipient, Rdf.type, Org.FormalOrganization)) {
            return;
        }
        var address = Address.of("/ask")
                .and("recipient", records.id(RecordKind.ORGANIZATIONS, recipient))
                .and("dataset", records.id(RecordKind.DATASETS, dataset))
                .and(
                        "purpose",
                        purpose.getURI()
                                .substring(Sq.code("purpose", "").getURI().length()));
        var words = view.t("ask.example", name(recipient), name(dataset), name(purpose));
        found.put(dataset, new Crumb(new Said(words, view.lang()), address.toString()));
    }

    private String name(Node node) {
        return Said.name(registry, node, view.language()).text();
    }

    private @Nullable Node first(Node subject, Node property, Node type) {
        for (var value : objects(subject, property)) {
            if (registry.contains(value, Rdf.type, type)) {
                return value;
            }
        }
        return null;
    }

    private @Nullable Node purpose(Node permission) {
        var codes = Sq.code("purpose", "").getURI();
        for (var constraint : objects(permission, Odrl.constraint)) {
            for (var value : objects(constraint, Odrl.rightOperand)) {
                if (value.isURI() && value.getURI().startsWith(codes)) {
                    return value;
                }
            }
        }
        return null;
    }

    private List<Node> objects(Node subject, Node property) {
        return registry.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }
}
