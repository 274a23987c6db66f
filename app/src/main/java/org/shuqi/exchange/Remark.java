package org.shuqi.exchange;

import org.shuqi.problem.Text;

/**
 * Something in a foreign file that has no place in a record.
 *
 * @param subject IRI of the record it belongs to
 * @param text what it is, and why it was left out
 */
public record Remark(String subject, Text text) {}
