/** Puts the parts together: one open registry. */
@NullMarked
package org.shuqi.registry;

import org.jspecify.annotations.NullMarked;
