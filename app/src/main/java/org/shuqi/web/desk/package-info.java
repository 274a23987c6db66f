/** The desk: what somebody has to do today. */
@NullMarked
package org.shuqi.web.desk;

import org.jspecify.annotations.NullMarked;
