package org.shuqi.web;

import io.micronaut.http.HttpRequest;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * Where in a long list we are.
 *
 * @param page counted from 1
 * @param size rows on a page
 * @param total rows in all
 */
public record Pager(int page, int size, long total) {

    /** Rows on a page unless it says otherwise. */
    public static final int ROWS = 50;

    /**
     * The page that the address names in {@code page}; the first if it names none.
     *
     * @throws Refusal MALFORMED
     */
    public static int wanted(HttpRequest<?> request) {
        return wanted(request, "page");
    }

    /** The same of one of several lists on a page, each with a parameter of its own. */
    public static int wanted(HttpRequest<?> request, String parameter) {
        var named = request.getParameters().get(parameter);
        if (named == null || named.isEmpty()) {
            return 1;
        }
        if (!named.matches("[1-9][0-9]{0,6}")) {
            throw Refusal.of(Kind.MALFORMED, "页码 `%s` 不是正整数；请从 1 起", "`%s` is no page; pages count from 1", named);
        }
        return Integer.parseInt(named);
    }

    /** Pages in all, at least one. */
    public long pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    /** How many rows stand before this page. */
    public long before() {
        return (page - 1L) * size;
    }

    /** The first row of this page, counted from 1. */
    public long first() {
        return Math.min(total, before() + 1);
    }

    /** The last row of this page. */
    public long last() {
        return Math.min(total, (long) page * size);
    }

    public boolean hasNext() {
        return page < pages();
    }

    public boolean hasPrevious() {
        return page > 1;
    }
}
