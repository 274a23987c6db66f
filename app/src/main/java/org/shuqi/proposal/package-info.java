/** Working copies of the words and shapes: what they change, what that would do, and making it so. */
@NullMarked
package org.shuqi.proposal;

import org.jspecify.annotations.NullMarked;
