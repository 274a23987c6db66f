/** What the graph says, read into records: facts, and the index that holds them by what they are about. */
@NullMarked
package org.shuqi.decision.fact;

import org.jspecify.annotations.NullMarked;
