package org.shuqi.decision;

import java.util.function.UnaryOperator;

/**
 * One thing that might be changed.
 *
 * @param step in words
 * @param effect what would be so afterwards
 */
record Move(Answer.Step step, UnaryOperator<Scenario> effect) {}
