/** Time limits: which record started which clock, when it runs out, and what is left. */
@NullMarked
package org.shuqi.clock;

import org.jspecify.annotations.NullMarked;
