package org.shuqi.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Who is shown a form at all; how far they may write is for the door that every change goes through. */
public final class Duty {

    private Duty() {}

    /**
     * Refuses who has none of the roles anywhere.
     *
     * @throws Refusal FORBIDDEN
     */
    public static void require(Caller caller, Role... roles) {
        if (Arrays.stream(roles).noneMatch(caller::is)) {
            throw Refusal.of(
                    Kind.FORBIDDEN,
                    "需要 %s 的角色；请联系安全管理员",
                    "that takes the role %s; ask a security officer",
                    Arrays.stream(roles).map(role -> "`" + role.code() + "`").collect(Collectors.joining(" / ")));
        }
    }
}
