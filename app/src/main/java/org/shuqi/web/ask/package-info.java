/** Asking whether somebody may use some data for something, and why. */
@NullMarked
package org.shuqi.web.ask;

import org.jspecify.annotations.NullMarked;
