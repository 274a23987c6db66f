/** Who asks, and what they may do. */
@NullMarked
package org.shuqi.access;

import org.jspecify.annotations.NullMarked;
