package org.shuqi.api.authzen;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** When a list of evaluations ends. Source: AuthZEN Authorization API 1.0, section 7.1.2.1. */
enum Semantic {
    EXECUTE_ALL,
    DENY_ON_FIRST_DENY,
    PERMIT_ON_FIRST_PERMIT;

    /** The one that the options name; all are executed unless they say otherwise. */
    static Semantic of(Said options) {
        var named = options.of("evaluations_semantic");
        if (named == null) {
            return EXECUTE_ALL;
        }
        var text = Options.text(named);
        return Arrays.stream(values())
                .filter(semantic -> semantic.code().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE,
                        "`options.evaluations_semantic` 的值 `%s` 不可用；可用 %s",
                        "`options.evaluations_semantic` is `%s`; use one of %s",
                        text,
                        Arrays.stream(values()).map(Semantic::code).collect(Collectors.joining(", "))));
    }

    /** Whether no more evaluations are made after this decision. */
    boolean endsAt(boolean decision) {
        return switch (this) {
            case EXECUTE_ALL -> false;
            case DENY_ON_FIRST_DENY -> !decision;
            case PERMIT_ON_FIRST_PERMIT -> decision;
        };
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
