/** Requests, agreements, corrections, disputes and the three lists as people see and handle them. */
@NullMarked
package org.shuqi.web.cases;

import org.jspecify.annotations.NullMarked;
