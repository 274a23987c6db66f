package org.shuqi.change;

import java.util.OptionalLong;

/**
 * One thing that somebody wants changed.
 *
 * @param reason why, in the words of the one who asks; kept in the log
 * @param expected the revision that the touched named graphs must not have passed, if the caller named one
 * @param edit what to change
 */
public record Change(String reason, OptionalLong expected, Edit edit) {

    public Change {
        reason = Reason.checked(reason);
    }
}
