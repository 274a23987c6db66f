package org.shuqi.web.vocab;

import java.util.List;
import org.shuqi.web.Said;

/**
 * The whole vocabulary on one page, to be read in a row and printed.
 *
 * @param version in force
 * @param chapters classes, properties by subject, code lists
 * @param versions which there have been, the newest first
 */
public record BookPage(String version, List<Chapter> chapters, List<Issue> versions) {

    public BookPage {
        chapters = List.copyOf(chapters);
        versions = List.copyOf(versions);
    }

    /**
     * Terms that belong together.
     *
     * @param id of the element
     * @param part what it is a part of: {@code classes}, {@code properties} or {@code lists}
     * @param title what they are about
     * @param lines the terms by code
     */
    public record Chapter(String id, String part, Said title, List<Line> lines) {
        public Chapter {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A term in both languages.
     *
     * @param address of its page
     * @param code the last part of its IRI
     * @param iri under which it answers for ever
     * @param zh its name and its definition in Chinese
     * @param en the same in English
     * @param status such as {@code stable}; empty if nothing is said
     * @param heir what it was replaced by; empty if it was not
     */
    public record Line(String address, String code, String iri, Words zh, Words en, String status, String heir) {

        /** Id of the row, so that a term can be linked to. */
        public String anchor() {
            return iri.replaceFirst("^https://w3id.org/shuqi/", "").replaceAll("[^A-Za-z0-9_-]", "-");
        }
    }

    /** A name and a definition in one language. */
    public record Words(String name, String definition) {}

    /**
     * A version.
     *
     * @param number its number
     * @param day when it was published; empty for the shipped one
     * @param address of the change it came from; empty for the shipped one
     * @param terms codes of what it changed
     */
    public record Issue(String number, String day, String address, List<String> terms) {
        public Issue {
            terms = List.copyOf(terms);
        }
    }
}
