/** SPARQL, read only, over a guarded dataset. */
@NullMarked
package org.shuqi.sparql;

import org.jspecify.annotations.NullMarked;
