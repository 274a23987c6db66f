/** Looks through the whole register for agreements and norms that cannot do what they say, with the engine as the judge. */
@NullMarked
package org.shuqi.review;

import org.jspecify.annotations.NullMarked;
