package org.shuqi.bench;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Cedar by its Java binding, with all policies in one set that is parsed once. */
final class Cedar {

    private static final EntityTypeName ORGANIZATION =
            EntityTypeName.parse("Organization").orElseThrow();
    private static final EntityTypeName ASSET = EntityTypeName.parse("Asset").orElseThrow();
    private static final EntityUID QUERY =
            EntityTypeName.parse("Action").orElseThrow().of("query");

    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();
    private final PolicySet policies;

    Cedar(List<Policy> some) {
        policies = new PolicySet(some.stream()
                .map(policy -> new com.cedarpolicy.model.policy.Policy(text(policy), policy.id()))
                .collect(Collectors.toSet()));
        try {
            policies.cache();
        } catch (com.cedarpolicy.model.exception.CacheException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    boolean permits(Requested request) {
        var recipient = ORGANIZATION.of(request.asked().recipient());
        var dataset = ASSET.of(request.asked().dataset());
        var asked = new AuthorizationRequest(
                recipient,
                QUERY,
                dataset,
                Map.of(
                        "provider", new PrimString(request.provider()),
                        "purposes", list(request.purposes()),
                        "items", list(request.items()),
                        "flags", list(request.flags())));
        var entities = Set.of(
                new Entity(recipient, parents(ORGANIZATION, request.above(), recipient)),
                new Entity(dataset, parents(ASSET, request.assets(), dataset)));
        try {
            var answer = engine.isAuthorized(asked, policies, entities);
            return answer.success
                    .orElseThrow(() -> new IllegalStateException(answer.errors.toString()))
                    .isAllowed();
        } catch (AuthException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static Set<EntityUID> parents(EntityTypeName type, Set<String> iris, EntityUID self) {
        var parents = iris.stream().map(type::of).collect(Collectors.toCollection(HashSet::new));
        parents.remove(self);
        return parents;
    }

    private static CedarList list(Collection<String> words) {
        return new CedarList(
                words.stream().map(word -> (Value) new PrimString(word)).toList());
    }

    private static String text(Policy policy) {
        var text = new StringBuilder(policy.permits() ? "permit (" : "forbid (")
                .append(scope("principal", "Organization", policy.recipient(), policy.below()))
                .append(", action == Action::\"query\", ")
                .append(scope("resource", "Asset", policy.asset(), true))
                .append(") when { context.flags.contains(\"")
                .append(policy.when().name())
                .append("\")");
        if (!policy.provider().isEmpty()) {
            text.append(" && context.provider == \"").append(policy.provider()).append('"');
        }
        if (!policy.purposes().isEmpty()) {
            text.append(" && context.purposes.containsAny(")
                    .append(set(policy.purposes()))
                    .append(')');
        }
        if (!policy.items().isEmpty()) {
            text.append(" && ").append(set(policy.items())).append(".containsAll(context.items)");
        }
        text.append(" }");
        if (!policy.exceptPurposes().isEmpty()) {
            text.append(" unless { context.purposes.containsAny(")
                    .append(set(policy.exceptPurposes()))
                    .append(") }");
        }
        for (var except : policy.exceptRecipients()) {
            text.append(" unless { principal == Organization::\"")
                    .append(except)
                    .append("\" }");
        }
        return text.append(';').toString();
    }

    private static String scope(String variable, String type, String iri, boolean below) {
        return iri.isEmpty() ? variable : variable + (below ? " in " : " == ") + type + "::\"" + iri + '"';
    }

    private static String set(Set<String> words) {
        return words.stream().collect(Collectors.joining("\", \"", "[\"", "\"]"));
    }
}
