/** Queries by hand: an editor, examples, and a table of what comes out. */
@NullMarked
package org.shuqi.web.sparql;

import org.jspecify.annotations.NullMarked;
