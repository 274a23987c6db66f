/** Looks at the clocks from time to time, and writes down what has run out or is about to. */
@NullMarked
package org.shuqi.duty;

import org.jspecify.annotations.NullMarked;
