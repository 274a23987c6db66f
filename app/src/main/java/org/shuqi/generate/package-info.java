/** Grows invented registries of any size from a seed. */
@NullMarked
package org.shuqi.generate;

import org.jspecify.annotations.NullMarked;
