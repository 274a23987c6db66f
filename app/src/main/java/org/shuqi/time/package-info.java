/** Instants, days and the zone of the registry; knows no RDF. */
@NullMarked
package org.shuqi.time;

import org.jspecify.annotations.NullMarked;
