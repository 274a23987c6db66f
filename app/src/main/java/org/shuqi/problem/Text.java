package org.shuqi.problem;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One sentence in the two languages of the house.
 *
 * <p>Lower case, no full stop, what the caller typed in backticks, and what to do after a semicolon.
 *
 * @param zh simplified Chinese, shown unless English is asked for
 * @param en English
 */
public record Text(String zh, String en) {

    /** A term as the rules write it, such as {@code dct:title}. */
    private static final Pattern TERM = Pattern.compile("\\b[a-z]+:([A-Za-z]+)\\b");

    /** Puts the same arguments into both sentences, as {@link String#format} does. */
    public static Text of(String zh, String en, Object... arguments) {
        return arguments.length == 0
                ? new Text(zh, en)
                : new Text(String.format(Locale.ROOT, zh, arguments), String.format(Locale.ROOT, en, arguments));
    }

    /**
     * The sentences with terms called what the reader finds on the page or in the sheet.
     *
     * @param names what the term with this local name is called there; terms that have no name there stay
     */
    public Text naming(Function<String, Optional<Text>> names) {
        return new Text(
                named(zh, term -> names.apply(term).map(name -> "“" + name.zh() + "”")),
                named(en, term -> names.apply(term).map(name -> "`" + name.en() + "`")));
    }

    private static String named(String sentence, Function<String, Optional<String>> names) {
        Function<MatchResult, String> name =
                found -> names.apply(found.group(1)).orElse(found.group());
        return TERM.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(name.apply(found)));
    }

    /** The sentence in the given language; Chinese for every language but English. */
    public String in(Locale language) {
        return "en".equals(language.getLanguage()) ? en : zh;
    }
}
