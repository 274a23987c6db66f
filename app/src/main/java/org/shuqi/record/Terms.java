package org.shuqi.record;

import java.util.OptionalLong;
import org.shuqi.access.Caller;

/**
 * On what terms somebody wants to write.
 *
 * @param reason why, for the log
 * @param expected the revision of the record that the caller has seen, if one was named
 * @param mustBeNew refuse if the record exists
 * @param mustExist refuse if the record does not exist
 * @param caller who
 */
public record Terms(String reason, OptionalLong expected, boolean mustBeNew, boolean mustExist, Caller caller) {}
