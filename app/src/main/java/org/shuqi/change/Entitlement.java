package org.shuqi.change;

import org.apache.jena.sparql.core.DatasetGraph;
import org.shuqi.access.Caller;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Sight;
import org.shuqi.graph.Snapshot;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Who may make which change. The operator, and the service itself, are never asked. */
public interface Entitlement {

    /** Nobody but the operator may change anything. */
    Entitlement NOBODY = new Entitlement() {

        @Override
        public Sight sight(Caller caller, Snapshot now) {
            return Sight.NONE;
        }

        @Override
        public void check(Caller caller, Snapshot before, DatasetGraph after, Delta delta) {
            throw refused(caller);
        }
    };

    /** What of the registry a change of this caller may be worked out from: what the caller may read. */
    Sight sight(Caller caller, Snapshot now);

    /**
     * Lets the caller make this change, or not.
     *
     * @param before the registry as it is
     * @param after the registry as it would be, read only and only during the call
     * @param delta what would really change
     * @throws Refusal FORBIDDEN
     */
    void check(Caller caller, Snapshot before, DatasetGraph after, Delta delta);

    /** What somebody hears who may not write at all. */
    static Refusal refused(Caller caller) {
        return Refusal.of(
                Kind.FORBIDDEN,
                "`%s` 无权写入；请联系安全员分配角色",
                "`%s` may not write; ask the security officer for a role",
                caller.id());
    }
}
