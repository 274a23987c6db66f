package org.shuqi.api.authzen;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuqi.api.Questions;
import org.shuqi.decision.QuestionForm;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

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

    private static final List<String> TYPE_AND_ID = List.of("type", "id");
    private static final List<String> NAME = List.of("name");

    private final @Nullable Object subject;
    private final @Nullable Object action;
    private final @Nullable Object resource;
    private final @Nullable Object context;

    /**
     * The evaluation, with the values of {@code defaults} where it has none of its own (section 7.1.1). A key of its own
     * stands for the whole default; only what no entity can be without is still taken from there.
     */
    Tuple(Said evaluation, Said defaults) {
        this.subject = part("subject", evaluation, defaults, TYPE_AND_ID);
        this.action = part("action", evaluation, defaults, NAME);
        this.resource = part("resource", evaluation, defaults, TYPE_AND_ID);
        this.context = part("context", evaluation, defaults, List.of());
    }

    /** A request of its own, which has no defaults. */
    Tuple(Said request) {
        this(request, Said.NOTHING);
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
        if (context != null && !(context instanceof Said)) {
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
        return optional("context.", key, within(context, key));
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
        return optional("action.properties.", "method", within(properties("action", action), "method"));
    }

    private String dataset(String target) {
        var type = required("resource", resource, "type");
        return switch (type) {
            case DATASET -> target;
            case DATA_ITEM -> {
                var named = optional(
                        "resource.properties.", "dataset", within(properties("resource", resource), "dataset"));
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
        if (DATA_ITEM.equals(within(resource, "type"))) {
            return List.of(target.contains("://") ? target : target.substring(target.lastIndexOf('/') + 1));
        }
        var items = within(properties("resource", resource), "items");
        if (items == null) {
            return List.of();
        }
        return Questions.items(
                items instanceof JsonNode tree
                        ? Questions.texts("resource.properties.items", tree)
                        : List.of((String) items));
    }

    private static @Nullable Object part(String name, Said evaluation, Said defaults, List<String> needed) {
        var fallback = defaults.of(name);
        var own = evaluation.of(name);
        if (own == null) {
            return fallback;
        }
        return own instanceof Said said && fallback instanceof Said other ? said.filled(other, needed) : own;
    }

    /** What an entity says under a name; null if nothing, or if it is no object. */
    private static @Nullable Object within(@Nullable Object entity, String name) {
        return entity instanceof Said said ? said.of(name) : null;
    }

    private static @Nullable Object properties(String name, @Nullable Object entity) {
        var properties = within(entity, "properties");
        if (properties != null && !(properties instanceof Said)) {
            throw Refusal.of(Kind.UNUSABLE, "`%s.properties` 须是对象", "`%s.properties` has to be an object", name);
        }
        return properties;
    }

    private static String required(String entity, @Nullable Object given, String key) {
        if (within(given, key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw Refusal.of(Kind.UNUSABLE, "缺少 `%s.%s`，它须是文本", "`%s.%s` is missing; it has to be a text", entity, key);
    }

    private static Optional<String> optional(String entity, String key, @Nullable Object value) {
        if (value == null) {
            return Optional.empty();
        }
        var text = value instanceof JsonNode tree ? Questions.text(entity + key, tree) : (String) value;
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private static Refusal unfit(String key, String value, String fit) {
        return Refusal.of(Kind.UNUSABLE, "`%s` 的值 `%s` 不可用；可用 %s", "`%s` is `%s`; use one of %s", key, value, fit);
    }
}
