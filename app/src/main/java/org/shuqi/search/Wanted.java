package org.shuqi.search;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * What to look for.
 *
 * @param text words that all have to occur; blank for everything
 * @param group of this kind only
 * @param narrowed for each facet named, one of these values: whole IRIs, or their last parts
 * @param byName in the order of the Chinese names, and not what fits best first
 * @param offset how many to skip
 * @param limit how many to give; of each kind, if no kind is named
 */
public record Wanted(
        String text, Optional<Group> group, Map<Facet, Set<String>> narrowed, boolean byName, int offset, int limit) {

    /** How far one can page; whoever wants more has to narrow the search. */
    public static final int FARTHEST = 10_000;

    /** Longest text. */
    public static final int LONGEST = 200;

    /**
     * Refuses what cannot be looked for.
     *
     * @throws Refusal UNUSABLE if the text is too long or the page too far away
     */
    public Wanted {
        narrowed = Map.copyOf(narrowed);
        text = text.strip();
        if (text.length() > LONGEST) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "检索词过长（%d 字）；最多 %d 字",
                    "the words to look for are too long (%d characters); use at most %d",
                    text.length(),
                    LONGEST);
        }
        if (offset < 0 || limit < 1 || (long) offset + limit > FARTHEST) {
            throw Refusal.of(
                    Kind.UNUSABLE, "只能翻到第 %d 条；请缩小检索范围", "a search shows the first %d findings; narrow it", FARTHEST);
        }
    }

    /** The best findings of each kind. */
    public static Wanted overview(String text, int each) {
        return new Wanted(text, Optional.empty(), Map.of(), false, 0, each);
    }

    /** The best findings of one kind. */
    public static Wanted of(String text, Group group, int limit) {
        return new Wanted(text, Optional.of(group), Map.of(), text.isBlank(), 0, limit);
    }

    /** The same, wherever the page begins and ends. */
    Wanted anywhere() {
        return new Wanted(text, group, narrowed, byName, 0, 1);
    }

    /** The same with one value for a facet. */
    public Wanted with(Facet facet, String value) {
        var more = new java.util.EnumMap<Facet, Set<String>>(Facet.class);
        more.putAll(narrowed);
        more.put(facet, Set.of(value));
        return new Wanted(text, group, more, byName, offset, limit);
    }
}
