/** The figures of a period, as numbers, pictures and the records behind each. */
@NullMarked
package org.shuqi.web.figures;

import org.jspecify.annotations.NullMarked;
