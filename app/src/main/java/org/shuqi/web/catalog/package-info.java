/** Catalogues, the data in them, and the organisations that keep them. */
@NullMarked
package org.shuqi.web.catalog;

import org.jspecify.annotations.NullMarked;
