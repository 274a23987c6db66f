/** Agreements on paper: the text that was signed as articles and annexes, and as a PDF. */
@NullMarked
package org.shuqi.paper;

import org.jspecify.annotations.NullMarked;
