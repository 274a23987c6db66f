/** Decisions that were kept on request: written once, never changed, asked again at any time. */
@NullMarked
package org.shuqi.receipt;

import org.jspecify.annotations.NullMarked;
