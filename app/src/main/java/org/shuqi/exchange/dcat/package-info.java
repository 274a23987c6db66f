/** Published catalogues of others, read as records of ours. */
@NullMarked
package org.shuqi.exchange.dcat;

import org.jspecify.annotations.NullMarked;
