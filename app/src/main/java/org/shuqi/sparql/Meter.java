package org.shuqi.sparql;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** What one query has used up of its {@link Limits}; belongs to the thread that runs the query. */
final class Meter {

    private static final int STEPS_BETWEEN_LOOKS = 4096;

    private final Limits limits;
    private final AtomicBoolean cancelled;
    private long text;
    private long steps;

    Meter(Limits limits, AtomicBoolean cancelled) {
        this.limits = limits;
        this.cancelled = cancelled;
    }

    Limits limits() {
        return limits;
    }

    /** A function is about to make a string of this many characters. */
    void text(long characters) {
        if (characters > limits.text()) {
            throw Refusal.of(
                    Kind.LIMIT,
                    "查询中的函数生成了超过 %d 个字符的文本；请缩短",
                    "a function of the query makes a text of more than %d characters; make it shorter",
                    limits.text());
        }
        text += characters;
        if (text > limits.totalText()) {
            throw Refusal.of(
                    Kind.LIMIT,
                    "查询中的函数总共生成了超过 %d 个字符的文本；请缩小查询范围",
                    "the functions of the query make more than %d characters of text; ask for less",
                    limits.totalText());
        }
    }

    /** A regular expression of this many characters is about to be used. */
    void pattern(int characters) {
        if (characters > limits.pattern()) {
            throw Refusal.of(
                    Kind.LIMIT,
                    "正则表达式有 %d 个字符；最多 %d 个",
                    "the regular expression has %d characters; at most %d are allowed",
                    characters,
                    limits.pattern());
        }
    }

    /** A text that counts how often a regular expression looks at it, and stops it when the query has to end. */
    CharSequence watched(CharSequence text) {
        return new Watched(text);
    }

    private void step() {
        steps++;
        if (steps % STEPS_BETWEEN_LOOKS == 0 && cancelled.get()) {
            throw new QueryCancelledException();
        }
        if (steps > limits.steps()) {
            throw Refusal.of(
                    Kind.LIMIT,
                    "正则表达式耗费的步数超过 %d；请写得更简单",
                    "the regular expressions take more than %d steps; write them more simply",
                    limits.steps());
        }
    }

    private final class Watched implements CharSequence {

        private final CharSequence text;

        Watched(CharSequence text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            step();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
