/** The interface for programs, to read and to try out. */
@NullMarked
package org.shuqi.web.api;

import org.jspecify.annotations.NullMarked;
