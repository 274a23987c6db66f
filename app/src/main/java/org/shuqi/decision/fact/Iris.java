package org.shuqi.decision.fact;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for IRIs, in the order they came, and back.
 *
 * <p>Made for a nation: millions of datasets, each with a handful of items. An IRI is cut behind its last slash or hash; what
 * stands before is kept once for all that share it. An item, {@code <dataset>/item/<name>}, that is added right behind its
 * dataset or behind another item of it costs four bytes: the number of its name, in the place that follows. A run of such
 * places belongs to the word before it, which is the dataset or, where items came later, a word put there for the purpose.
 *
 * <p>Any number of threads may ask while one adds.
 */
final class Iris {

    static final int NONE = -1;

    /** Longest run of items, since a run is searched from its beginning. */
    private static final int LONGEST_RUN = 256;

    private static final int RECENT = 64;

    private static final String ITEM = "/item/";

    private final Words prefixes;
    private final Words names;
    private final Words words;
    private final @Nullable Prefix[] recent = new Prefix[RECENT];
    /** The word that the run at the end belongs to. */
    private int lastWord;

    Iris() {
        this(ThreadLocalRandom.current().nextLong(), -1L);
    }

    /** With hashes of which only some bits count, to see what happens when they are equal. */
    Iris(long seed, long hashMask) {
        this(new Words(seed, hashMask), new Words(seed, hashMask), new Words(seed, hashMask), NONE);
    }

    private Iris(Words prefixes, Words names, Words words, int lastWord) {
        this.prefixes = prefixes;
        this.names = names;
        this.words = words;
        this.lastWord = lastWord;
    }

    int size() {
        return words.size();
    }

    /** The number of the IRI; {@link #NONE} if it has none. */
    int of(String iri) {
        int cut = cut(iri, iri.length());
        if (isItem(iri, cut)) {
            int owner = plain(iri, cut(iri, cut - ITEM.length()), cut - ITEM.length());
            if (owner != NONE) {
                int found = item(owner, iri, cut, iri.length());
                if (found != NONE) {
                    return found;
                }
            }
        }
        return plain(iri, cut, iri.length());
    }

    /** The number of the IRI that consists of the two; its parts are not put together for that where it can be helped. */
    int of(String prefix, String name) {
        return cut(name, name.length()) > 0
                        || name.isEmpty()
                        || prefix.endsWith(ITEM)
                        || cut(prefix, prefix.length()) < prefix.length()
                ? of(prefix + name)
                : plain(prefix, name);
    }

    private int plain(String prefix, String name) {
        int number = prefix(prefix, prefix.length());
        return number == NONE ? NONE : words.of(number, name, 0, name.length());
    }

    /** The number of the item of that name of a dataset. */
    int item(int dataset, String name) {
        if (words.cell(dataset) < 0 && words.head(dataset) >= 0 && !name.isEmpty() && cut(name, name.length()) == 0) {
            int found = item(dataset, name, 0, name.length());
            if (found != NONE) {
                return found;
            }
        }
        return of(iri(dataset) + ITEM + name);
    }

    /** Where the part behind the last slash or hash begins, of what stands before the end. */
    private static int cut(String iri, int end) {
        int at = end;
        while (at > 0) {
            char before = iri.charAt(at - 1);
            if (before == '/' || before == '#') {
                return at;
            }
            at--;
        }
        return 0;
    }

    private static boolean isItem(String iri, int cut) {
        return cut > ITEM.length() && cut < iri.length() && iri.startsWith(ITEM, cut - ITEM.length());
    }

    /** The IRI that ends there, found as a word of its own. */
    private int plain(String iri, int cut, int end) {
        int prefix = prefix(iri, cut);
        return prefix == NONE ? NONE : words.of(prefix, iri, cut, end);
    }

    /** Most IRIs share a few prefixes, and to compare is quicker than to search. */
    private int prefix(String iri, int cut) {
        int shelf = cut + (cut < 4 ? 0 : iri.charAt(cut - 3) * 7) & RECENT - 1;
        var last = recent[shelf];
        if (last != null && last.text.length() == cut && iri.startsWith(last.text)) {
            return last.number;
        }
        int number = prefixes.of(0, iri, 0, cut);
        if (number != NONE) {
            recent[shelf] = new Prefix(iri.substring(0, cut), number);
        }
        return number;
    }

    private int item(int owner, String iri, int cut, int end) {
        int name = names.of(0, iri, cut, end);
        if (name != NONE) {
            int found = inRun(owner, name);
            if (found != NONE) {
                return found;
            }
            int opener = opener(owner);
            if (opener != NONE) {
                found = inRun(opener, name);
                if (found != NONE) {
                    return found;
                }
            }
        }
        return words.of(~owner, iri, cut, end);
    }

    private int inRun(int owner, int name) {
        for (int place = owner + 1; ; place++) {
            int mark = words.cell(place);
            if (mark <= 0) {
                return NONE;
            }
            if (mark == name + 1) {
                return place;
            }
        }
    }

    /** The word put where items came long after their dataset. */
    private int opener(int dataset) {
        return words.of(~dataset, "", 0, 0);
    }

    /** The number of the IRI, a new one if it has none. One thread at a time. */
    int add(String iri) {
        int known = of(iri);
        if (known != NONE) {
            return known;
        }
        int cut = cut(iri, iri.length());
        if (isItem(iri, cut)) {
            int end = cut - ITEM.length();
            int owner = plain(iri, cut(iri, end), end);
            if (owner != NONE) {
                return addItem(owner, iri, cut);
            }
        }
        int prefix = numbered(prefixes, iri, 0, cut);
        lastWord = words.add(prefix, iri, cut, iri.length());
        return lastWord;
    }

    private int addItem(int owner, String iri, int cut) {
        if (endsWithRunOf(owner) && words.size() - lastWord <= LONGEST_RUN) {
            return words.mark(numbered(names, iri, cut, iri.length()) + 1);
        }
        lastWord = words.add(~owner, iri, cut, iri.length());
        return lastWord;
    }

    private static int numbered(Words list, String iri, int from, int to) {
        int known = list.of(0, iri, from, to);
        return known == NONE ? list.add(0, iri, from, to) : known;
    }

    private boolean endsWithRunOf(int owner) {
        return lastWord == owner || lastWord != NONE && lastWord == opener(owner);
    }

    /**
     * Makes place for items of a dataset that will be added next. Worth the while for two or more of them, if the dataset has
     * none yet; otherwise does nothing.
     */
    void expectItemsOf(int dataset) {
        if (words.cell(dataset) < 0
                && words.head(dataset) >= 0
                && !endsWithRunOf(dataset)
                && words.cell(dataset + 1) <= 0
                && opener(dataset) == NONE) {
            lastWord = words.add(~dataset, "", 0, 0);
        }
    }

    /** The number of what the item of that number is kept with, which its IRI begins with; {@link #NONE} if it is kept alone. */
    int owner(int number) {
        int word = number;
        while (words.cell(word) > 0) {
            word--;
        }
        int head = words.head(word);
        return head < 0 ? ~head : word == number ? NONE : word;
    }

    /** The IRI of that number. */
    String iri(int number) {
        int mark = words.cell(number);
        if (mark > 0) {
            int word = number - 1;
            while (words.cell(word) > 0) {
                word--;
            }
            return itemOf(word, names.text(mark - 1));
        }
        return words.head(number) < 0 ? itemOf(number, words.text(number)) : plain(number);
    }

    /** The item whose dataset is the word itself or, if it is about items, in the head of it. */
    private String itemOf(int word, String name) {
        int head = words.head(word);
        return plain(head < 0 ? ~head : word) + ITEM + name;
    }

    private String plain(int word) {
        return prefixes.text(words.head(word)).concat(words.text(word));
    }

    /** The same as it is now, for one who writes it while IRIs are added; taken by the one who adds. */
    Iris frozen() {
        return new Iris(prefixes.frozen(), names.frozen(), words.frozen(), lastWord);
    }

    void write(Sink sink) {
        prefixes.write(sink);
        names.write(sink);
        words.write(sink);
        sink.putInt(lastWord);
    }

    static Iris read(Source source) {
        return new Iris(Words.read(source), Words.read(source), Words.read(source), source.getInt());
    }

    /** A prefix that was asked for; its fields are final, so that threads may hand it to each other as they like. */
    private record Prefix(String text, int number) {}
}
