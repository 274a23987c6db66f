package org.shuqi.web.vocab;

import java.util.List;
import java.util.Optional;
import org.shuqi.web.Said;
import org.shuqi.web.vocab.VocabPage.Entry;

/**
 * One word.
 *
 * @param iri its address
 * @param name what it is called
 * @param code the last part of its address
 * @param kind class, property, code list, code, law, norm
 * @param zh what is said in Chinese
 * @param en what is said in English
 * @param facts what else is said of it
 * @param above what it lies below, the nearest last
 * @param below what lies below it
 * @param heir what has taken its place, if it is deprecated
 * @param uses of how many statements of records it is part
 * @param shapes that look at it
 * @param versions that changed it
 * @param turtle all that is said of it
 * @param editable whether the reader may change it in a working copy
 */
public record TermPage(
        String iri,
        Said name,
        String code,
        String kind,
        Wordings zh,
        Wordings en,
        List<Fact> facts,
        List<Entry> above,
        List<Entry> below,
        Optional<Entry> heir,
        long uses,
        List<Entry> shapes,
        List<Version> versions,
        String turtle,
        boolean editable) {

    /**
     * What is said in one language.
     *
     * @param label preferred
     * @param others other labels
     * @param definition what it means
     */
    public record Wordings(String label, List<String> others, String definition) {}

    /**
     * A property and its values.
     *
     * @param key name of the property in our words, or empty
     * @param code short form of the property
     * @param values what it is
     */
    public record Fact(String key, String code, List<Value> values) {}

    /**
     * A value, perhaps with a page.
     *
     * @param said the value
     * @param address of its page; empty if it has none
     */
    public record Value(Said said, String address) {}

    /**
     * A version that changed it.
     *
     * @param number of the version
     * @param day it was published
     * @param address of what it changed; empty for the shipped one
     */
    public record Version(String number, String day, String address) {}
}
