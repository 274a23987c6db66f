/** Spreadsheet files as plain rows of text; whatever is dangerous in a file is refused here. */
@NullMarked
package org.shuqi.sheet.file;

import org.jspecify.annotations.NullMarked;
