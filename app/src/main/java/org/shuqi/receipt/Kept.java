package org.shuqi.receipt;

import org.shuqi.change.Receipt;
import org.shuqi.decision.Answer;
import org.shuqi.record.Filed;

/**
 * A decision that was kept.
 *
 * @param record the receipt as it stands
 * @param answer what was decided
 * @param written proof of the change that wrote it
 */
public record Kept(Filed record, Answer answer, Receipt written) {}
