/** Pictures of figures, drawn as SVG on the server: they print, need no script, and say in words what they show. */
@NullMarked
package org.shuqi.chart;

import org.jspecify.annotations.NullMarked;
