/** Who changed what, and who took what out. */
@NullMarked
package org.shuqi.web.audit;

import org.jspecify.annotations.NullMarked;
