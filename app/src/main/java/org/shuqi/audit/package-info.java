/** Who changed what, when and why, as far as the one who asks may know it. */
@NullMarked
package org.shuqi.audit;

import org.jspecify.annotations.NullMarked;
