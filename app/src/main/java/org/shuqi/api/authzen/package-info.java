/** OpenID AuthZEN Authorization API 1.0: the same questions in the words of policy enforcement points. */
@NullMarked
package org.shuqi.api.authzen;

import org.jspecify.annotations.NullMarked;
