/** A place to try a shape on data before anybody proposes it. */
@NullMarked
package org.shuqi.web.workshop;

import org.jspecify.annotations.NullMarked;
