package org.shuqi.sheet;

import java.text.Normalizer;
import java.util.Locale;

/** Makes alike what people take for the same. Source of the compatibility forms: Unicode Annex 15, NFKC. */
final class Fold {

    private Fold() {}

    /** Full width as half width, without blanks, in lower case. */
    static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\u200B\\uFEFF]+", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The same without punctuation: two names with one such form are taken for the same. */
    static String name(String text) {
        var bare = key(text).replaceAll("[\\p{P}\\p{S}]+", "");
        return bare.isEmpty() ? key(text) : bare;
    }

    /** Full width as half width, nothing else: for codes, numbers and days. */
    static String half(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    /** As part of an IRI: letters and digits of any script, dots and dashes; the rest as dashes. */
    static String slug(String text) {
        var clean = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[^\\p{L}\\p{N}._-]+", "-");
        var bare = clean.replaceAll("^[-.]+|[-.]+$", "");
        return bare.isEmpty() ? "-" : bare;
    }
}
