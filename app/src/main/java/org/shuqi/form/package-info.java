/** Forms: what a shape asks of a record, as fields to fill in, and from the fields back to the record. */
@NullMarked
package org.shuqi.form;

import org.jspecify.annotations.NullMarked;
