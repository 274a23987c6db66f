/** The words and shapes to read. */
@NullMarked
package org.shuqi.web.vocab;

import org.jspecify.annotations.NullMarked;
