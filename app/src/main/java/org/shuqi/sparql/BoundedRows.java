package org.shuqi.sparql;

import java.util.List;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Rows of a result, up to a limit; more of them are an error, never a silent end. */
final class BoundedRows implements RowSet {

    private final RowSet rows;
    private final Limits limits;

    BoundedRows(RowSet rows, Limits limits) {
        this.rows = rows;
        this.limits = limits;
    }

    /** Works out whether there is a first row, so that a query too slow for it still gets a proper answer. */
    boolean begin() {
        return hasNext();
    }

    @Override
    public boolean hasNext() {
        try {
            return rows.hasNext();
        } catch (QueryCancelledException tooLong) {
            // the writers of results would take this for the end of the result
            throw new Stopped(tooLong);
        }
    }

    @Override
    public Binding next() {
        if (rows.getRowNumber() >= limits.rows()) {
            throw tooMany(limits);
        }
        try {
            return rows.next();
        } catch (QueryCancelledException tooLong) {
            throw new Stopped(tooLong);
        }
    }

    static Refusal tooMany(Limits limits) {
        return Refusal.of(
                Kind.LIMIT,
                "结果超过 %d 行；请用 LIMIT 和 OFFSET 分段读取",
                "the result has more than %d rows; read it in parts with LIMIT and OFFSET",
                limits.rows());
    }

    @Override
    public List<Var> getResultVars() {
        return rows.getResultVars();
    }

    @Override
    public long getRowNumber() {
        return rows.getRowNumber();
    }

    @Override
    public void close() {
        rows.close();
    }

    /** The query was stopped while its result was being written. */
    private static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped(QueryCancelledException cause) {
            super(cause);
        }
    }
}
