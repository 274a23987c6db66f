package org.shuqi.record;

import org.apache.jena.riot.system.ErrorHandler;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Refuses at the first fault, also at those that the parser would only mention, and says where it is. */
final class Strict implements ErrorHandler {

    /** Legal, if unusual: an upper-case host, a port that is the default one. */
    private static final String LEGAL = "Unwise IRI";

    @Override
    public void warning(String message, long line, long column) {
        if (!message.startsWith(LEGAL)) {
            refuse(message, line, column);
        }
    }

    @Override
    public void error(String message, long line, long column) {
        refuse(message, line, column);
    }

    @Override
    public void fatal(String message, long line, long column) {
        refuse(message, line, column);
    }

    private static void refuse(String message, long line, long column) {
        if (line < 0) {
            throw Refusal.of(
                    Kind.MALFORMED, "内容无法解析：%s；请改正后重试", "this cannot be read: %s; correct it and try again", message);
        }
        throw Refusal.of(
                Kind.MALFORMED,
                "第 %2$d 行第 %3$d 列无法解析：%1$s；请改正后重试",
                "line %2$d, column %3$d cannot be read: %1$s; correct it and try again",
                message,
                line,
                column);
    }
}
