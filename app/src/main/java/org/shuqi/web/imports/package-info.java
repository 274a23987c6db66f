/** Spreadsheets into catalogues, in four steps: the file, its columns, the cells that are wrong, what it changes. */
@NullMarked
package org.shuqi.web.imports;

import org.jspecify.annotations.NullMarked;
