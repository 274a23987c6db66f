package org.shuqi.search;

import java.util.Locale;

/**
 * What people call something, in the languages in which it has a name.
 *
 * @param zh in Chinese, or without a language; empty if it has none
 * @param en in English; empty if it has none
 */
public record Name(String zh, String en) {

    /** Without any name. */
    static final Name NONE = new Name("", "");

    /** The name in the language, else in the other. */
    public String in(Locale language) {
        return isIn(language) == Locale.ENGLISH ? en : zh;
    }

    /** The language of the name that {@link #in} gives. */
    public Locale isIn(Locale language) {
        var english = language.getLanguage().equals("en");
        return (english && !en.isEmpty()) || zh.isEmpty() ? Locale.ENGLISH : Locale.CHINESE;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return zh.isEmpty() && en.isEmpty();
    }

    Name or(String other) {
        return isEmpty() ? new Name(other, "") : this;
    }
}
