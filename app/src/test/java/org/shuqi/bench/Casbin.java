package org.shuqi.bench;

import com.googlecode.aviator.runtime.function.FunctionUtils;
import com.googlecode.aviator.runtime.type.AviatorBoolean;
import com.googlecode.aviator.runtime.type.AviatorObject;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casbin.jcasbin.main.CoreEnforcer;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.util.function.CustomFunction;

/** jCasbin with all policies in memory. */
final class Casbin {

    private static final String MODEL =
            """
            [request_definition]
            r = sub, above, prov, assets, purp, items, flags
            [policy_definition]
            p = sub, below, prov, asset, purp, notpurp, notsub, items, cond, eft
            [policy_effect]
            e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
            [matchers]
            m = (p.sub == "" || r.sub == p.sub || (p.below == "true" && has(r.above, p.sub))) \
            && (p.prov == "" || r.prov == p.prov) \
            && (p.asset == "" || has(r.assets, p.asset)) \
            && (p.purp == "" || anyOf(p.purp, r.purp)) \
            && !anyOf(p.notpurp, r.purp) \
            && !listed(p.notsub, r.sub) \
            && (p.items == "" || within(r.items, p.items)) \
            && has(r.flags, p.cond)
            """;

    private final Enforcer enforcer;

    Casbin(List<Policy> policies) {
        enforcer = new Enforcer(CoreEnforcer.newModel(MODEL));
        enforcer.enableLog(false);
        enforcer.addFunction("has", new Test("has") {
            @Override
            boolean holds(Object some, Object one) {
                return ((Collection<?>) some).contains(one);
            }
        });
        enforcer.addFunction("listed", new Test("listed") {
            @Override
            boolean holds(Object words, Object one) {
                return split(words).contains(one);
            }
        });
        enforcer.addFunction("anyOf", new Test("anyOf") {
            @Override
            boolean holds(Object words, Object some) {
                return split(words).stream().anyMatch(((Collection<?>) some)::contains);
            }
        });
        enforcer.addFunction("within", new Test("within") {
            @Override
            boolean holds(Object some, Object words) {
                return split(words).containsAll((Collection<?>) some);
            }
        });
        enforcer.addPolicies(policies.stream().map(Casbin::row).toList());
    }

    boolean permits(Requested request) {
        return enforcer.enforce(
                request.asked().recipient(),
                request.above(),
                request.provider(),
                request.assets(),
                request.purposes(),
                request.items(),
                request.flags());
    }

    private static List<String> row(Policy policy) {
        return List.of(
                policy.recipient(),
                Boolean.toString(policy.below()),
                policy.provider(),
                policy.asset(),
                joined(policy.purposes()),
                joined(policy.exceptPurposes()),
                joined(policy.exceptRecipients()),
                joined(policy.items()),
                policy.when().name(),
                policy.permits() ? "allow" : "deny");
    }

    private static String joined(Set<String> words) {
        return String.join(" ", words);
    }

    private static List<String> split(Object words) {
        return words.equals("") ? List.of() : Arrays.asList(((String) words).split(" "));
    }

    /** A test of two values, by name. */
    private abstract static class Test extends CustomFunction {

        private final String name;

        Test(String name) {
            this.name = name;
        }

        abstract boolean holds(Object one, Object other);

        @Override
        public AviatorObject call(Map<String, Object> environment, AviatorObject one, AviatorObject other) {
            return AviatorBoolean.valueOf(holds(
                    FunctionUtils.getJavaObject(one, environment), FunctionUtils.getJavaObject(other, environment)));
        }

        @Override
        public String getName() {
            return name;
        }
    }
}
