package org.shuqi.sparql;

import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.jspecify.annotations.Nullable;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in a problem what went wrong with a request. */
final class Failures {

    private static final Logger LOGGER = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** Does the work; whatever goes wrong becomes the response. */
    static void caught(@Nullable String language, Reply reply, Limits limits, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Exceeded | StackOverflowError | OutOfMemoryError failure) {
            var problem = problem(failure, limits);
            if (problem.kind() == Kind.BROKEN && !reply.isUnwanted()) {
                LOGGER.error("a query failed", failure);
            }
            reply.fail(problem, Problems.json(problem, Problems.language(language)));
        }
    }

    /** The problem that a failure is. */
    static Problem problem(Throwable failure, Limits limits) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal.problem();
            }
            if (cause instanceof QueryCancelledException) {
                return tooLong(limits);
            }
            if (cause instanceof StackOverflowError) {
                return Problem.of(
                        Kind.MALFORMED, Text.of("查询嵌套过深；请简化", "the query is nested too deeply; make it simpler"));
            }
            if (cause instanceof OutOfMemoryError) {
                return Problem.of(
                        Kind.OVERLOADED, Text.of("查询需要的内存过多；请缩小查询范围", "the query needs too much memory; ask for less"));
            }
        }
        return failure instanceof QueryParseException || failure instanceof QueryException
                ? malformed(String.valueOf(failure.getMessage()))
                : Problem.of(
                        Kind.BROKEN, Text.of("查询未能完成；请联系运行方", "the query could not be completed; tell the operator"));
    }

    private static Problem tooLong(Limits limits) {
        return Problem.of(
                Kind.OVERLOADED,
                Text.of(
                        "查询超出时间限制（首行 %d 毫秒，总计 %d 毫秒）；请缩小查询范围",
                        "the query took too long (%d ms to the first row, %d ms in all); ask for less",
                        limits.firstRow().toMillis(),
                        limits.total().toMillis()));
    }

    static Problem malformed(String why) {
        var line = why.lines().findFirst().orElse(why).replace('"', '`');
        return Problem.of(Kind.MALFORMED, Text.of("查询无法解析：%s", "the query cannot be read: %s", line));
    }
}
