/** The command line. */
@NullMarked
package org.shuqi.cli;

import org.jspecify.annotations.NullMarked;
