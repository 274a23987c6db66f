package org.shuqi.sparql;

import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
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
    static void caught(HttpAction action, Limits limits, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            var problem = problem(failure, limits);
            if (problem.kind() == Kind.BROKEN) {
                LOGGER.error("a query failed", failure);
            }
            var language = Problems.language(action.getRequestHeader("Accept-Language"));
            BoundedResponse.of(action.getRequest()).fail(problem, Problems.json(problem, language));
        }
    }

    private static Problem problem(Throwable failure, Limits limits) {
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
        if (failure instanceof ActionErrorException refused) {
            return refused(refused);
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

    private static Problem refused(ActionErrorException refused) {
        var said = String.valueOf(refused.getMessage());
        return switch (refused.getRC()) {
            case 400 ->
                Problem.of(Kind.MALFORMED, Text.of("请求不符合 SPARQL 协议：%s", "not as the SPARQL protocol says: %s", said));
            case 404 -> Problem.of(Kind.UNKNOWN, Text.of("没有所求的图：%s", "there is no such graph: %s", said));
            case 405, 501 ->
                Problem.of(
                        Kind.NOT_OFFERED,
                        Text.of("此处只读；请用 GET 或 POST 查询", "this endpoint only reads; query it with GET or POST"));
            case 406 -> Problem.of(Kind.NOT_ACCEPTABLE, Text.of("无法提供所求格式：%s", "cannot give that format: %s", said));
            case 415 ->
                Problem.of(
                        Kind.UNSUPPORTED,
                        Text.of(
                                "不支持该媒体类型；请用 application/sparql-query 或表单",
                                "this media type is not understood; send application/sparql-query or a form"));
            default -> {
                LOGGER.warn("a request was refused", refused);
                yield Problem.of(
                        Kind.BROKEN, Text.of("查询未能完成；请联系运行方", "the query could not be completed; tell the operator"));
            }
        };
    }
}
