/** Health and metrics. */
@NullMarked
package org.shuqi.ops;

import org.jspecify.annotations.NullMarked;
