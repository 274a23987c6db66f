/** What agreements need besides their steps: versions, comparison, parties that join and leave, templates, duties. */
@NullMarked
package org.shuqi.agreement;

import org.jspecify.annotations.NullMarked;
