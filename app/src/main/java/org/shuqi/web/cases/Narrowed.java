package org.shuqi.web.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.Filed;
import org.shuqi.vocabulary.Odrl;

/** The permissions of a request with less data than was asked for. */
final class Narrowed {

    private final Filed request;

    Narrowed(Filed request) {
        this.request = request;
    }

    /**
     * As JSON: each permission of which something is granted under a name of its own, since what was asked for stays on record.
     *
     * @param granted permission and item, with a blank between them
     */
    ArrayNode permissions(List<String> granted) {
        var byPermission = new LinkedHashMap<String, List<String>>();
        for (var one : granted) {
            var parts = one.split(" ", 2);
            if (parts.length == 2) {
                byPermission.computeIfAbsent(parts[0], any -> new ArrayList<>()).add(parts[1]);
            }
        }
        var permissions = JsonNodeFactory.instance.arrayNode();
        var number = 1;
        for (var entry : byPermission.entrySet()) {
            permissions.add(permission(entry, number++));
        }
        return permissions;
    }

    private ObjectNode permission(Map.Entry<String, List<String>> entry, int number) {
        var iri = NodeFactory.createURI(entry.getKey());
        var graph = request.description();
        if (!graph.contains(request.iri(), Odrl.permission, iri)) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "申请没有授权 `%s`；请从页面重新办理",
                    "the request has no part `%s`; take the step from the page",
                    iri);
        }
        var permission = JsonNodeFactory.instance.objectNode();
        permission.put("id", request.iri().getURI() + "#granted" + number);
        permission.put("type", "Permission");
        each(iri, Odrl.assigner).forEach(party -> permission.put("assigner", party.getURI()));
        each(iri, Odrl.assignee)
                .forEach(party -> permission.withArray("assignee").add(party.getURI()));
        permission.put("action", "receive");
        entry.getValue().forEach(permission.withArray("target")::add);
        var constraints = permission.putArray("constraint");
        each(iri, Odrl.constraint).forEach(constraint -> constraints.add(constraint(constraint)));
        if (constraints.isEmpty()) {
            permission.remove("constraint");
        }
        return permission;
    }

    private JsonNode constraint(Node constraint) {
        var copied = JsonNodeFactory.instance.objectNode();
        copied.put("id", constraint.toString());
        return copied;
    }

    private List<Node> each(Node subject, Node property) {
        return request.description()
                .find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }
}
