/** Who is calling: operator key or loopback. */
@NullMarked
package org.shuqi.login;

import org.jspecify.annotations.NullMarked;
