package org.shuqi.sheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes alike what people take for the same. Source of the compatibility forms: Unicode Annex 15, NFKC. */
final class Fold {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\u200B\\uFEFF]+");
    private static final Pattern MARKS = Pattern.compile("[\\p{P}\\p{S}]+");
    /** Stars mark what is needed, and brackets hold hints. */
    private static final Pattern HINTS = Pattern.compile("[*＊:：_\\-]+|\\((必填|选填|可选|required|optional)\\)");

    private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{N}._-]+");
    private static final Pattern EDGES = Pattern.compile("^[-.]+|[-.]+$");

    private Fold() {}

    /** Full width as half width, without blanks, in lower case. */
    static String key(String text) {
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** The same without punctuation: two names with one such form are taken for the same. */
    static String name(String text) {
        var key = key(text);
        var bare = MARKS.matcher(key).replaceAll("");
        return bare.isEmpty() ? key : bare;
    }

    /** What stands above a column without what is not part of its name. */
    static String header(String text) {
        return HINTS.matcher(key(text)).replaceAll("");
    }

    /** Full width as half width, nothing else: for codes, numbers and days. */
    static String half(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    /** As part of an IRI: letters and digits of any script, dots and dashes; the rest as dashes. */
    static String slug(String text) {
        var clean =
                UNFIT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("-");
        var bare = EDGES.matcher(clean).replaceAll("");
        return bare.isEmpty() ? "-" : bare;
    }
}
