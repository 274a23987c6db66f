package org.shuqi.web.vocab;

import java.util.List;
import org.shuqi.web.Said;

/**
 * The vocabulary from above.
 *
 * @param version in force
 * @param wanted what was looked for
 * @param found what has it in its name or its address, if something was looked for
 * @param classes the classes that lie below no other of ours
 * @param properties the properties by what they are said of
 * @param lists the code lists
 * @param shapes the shapes
 */
public record VocabPage(
        String version,
        String wanted,
        List<Entry> found,
        List<Entry> classes,
        List<Group> properties,
        List<Entry> lists,
        List<Entry> shapes) {

    /**
     * A line about a word.
     *
     * @param address of its page
     * @param name what it is called
     * @param code the last part of its IRI
     * @param note a definition, or how many codes a list has
     */
    public record Entry(String address, Said name, String code, Said note) {}

    /**
     * Words that belong together.
     *
     * @param name of the group
     * @param entries in it
     */
    public record Group(Said name, List<Entry> entries) {}
}
