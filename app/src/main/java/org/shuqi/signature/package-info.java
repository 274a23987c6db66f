/** Signatures of parties under agreements: what is signed, with which keys, and whether it still holds. */
@NullMarked
package org.shuqi.signature;

import org.jspecify.annotations.NullMarked;
