/** The one door for writes. */
@NullMarked
package org.shuqi.change;

import org.jspecify.annotations.NullMarked;
