package org.shuqi.paper;

import java.util.List;
import java.util.Optional;

/**
 * An agreement as an official paper, in one language. All of it is read out of the very bytes that the parties sign.
 *
 * @param language {@code zh} or {@code en}
 * @param iri the agreement
 * @param number its number
 * @param title what it is called
 * @param parties who gives and who receives
 * @param articles what was agreed, in order
 * @param annexes the data, one table for each permission
 * @param seals a place for each party's seal
 * @param sha256 digest of the signed text in hexadecimal
 * @param code the address of the agreement with that digest, to be read by a camera
 */
public record Paper(
        String language,
        String iri,
        String number,
        Phrase title,
        List<Party> parties,
        List<Article> articles,
        List<Annex> annexes,
        List<Seal> seals,
        String sha256,
        Code code) {

    public Paper {
        parties = List.copyOf(parties);
        articles = List.copyOf(articles);
        annexes = List.copyOf(annexes);
        seals = List.copyOf(seals);
    }

    /**
     * Words with their own language: what was agreed in one language alone is shown in that.
     *
     * @param text the words
     * @param language its tag; empty for numbers and codes
     */
    public record Phrase(String text, String language) {}

    /**
     * A party.
     *
     * @param part what it does, such as provider
     * @param name its name
     * @param iri the organisation
     */
    public record Party(String part, Phrase name, String iri) {}

    /**
     * An article.
     *
     * @param id its name within the agreement, the same in every language
     * @param heading its number and heading
     * @param sentences what it says
     */
    public record Article(String id, String heading, List<Sentence> sentences) {
        public Article {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * A sentence.
     *
     * @param id its name within the agreement: of the property, behind the part it belongs to
     * @param label what it is about, in the language of the paper, with its colon; empty if the sentence says so itself
     * @param phrase what it says, in its own language
     */
    public record Sentence(String id, String label, Phrase phrase) {

        /** All of it. */
        public String text() {
            return label + phrase.text();
        }
    }

    /**
     * A table of data.
     *
     * @param title its number and what it lists
     * @param columns heads of the columns
     * @param rows the cells
     */
    public record Annex(String title, List<String> columns, List<List<Phrase>> rows) {
        public Annex {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * The place for a seal.
     *
     * @param party whose
     * @param signedOn the day of the signature, if there is one
     * @param says what there is to say about the signature
     */
    public record Seal(Phrase party, Optional<String> signedOn, String says) {}

    /**
     * A two-dimensional code.
     *
     * @param content what it says
     * @param size squares along each side, with the quiet zone
     * @param bars dark squares that follow each other in a row
     */
    public record Code(String content, int size, List<Bar> bars) {
        public Code {
            bars = List.copyOf(bars);
        }

        /** The dark squares as the outline of an SVG path. */
        public String path() {
            var path = new StringBuilder();
            bars.forEach(bar -> path.append('M')
                    .append(bar.x())
                    .append(' ')
                    .append(bar.y())
                    .append('h')
                    .append(bar.length())
                    .append("v1h-")
                    .append(bar.length())
                    .append('z'));
            return path.toString();
        }
    }

    /** Dark squares in a row, counted from the upper left corner. */
    public record Bar(int x, int y, int length) {}

    /** Whether the paper is in English. */
    public boolean isEnglish() {
        return language.equals("en");
    }
}
