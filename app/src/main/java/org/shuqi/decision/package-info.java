/** May P share D with R for U by M at T, and why: the compiled engine. */
@NullMarked
package org.shuqi.decision;

import org.jspecify.annotations.NullMarked;
