/** Who is calling: what is shown at the door, and whom the request then works for. */
@NullMarked
package org.shuqi.login;

import org.jspecify.annotations.NullMarked;
