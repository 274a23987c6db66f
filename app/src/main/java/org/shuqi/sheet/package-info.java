/** Catalogues and registers as spreadsheets: in, with every fault named by its cell; out, in the same templates. */
@NullMarked
package org.shuqi.sheet;

import org.jspecify.annotations.NullMarked;
