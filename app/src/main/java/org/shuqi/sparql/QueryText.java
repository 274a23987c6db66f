package org.shuqi.sparql;

import java.nio.charset.StandardCharsets;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Reads a query: plain SPARQL 1.1, not too long, not nested too deeply. */
final class QueryText {

    /** Relative IRIs in a query have no meaning here; this base makes them recognisable and harmless. */
    private static final String BASE = "urn:x-shuqi:relative:";

    private QueryText() {}

    static Query read(String text, Limits limits) {
        var length = text.getBytes(StandardCharsets.UTF_8).length;
        if (length > limits.queryBytes()) {
            throw tooLong(limits);
        }
        if (nesting(text) > limits.nesting()) {
            throw Refusal.of(
                    Kind.MALFORMED,
                    "查询嵌套超过 %d 层；请简化",
                    "the query is nested more than %d levels deep; make it simpler",
                    limits.nesting());
        }
        try {
            return QueryFactory.create(text, BASE, Syntax.syntaxSPARQL_11);
        } catch (QueryException malformed) {
            throw new Refusal(Failures.malformed(String.valueOf(malformed.getMessage())));
        }
    }

    static Refusal tooLong(Limits limits) {
        return Refusal.of(
                Kind.TOO_LARGE,
                "查询超过 %d 字节；请缩短",
                "the query is longer than %d bytes; make it shorter",
                limits.queryBytes());
    }

    /** How deep brackets stand in brackets; those in strings, IRIs and comments count too, which does no harm. */
    private static int nesting(String text) {
        var depth = 0;
        var deepest = 0;
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(', '{', '[' -> deepest = Math.max(deepest, ++depth);
                case ')', '}', ']' -> depth = Math.max(0, depth - 1);
                default -> {
                    // only brackets nest
                }
            }
        }
        return deepest;
    }
}
