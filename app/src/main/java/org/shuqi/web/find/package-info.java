/** Finding things by words: the search page, type-ahead, and what a word in a form means. */
@NullMarked
package org.shuqi.web.find;

import org.jspecify.annotations.NullMarked;
