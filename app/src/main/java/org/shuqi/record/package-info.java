/** Records: what kinds there are, how they read and write, and where they live. */
@NullMarked
package org.shuqi.record;

import org.jspecify.annotations.NullMarked;
