/** The truth: log, store, snapshots at a revision, and what is derived from them. */
@NullMarked
package org.shuqi.graph;

import org.jspecify.annotations.NullMarked;
