/** Accounts, what they are appointed to and what opens them: from a key to its caller. */
@NullMarked
package org.shuqi.account;

import org.jspecify.annotations.NullMarked;
