/** Signing in at an OpenID provider: discovery, the code flow, tokens of systems. */
@NullMarked
package org.shuqi.openid;

import org.jspecify.annotations.NullMarked;
