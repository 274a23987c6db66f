/** What the pages can do and where to read more; the same place on every page. */
@NullMarked
package org.shuqi.web.help;

import org.jspecify.annotations.NullMarked;
