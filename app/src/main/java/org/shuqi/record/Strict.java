package org.shuqi.record;

import org.apache.jena.riot.system.ErrorHandler;
import org.jspecify.annotations.Nullable;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Refuses at the first fault, also at those that the parser would only mention, and says where it is. */
final class Strict implements ErrorHandler {

    /** Legal, if unusual: an upper-case host, a port that is the default one. */
    private static final String LEGAL = "Unwise IRI";

    private @Nullable Refusal first;

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

    private void refuse(String message, long line, long column) {
        throw found(first == null ? refusal(message, line, column) : first);
    }

    /** The fault that was found first: the JSON-LD parser catches what it is told, and complains again of that. */
    Refusal found(Refusal fault) {
        var told = first == null ? fault : first;
        first = told;
        return told;
    }

    private static Refusal refusal(String message, long line, long column) {
        var complaint = Complaint.of(message);
        if (line < 0) {
            return Refusal.of(
                    Kind.MALFORMED,
                    "内容无法解析：%1$s；请改正后重试",
                    "this cannot be read: %2$s; correct it and try again",
                    complaint.zh(),
                    complaint.en());
        }
        return Refusal.of(
                Kind.MALFORMED,
                "第 %3$d 行第 %4$d 列无法解析：%1$s；请改正后重试",
                "line %3$d, column %4$d cannot be read: %2$s; correct it and try again",
                complaint.zh(),
                complaint.en(),
                line,
                column);
    }
}
