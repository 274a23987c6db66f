/** Decisions to take along: one recipient's answers for a day, signed, to be asked where the registry cannot be reached. */
@NullMarked
package org.shuqi.bundle;

import org.jspecify.annotations.NullMarked;
