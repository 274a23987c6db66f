/** SHACL: a change passes or is refused in the words of the shape. */
@NullMarked
package org.shuqi.gate;

import org.jspecify.annotations.NullMarked;
