/** The procedures: which step may follow which, who takes it, with what contents; and taking it. */
@NullMarked
package org.shuqi.casework;

import org.jspecify.annotations.NullMarked;
