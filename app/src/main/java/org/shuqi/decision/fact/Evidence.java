package org.shuqi.decision.fact;

import java.util.List;
import org.shuqi.time.Span;

/**
 * An assessment or approval on file.
 *
 * @param iri which
 * @param types what it is evidence of
 * @param scope what and whom it is about
 * @param passed whether it was passed, and nothing says otherwise
 * @param span when it is valid
 * @param destinations countries it covers, upper case
 */
public record Evidence(int iri, Ids types, Scope scope, boolean passed, Span span, List<String> destinations)
        implements Fact {}
