package org.shuqi.api.authzen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.shuqi.api.Questions;
import org.shuqi.decision.QuestionForm;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * Subject, action, resource and context of one evaluation, as our question.
 *
 * <p>Source: AuthZEN Authorization API 1.0, sections 5 and 6.1. Keys that we do not know are left alone, as the
 * information model is open.
 */
final class Tuple {

    private static final String ITEM = "/item/";

    private final JsonNode subject;
    private final JsonNode action;
    private final JsonNode resource;
    private final JsonNode context;

    /** The evaluation, with the values of {@code defaults} where it has none of its own (section 7.1.1). */
    Tuple(JsonNode evaluation, JsonNode defaults) {
        this.subject = part("subject", evaluation, defaults);
        this.action = part("action", evaluation, defaults);
        this.resource = part("resource", evaluation, defaults);
        this.context = part("context", evaluation, defaults);
    }

    QuestionForm form() {
        if (!context.isMissingNode() && !context.isObject()) {
            throw Refusal.of(Kind.UNUSABLE, "`context` 须是对象", "`context` has to be an object");
        }
        var type = required("subject", subject, "type");
        if (!type.equals("organization")) {
            throw unfit("subject.type", type, "organization");
        }
        var name = required("action", action, "name");
        var target = required("resource", resource, "id");
        return new QuestionForm(
                required("subject", subject, "id"),
                dataset(target),
                items(target),
                optional("context.purpose", context.path("purpose")),
                optional(
                        "action.properties.method", properties("action", action).path("method")),
                Optional.of(name),
                optional("context.thirdParty", context.path("thirdParty")),
                optional("context.destination", context.path("destination")),
                optional("context.provider", context.path("provider")),
                optional("context.region", context.path("region")),
                optional("context.at", context.path("at")),
                Questions.revision(optional("context.knownAt", context.path("knownAt"))));
    }

    private String dataset(String target) {
        var type = required("resource", resource, "type");
        return switch (type) {
            case "dataset" -> target;
            case "data-item" -> {
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
        if (resource.path("type").asText().equals("data-item")) {
            return List.of(target.contains("://") ? target : target.substring(target.lastIndexOf('/') + 1));
        }
        var items = properties("resource", resource).path("items");
        return items.isMissingNode() || items.isNull()
                ? List.of()
                : Questions.items(Questions.texts("resource.properties.items", items));
    }

    private static JsonNode part(String name, JsonNode evaluation, JsonNode defaults) {
        return evaluation.has(name) ? evaluation.get(name) : defaults.path(name);
    }

    private static JsonNode properties(String name, JsonNode entity) {
        var properties = entity.path("properties");
        if (!properties.isMissingNode() && !properties.isNull() && !properties.isObject()) {
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
        return value.isMissingNode() || value.isNull()
                ? Optional.empty()
                : Optional.of(Questions.text(name, value)).filter(text -> !text.isBlank());
    }

    private static Refusal unfit(String key, String value, String fit) {
        return Refusal.of(Kind.UNUSABLE, "`%s` 的值 `%s` 不可用；可用 %s", "`%s` is `%s`; use one of %s", key, value, fit);
    }
}
