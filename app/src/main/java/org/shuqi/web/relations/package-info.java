/** Who shares with whom: the matrix first, then one neighbourhood, the whole graph on request, and always a table. */
@NullMarked
package org.shuqi.web.relations;

import org.jspecify.annotations.NullMarked;
