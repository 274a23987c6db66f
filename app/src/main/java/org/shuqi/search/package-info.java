/**
 * Finds anything in the registry by words in Chinese, English, pinyin or codes, and shows what the caller may read.
 *
 * <p>The index is made from the graph and follows it a little behind the commits. It is never the truth: it can be thrown
 * away at any time, and is whenever there is doubt.
 */
@NullMarked
package org.shuqi.search;

import org.jspecify.annotations.NullMarked;
