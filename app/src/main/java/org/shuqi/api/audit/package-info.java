/** The log over HTTP: who changed what when and why, and the proofs that nobody changed it since. */
@NullMarked
package org.shuqi.api.audit;

import org.jspecify.annotations.NullMarked;
