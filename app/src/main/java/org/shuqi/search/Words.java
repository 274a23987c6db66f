package org.shuqi.search;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts text into what is looked up.
 *
 * <p>Full-width letters, digits and brackets count as the usual ones, capitals as small letters. A run of Han characters
 * gives one token a character: the character with its follower, the last one alone. So a phrase is found by its pairs in a
 * row, and a single character by how pairs begin.
 */
final class Words {

    private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();

    private Words() {}

    /** The text as it is compared. */
    static String folded(String text) {
        return FOLDED.normalize(text);
    }

    /** The tokens of a text in their order. */
    static List<String> tokens(String text) {
        var tokens = new ArrayList<String>();
        for (var run : runs(folded(text))) {
            if (isHan(run.codePointAt(0))) {
                pairs(run, tokens);
            } else {
                tokens.add(stem(run));
            }
        }
        return tokens;
    }

    /** The tokens of what somebody looks for: the same without the lone character at the end of a longer run. */
    static List<String> wanted(String word) {
        var tokens = new ArrayList<String>();
        for (var run : runs(folded(word))) {
            if (!isHan(run.codePointAt(0))) {
                tokens.add(stem(run));
                continue;
            }
            var pairs = new ArrayList<String>();
            pairs(run, pairs);
            tokens.addAll(pairs.size() > 1 ? pairs.subList(0, pairs.size() - 1) : pairs);
        }
        return tokens;
    }

    /** Runs of Han characters, and runs of other letters and digits. */
    static List<String> runs(String folded) {
        var runs = new ArrayList<String>();
        var run = new StringBuilder();
        var wasHan = false;
        for (var at = 0; at < folded.length(); ) {
            var point = folded.codePointAt(at);
            at += Character.charCount(point);
            var han = isHan(point);
            if (!run.isEmpty() && (han != wasHan || !isWord(point))) {
                runs.add(run.toString());
                run.setLength(0);
            }
            if (isWord(point)) {
                run.appendCodePoint(point);
                wasHan = han;
            }
        }
        if (!run.isEmpty()) {
            runs.add(run.toString());
        }
        return runs;
    }

    static boolean isHan(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
    }

    static boolean hasHan(String text) {
        return text.codePoints().anyMatch(Words::isHan);
    }

    private static boolean isWord(int point) {
        return Character.isLetterOrDigit(point)
                || switch (Character.getType(point)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
                    default -> false;
                };
    }

    private static void pairs(String run, List<String> tokens) {
        var points = run.codePoints().toArray();
        for (var at = 0; at < points.length; at++) {
            tokens.add(new String(points, at, Math.min(2, points.length - at)));
        }
    }

    /** English nouns in the plural are found by the singular, and the other way round. */
    private static String stem(String word) {
        if (word.length() < 4 || !word.endsWith("s") || word.endsWith("ss") || !word.matches("[a-z]+")) {
            return word;
        }
        return word.endsWith("ies") && word.length() > 4
                ? word.substring(0, word.length() - 3) + "y"
                : word.substring(0, word.length() - 1).toLowerCase(Locale.ROOT);
    }
}
