/** Why the house says no, in both languages. */
@NullMarked
package org.shuqi.problem;

import org.jspecify.annotations.NullMarked;
