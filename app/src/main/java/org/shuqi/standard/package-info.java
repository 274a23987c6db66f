/** The words and shapes in force: what was shipped, and what has been published over it since. */
@NullMarked
package org.shuqi.standard;

import org.jspecify.annotations.NullMarked;
