/** What stands between the network and the doors: safe headers, allowances of callers, patience with connections. */
@NullMarked
package org.shuqi.shield;

import org.jspecify.annotations.NullMarked;
