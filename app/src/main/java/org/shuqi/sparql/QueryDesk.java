package org.shuqi.sparql;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.shuqi.problem.Refusal;
import org.shuqi.shield.Allowances;

/** Queries for whoever writes them by hand and looks at what comes out; within the limits of the endpoint. */
@Singleton
public final class QueryDesk {

    private static final Pattern NO_PREFIX = Pattern.compile("Unresolved prefixed name: ([^:\\s]*):");

    private final QueryService queries;
    private final Limits limits;
    private final Allowances allowances;

    QueryDesk(Engine engine, Limits limits, Allowances allowances) {
        this.queries = engine.queries();
        this.limits = limits;
        this.allowances = allowances;
    }

    /**
     * Where a query cannot be read.
     *
     * @param line from 1; 0 if it is not known
     * @param column from 1; 0 if it is not known
     * @param why in the words of the parser
     * @param prefix the prefix that is not declared, if that is it
     */
    public record Unreadable(int line, int column, String why, Optional<String> prefix) {}

    /** What is wrong with the words of a query; nothing if it can be read. */
    public Optional<Unreadable> unreadable(String text) {
        try {
            QueryFactory.create(text, "urn:x-shuqi:relative:", Syntax.syntaxSPARQL_11);
            return Optional.empty();
        } catch (StackOverflowError tooDeep) {
            return Optional.empty(); // which is told when it is to be run
        } catch (QueryParseException wrong) {
            var why = String.valueOf(wrong.getMessage());
            var prefix = NO_PREFIX.matcher(why);
            return Optional.of(new Unreadable(
                    Math.max(0, wrong.getLine()),
                    Math.max(0, wrong.getColumn()),
                    why.lines().findFirst().orElse(why),
                    prefix.find() ? Optional.of(prefix.group(1)) : Optional.empty()));
        }
    }

    /**
     * The beginning of the result of a query. Ends when the client of the request hangs up.
     *
     * @param most rows that are wanted
     * @throws Refusal as the endpoint answers
     */
    public Shown look(HttpRequest<?> request, String text, int most) {
        var ticket = new Ticket();
        var leaving = SparqlDoor.cancelledWhenClientLeaves(request, ticket);
        try (var spending = allowances.query(request)) {
            Query query = QueryText.read(text, limits);
            return queries.look(query, ticket, most);
        } catch (RuntimeException | Exceeded | StackOverflowError | OutOfMemoryError failure) {
            throw new Refusal(Failures.problem(failure, limits));
        } finally {
            ticket.close();
            leaving.run();
        }
    }

    /** How long a query may take, in seconds. */
    public long seconds() {
        return limits.total().toSeconds();
    }
}
