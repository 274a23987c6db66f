package org.shuqi.sparql;

import org.apache.jena.sparql.util.Symbol;

/** What is settled for a query before it runs, by its name in the context. */
final class Settled {

    /** The {@link Limits}. */
    static final Symbol LIMITS = Symbol.create("urn:x-shuqi:limits");

    /** The {@link java.time.Instant} that the query is about. */
    static final Symbol NOW = Symbol.create("urn:x-shuqi:now");

    private Settled() {}
}
