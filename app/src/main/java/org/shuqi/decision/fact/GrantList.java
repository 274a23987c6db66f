package org.shuqi.decision.fact;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The grants over one asset, with whom each is for beside them: most are for somebody else, and are passed over without
 * being looked at. Does not change.
 */
public final class GrantList extends AbstractList<Grant> implements RandomAccess {

    private final Grant[] grants;
    /** The only assignee of each, else {@link Terms#NONE}. */
    private final int[] assignees;

    private GrantList(Grant[] grants) {
        this.grants = grants;
        this.assignees = new int[grants.length];
        for (int place = 0; place < grants.length; place++) {
            assignees[place] = grants[place].reach().assignees().only();
        }
    }

    static GrantList of(List<Grant> grants) {
        return new GrantList(grants.toArray(Grant[]::new));
    }

    @Override
    public Grant get(int place) {
        return grants[place];
    }

    @Override
    public int size() {
        return grants.length;
    }

    /** Whether the grant at that place can be for somebody who goes by these names; if it can, it is worth a look. */
    public boolean mayBeFor(int place, Ids names) {
        int assignee = assignees[place];
        return assignee == Terms.NONE || names.contains(assignee);
    }
}
