/** Files in and out: load, validate, export, mapping of foreign catalogues. */
@NullMarked
package org.shuqi.exchange;

import org.jspecify.annotations.NullMarked;
