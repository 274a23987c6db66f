package org.shuqi.problem;

import java.util.Locale;

/**
 * One sentence in the two languages of the house.
 *
 * <p>Lower case, no full stop, what the caller typed in backticks, and what to do after a semicolon.
 *
 * @param zh simplified Chinese, shown unless English is asked for
 * @param en English
 */
public record Text(String zh, String en) {

    /** Puts the same arguments into both sentences, as {@link String#format} does. */
    public static Text of(String zh, String en, Object... arguments) {
        return arguments.length == 0
                ? new Text(zh, en)
                : new Text(String.format(Locale.ROOT, zh, arguments), String.format(Locale.ROOT, en, arguments));
    }

    /** The sentence in the given language; Chinese for every language but English. */
    public String in(Locale language) {
        return "en".equals(language.getLanguage()) ? en : zh;
    }
}
