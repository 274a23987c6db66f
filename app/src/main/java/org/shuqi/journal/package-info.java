/** Who took data out of the registry and who was denied what, beside the log of what was written into it. */
@NullMarked
package org.shuqi.journal;

import org.jspecify.annotations.NullMarked;
