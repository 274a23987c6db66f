package org.shuqi.record;

import java.util.OptionalLong;
import org.shuqi.access.Caller;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * On what terms somebody wants to write.
 *
 * @param reason why, for the log
 * @param expected the revision of the record that the caller has seen, if one was named
 * @param mustBeNew refuse if the record exists
 * @param mustExist refuse if the record does not exist
 * @param caller who
 */
public record Terms(String reason, OptionalLong expected, boolean mustBeNew, boolean mustExist, Caller caller) {

    /** An expected revision that no record ever has: the caller named something that is none. */
    public static final long NEVER = -1;

    /** Holds the terms against something that is there or not, and was last changed at this revision. */
    void require(boolean exists, long current, String what) {
        if (exists && mustBeNew) {
            throw Refusal.of(
                    Kind.STALE, "`%s` 已存在，与 If-None-Match 不符", "`%s` exists, which If-None-Match rules out", what);
        }
        if (!exists && (mustExist || expected.isPresent())) {
            throw Refusal.of(Kind.STALE, "没有 `%s`，与 If-Match 不符", "there is no `%s`, which If-Match rules out", what);
        }
        if (exists) {
            requireFresh(current);
        }
    }

    /** The exact revision has to be named: one that lies ahead was never given out. */
    void requireFresh(long current) {
        if (expected.isEmpty() || expected.getAsLong() == current) {
            return;
        }
        if (expected.getAsLong() == NEVER) {
            throw Refusal.of(
                    Kind.STALE,
                    "If-Match 不是本登记簿给出的 ETag，记录的 ETag 是 `\"%d\"`；请重新读取并原样使用",
                    "If-Match is no ETag of this registry, that of the record is `\"%d\"`; read it again and send it as it is",
                    current);
        }
        throw Refusal.of(
                Kind.STALE,
                "您依据的是版本 %d，记录现为版本 %d；请重新读取",
                "you edited revision %d, the record is at %d; read it again",
                expected.getAsLong(),
                current);
    }
}
