package org.shuqi.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What somebody typed, as a query. */
final class Queries {

    private static final int MOST_WORDS = 12;
    /** Of the pairs of characters, how many have to occur when not all words do. */
    private static final double ENOUGH = 0.4;

    private Queries() {}

    /** Everything that has all of the words; everything, if there is none. */
    static Query strict(String text) {
        var words = words(text);
        if (words.isEmpty()) {
            return new MatchAllDocsQuery();
        }
        var query = new BooleanQuery.Builder();
        var own = new BooleanQuery.Builder();
        for (var word : words) {
            var inItself = word(word);
            own.add(inItself, Occur.SHOULD);
            // an item is also meant by the name of its dataset, but not by that alone
            query.add(any(inItself, new BoostQuery(phrase(Documents.WITHIN, Words.wanted(word)), 0.5f)), Occur.MUST);
        }
        query.add(new BoostQuery(own.build(), 0.01f), Occur.MUST);
        return query.build();
    }

    /** What has most of the pairs of characters or words; nothing to look for, if there are fewer than two. */
    static Optional<Query> loose(String text) {
        var tokens = words(text).stream()
                .flatMap(word -> Words.wanted(word).stream())
                .distinct()
                .toList();
        if (tokens.size() < 2) {
            return Optional.empty();
        }
        var query = new BooleanQuery.Builder();
        tokens.forEach(token -> query.add(
                any(
                        new BoostQuery(new TermQuery(new Term(Documents.NAMES, token)), 3),
                        new TermQuery(new Term(Documents.TEXTS, token))),
                Occur.SHOULD));
        query.setMinimumNumberShouldMatch((int) Math.max(1, Math.floor(tokens.size() * ENOUGH)));
        return Optional.of(query.build());
    }

    private static List<String> words(String text) {
        return Arrays.stream(Words.folded(text).split("[\\s,，、;；。]+"))
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .limit(MOST_WORDS)
                .toList();
    }

    private static Query word(String word) {
        var query = new BooleanQuery.Builder();
        var tokens = Words.wanted(word);
        query.add(new BoostQuery(phrase(Documents.NAMES, tokens), 4), Occur.SHOULD);
        query.add(phrase(Documents.TEXTS, tokens), Occur.SHOULD);
        if (!Words.hasHan(word)) {
            query.add(new BoostQuery(new TermQuery(new Term(Documents.CODES, word)), 10), Occur.SHOULD);
            query.add(new BoostQuery(new PrefixQuery(new Term(Documents.CODES, word)), 3), Occur.SHOULD);
            if (word.matches("[a-z0-9]{2,}") && !word.matches("[0-9]+")) {
                query.add(new BoostQuery(new PrefixQuery(new Term(Documents.SOUNDS, word)), 2), Occur.SHOULD);
            }
        }
        return query.build();
    }

    /** The tokens in a row; the last one may go on, as somebody may still be typing it. */
    private static Query phrase(String field, List<String> tokens) {
        if (tokens.size() == 1) {
            var term = new Term(field, tokens.get(0));
            return any(new TermQuery(term), new PrefixQuery(term));
        }
        return new PhraseQuery(field, tokens.toArray(String[]::new));
    }

    private static Query any(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.SHOULD)
                .add(other, Occur.SHOULD)
                .build();
    }
}
