package org.shuqi.sparql;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * What one query may cost; an operator sets them under {@code shuqi.sparql}.
 *
 * @param queryBytes longest query, in bytes of UTF-8
 * @param nesting deepest nesting of brackets in a query
 * @param firstRow time until the first row must be there
 * @param total time until the last row must be there
 * @param rows most rows, or triples, of one result
 * @param bytes most bytes of one result
 * @param held most rows that sorting, DISTINCT, grouping or a join may hold in memory at once
 * @param text longest string that a function may make, in characters
 * @param totalText all strings that the functions of one query may make, in characters
 * @param pattern longest regular expression, in characters
 * @param steps most characters that all regular expressions of one query may look at
 * @param concurrent most queries running at once; as many more may wait
 * @param patience how long a query waits for its turn
 */
@ConfigurationProperties("shuqi.sparql")
public record Limits(
        @Bindable(defaultValue = "65536") int queryBytes,
        @Bindable(defaultValue = "100") int nesting,
        @Bindable(defaultValue = "PT30S") Duration firstRow,
        @Bindable(defaultValue = "PT60S") Duration total,
        @Bindable(defaultValue = "1000000") long rows,
        @Bindable(defaultValue = "268435456") long bytes,
        @Bindable(defaultValue = "1000000") long held,
        @Bindable(defaultValue = "1000000") int text,
        @Bindable(defaultValue = "64000000") long totalText,
        @Bindable(defaultValue = "1000") int pattern,
        @Bindable(defaultValue = "2000000000") long steps,
        @Bindable(defaultValue = "8") int concurrent,
        @Bindable(defaultValue = "PT2S") Duration patience) {}
