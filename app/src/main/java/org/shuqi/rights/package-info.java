/** What a caller may read and ask: worked out from roles, organisations and the data on who reads what. */
@NullMarked
package org.shuqi.rights;

import org.jspecify.annotations.NullMarked;
