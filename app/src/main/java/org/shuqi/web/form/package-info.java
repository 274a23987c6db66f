/** Forms on pages: drawn from shapes, kept as drafts, with what is wrong beside each field. */
@NullMarked
package org.shuqi.web.form;

import org.jspecify.annotations.NullMarked;
