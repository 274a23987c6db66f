/** The terms as constants, one class per namespace, spelled as in the ontology. */
@NullMarked
package org.shuqi.vocabulary;

import org.jspecify.annotations.NullMarked;
