package org.shuqi.api.authzen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shuqi.api.Questions;
import org.shuqi.decision.QuestionForm;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;

/**
 * Subject, action, resource and context of one evaluation or search, as our question.
 *
 * <p>Source: AuthZEN Authorization API 1.0, sections 5, 6.1 and 8.4 to 8.6. Keys that we do not know are left alone (section
 * 10.1.1).
 */
final class Tuple {

    static final String ORGANIZATION = "organization";
    static final String DATASET = "dataset";
    static final String DATA_ITEM = "data-item";

    private static final String ITEM = "/item/";

    private final JsonNode subject;
    private final JsonNode action;
    private final JsonNode resource;
    private final JsonNode context;

    /**
     * The evaluation, with the values of {@code defaults} where it has none of its own (section 7.1.1). A key of its own
     * stands for the whole default; only what no entity can be without is still taken from there.
     */
    Tuple(JsonNode evaluation, JsonNode defaults) {
        this.subject = part("subject", evaluation, defaults, "type", "id");
        this.action = part("action", evaluation, defaults, "name");
        this.resource = part("resource", evaluation, defaults, "type", "id");
        this.context = part("context", evaluation, defaults);
    }

    /** A search, which has no defaults. */
    Tuple(JsonNode search) {
        this(search, JsonTree.object());
    }

    /** The whole question. */
    QuestionForm form() {
        var target = target();
        return form(recipient(), dataset(target), items(target), Optional.of(actionName()), method());
    }

    /** The question of a subject search: any recipient (section 8.4). */
    QuestionForm anySubject() {
        required("subject", subject, "type");
        var target = target();
        return form("", dataset(target), items(target), Optional.of(actionName()), method());
    }

    /** The question of a resource search: any dataset (section 8.5). */
    QuestionForm anyResource() {
        required("resource", resource, "type");
        return form(recipient(), "", List.of(), Optional.of(actionName()), method());
    }

    /** The question of an action search, about one of the actions there are (section 8.6). */
    QuestionForm anyMethodOf(String name) {
        var target = target();
        return form(recipient(), dataset(target), items(target), Optional.of(name), Optional.empty());
    }

    /** The actions that the context says enough about to ask for them. */
    List<String> actions() {
        var actions = new ArrayList<String>(List.of("receive"));
        inContext("thirdParty").ifPresent(third -> actions.add("redistribute"));
        inContext("destination").ifPresent(abroad -> actions.add("transfer-abroad"));
        return actions;
    }

    String subjectType() {
        return required("subject", subject, "type");
    }

    String resourceType() {
        return required("resource", resource, "type");
    }

    private QuestionForm form(
            String recipient, String dataset, List<String> items, Optional<String> name, Optional<String> method) {
        if (!isAbsent(context) && !context.isObject()) {
            throw Refusal.of(Kind.UNUSABLE, "`context` 须是对象", "`context` has to be an object");
        }
        return new QuestionForm(
                recipient,
                dataset,
                items,
                inContext("purpose"),
                method,
                name,
                inContext("thirdParty"),
                inContext("destination"),
                inContext("provider"),
                inContext("region"),
                inContext("at"),
                Questions.revision(inContext("knownAt")));
    }

    private Optional<String> inContext(String key) {
        return optional("context." + key, context.path(key));
    }

    private String recipient() {
        var type = required("subject", subject, "type");
        var id = required("subject", subject, "id");
        if (!type.equals(ORGANIZATION)) {
            throw unfit("subject.type", type, ORGANIZATION);
        }
        return id;
    }

    private String target() {
        required("resource", resource, "type");
        return required("resource", resource, "id");
    }

    private String actionName() {
        return required("action", action, "name");
    }

    private Optional<String> method() {
        return optional("action.properties.method", properties("action", action).path("method"));
    }

    private String dataset(String target) {
        var type = required("resource", resource, "type");
        return switch (type) {
            case DATASET -> target;
            case DATA_ITEM -> {
                var named = optional(
                        "resource.properties.dataset",
                        properties("resource", resource).path("dataset"));
                var at = target.lastIndexOf(ITEM);
                if (named.isEmpty() && at < 1) {
                    throw Refusal.of(
                            Kind.UNUSABLE,
                            "无法从 `%s` 看出数据集；请用 {数据集}/item/{名称}，或写 resource.properties.dataset",
                            "`%s` does not say which dataset; write {dataset}/item/{name}, or resource.properties.dataset",
                            target);
                }
                yield named.orElseGet(() -> target.substring(0, at));
            }
            default -> throw unfit("resource.type", type, "dataset, data-item");
        };
    }

    private List<String> items(String target) {
        if (resource.path("type").asText().equals(DATA_ITEM)) {
            return List.of(target.contains("://") ? target : target.substring(target.lastIndexOf('/') + 1));
        }
        var items = properties("resource", resource).path("items");
        return isAbsent(items) ? List.of() : Questions.items(Questions.texts("resource.properties.items", items));
    }

    private static JsonNode part(String name, JsonNode evaluation, JsonNode defaults, String... needed) {
        var fallback = defaults.path(name);
        var own = evaluation.path(name);
        if (isAbsent(own)) {
            return fallback;
        }
        if (!own.isObject() || Arrays.stream(needed).noneMatch(key -> isAbsent(own.path(key)) && fallback.has(key))) {
            return own;
        }
        var filled = ((ObjectNode) own).deepCopy();
        Arrays.stream(needed)
                .filter(key -> isAbsent(own.path(key)) && fallback.has(key))
                .forEach(key -> filled.set(key, fallback.get(key)));
        return filled;
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static JsonNode properties(String name, JsonNode entity) {
        var properties = entity.path("properties");
        if (!isAbsent(properties) && !properties.isObject()) {
            throw Refusal.of(Kind.UNUSABLE, "`%s.properties` 须是对象", "`%s.properties` has to be an object", name);
        }
        return properties;
    }

    private static String required(String entity, JsonNode given, String key) {
        var value = given.path(key);
        if (!given.isObject() || !value.isTextual() || value.textValue().isBlank()) {
            throw Refusal.of(Kind.UNUSABLE, "缺少 `%s.%s`，它须是文本", "`%s.%s` is missing; it has to be a text", entity, key);
        }
        return value.textValue();
    }

    private static Optional<String> optional(String name, JsonNode value) {
        return isAbsent(value)
                ? Optional.empty()
                : Optional.of(Questions.text(name, value)).filter(text -> !text.isBlank());
    }

    private static Refusal unfit(String key, String value, String fit) {
        return Refusal.of(Kind.UNUSABLE, "`%s` 的值 `%s` 不可用；可用 %s", "`%s` is `%s`; use one of %s", key, value, fit);
    }
}
