/** JSON, JSON-LD and RDF over HTTP. */
@NullMarked
package org.shuqi.api;

import org.jspecify.annotations.NullMarked;
