/** What the authority looks after: violations with their evidence, figures with the records behind them, the three lists. */
@NullMarked
package org.shuqi.supervision;

import org.jspecify.annotations.NullMarked;
