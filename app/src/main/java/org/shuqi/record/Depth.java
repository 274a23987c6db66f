package org.shuqi.record;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * Passes bytes on and counts how deep brackets nest, for parsers that call themselves once per level.
 *
 * <p>Knows just enough of Turtle, TriG, N-Triples, N-Quads and JSON to see which brackets stand in strings, IRIs and
 * comments. All characters that matter are ASCII, so bytes of UTF-8 will do.
 */
final class Depth extends FilterInputStream {

    /** Levels of brackets that may be open at once; real data needs fewer than ten. */
    static final int DEEPEST = 200;

    private final boolean json;
    private Where where = Where.OPEN;
    private int quote;
    private int quotes;
    private boolean escaped;
    private int open;

    private Depth(InputStream in, boolean json) {
        super(in);
        this.json = json;
    }

    static InputStream of(InputStream in, Lang lang) {
        var json = RDFLanguages.sameLang(lang, Lang.JSONLD) || RDFLanguages.sameLang(lang, Lang.JSONLD11);
        return new Depth(in, json);
    }

    static Refusal tooDeep() {
        return Refusal.of(
                Kind.MALFORMED, "括号嵌套超过 %d 层；请写得平一些", "brackets nest more than %d deep; write it flatter", DEEPEST);
    }

    @Override
    public int read() throws IOException {
        var read = in.read();
        if (read >= 0) {
            see(read);
        }
        return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        var count = in.read(into, from, length);
        for (int i = from; i < from + count; i++) {
            see(into[i]);
        }
        return count;
    }

    private void see(int c) {
        switch (where) {
            case OPEN -> outside(c);
            case QUOTING -> opening(c);
            case STRING, LONG_STRING -> inside(c);
            case IRI -> where = c == '>' ? Where.OPEN : where;
            case COMMENT -> where = c == '\n' || c == '\r' ? Where.OPEN : where;
        }
    }

    private void outside(int c) {
        if (escaped) {
            escaped = false;
            return;
        }
        switch (c) {
            case '[', '{', '(' -> {
                if (++open > DEEPEST) {
                    throw tooDeep();
                }
            }
            case ']', '}', ')' -> open--;
            case '"', '\'' -> {
                if (c == '"' || !json) {
                    quote = c;
                    quotes = 1;
                    where = json ? Where.STRING : Where.QUOTING;
                }
            }
            case '<' -> where = json ? where : Where.IRI;
            case '#' -> where = json ? where : Where.COMMENT;
            case '\\' -> escaped = true;
            default -> {}
        }
    }

    /** After the first quote: one more may be an empty string, two more begin a long one. */
    private void opening(int c) {
        if (c == quote) {
            quotes++;
            if (quotes == 3) {
                quotes = 0;
                where = Where.LONG_STRING;
            }
        } else if (quotes == 2) {
            where = Where.OPEN;
            outside(c);
        } else {
            where = Where.STRING;
            inside(c);
        }
    }

    private void inside(int c) {
        if (escaped) {
            escaped = false;
            quotes = 0;
        } else if (c == '\\') {
            escaped = true;
        } else if (c != quote) {
            quotes = 0;
        } else if (where == Where.STRING || ++quotes == 3) {
            where = Where.OPEN;
        }
    }

    private enum Where {
        OPEN,
        QUOTING,
        STRING,
        LONG_STRING,
        IRI,
        COMMENT
    }
}
