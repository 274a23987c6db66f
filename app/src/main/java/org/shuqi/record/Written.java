package org.shuqi.record;

import org.shuqi.change.Receipt;

/**
 * What became of a record.
 *
 * @param record as it stands now
 * @param created whether it is new
 * @param receipt proof of the change
 */
public record Written(Filed record, boolean created, Receipt receipt) {}
