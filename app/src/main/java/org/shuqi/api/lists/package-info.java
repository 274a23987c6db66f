/** The list questions over HTTP: pages as JSON, and the matrix as a table. */
@NullMarked
package org.shuqi.api.lists;

import org.jspecify.annotations.NullMarked;
