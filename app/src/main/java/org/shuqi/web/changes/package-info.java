/** Reviewing changes of the words and shapes: working copies, what they change, what that does, publishing. */
@NullMarked
package org.shuqi.web.changes;

import org.jspecify.annotations.NullMarked;
