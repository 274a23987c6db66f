package org.shuqi.web.cases;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.shuqi.record.JsonTree;

/** The fields of a new request as the record that is filed. */
final class RequestForm {

    /** Fields of the form and the properties they fill. */
    private static final Map<String, String> TEXTS = Map.of(
            "title", "title",
            "basis", "usageBasis",
            "scenario", "usageScenario",
            "scope", "usageScope",
            "necessity", "necessity");

    private final Map<String, String> values;
    private final List<String> methods;
    private final Drafts drafts;

    RequestForm(Map<String, String> values, List<String> methods, Drafts drafts) {
        this.values = values;
        this.methods = methods;
        this.drafts = drafts;
    }

    ObjectNode json(String id, Node requester, String provider, List<String> targets) {
        var json = JsonTree.object();
        json.put("id", "request/" + id);
        json.put("identifier", id);
        json.put("requestStatus", "draft");
        json.put("requester", requester.getURI());
        TEXTS.forEach((field, property) -> {
            var text = values.getOrDefault(field, "");
            if (!text.isEmpty()) {
                json.set(property, Drafts.text(text));
            }
        });
        methods.forEach(json.withArray("sharingMethod")::add);
        json.put(
                "usageUntil",
                drafts.after(Drafts.day(values.getOrDefault("until", "")).orElseThrow()));
        var permission = json.putArray("permission").addObject();
        permission.put("id", "request/" + id + "#p1");
        permission.put("type", "Permission");
        permission.put("assigner", provider);
        permission.putArray("assignee").add(requester.getURI());
        permission.put("action", "receive");
        targets.forEach(permission.withArray("target")::add);
        var constraints = permission.putArray("constraint");
        constraint(constraints, "request/" + id + "#c1", "purpose", List.of(values.getOrDefault("purpose", "")));
        constraint(constraints, "request/" + id + "#c2", "method", methods);
        return json;
    }

    private static void constraint(ArrayNode constraints, String id, String about, List<String> words) {
        var constraint = constraints.addObject();
        constraint.put("id", id);
        constraint.put("type", "Constraint");
        constraint.put("leftOperand", about);
        constraint.put("operator", "isAnyOf");
        words.forEach(word -> constraint.withArray("rightOperand").add(word));
    }
}
