/**
 * The pages: what people see and do in a browser.
 *
 * <p>Each feature is a package of its own with its controllers and one public record per page; templates lie under
 * {@code src/main/jte}, words under {@code web/words}. Pages translate, they decide nothing.
 */
@NullMarked
package org.shuqi.web;

import org.jspecify.annotations.NullMarked;
