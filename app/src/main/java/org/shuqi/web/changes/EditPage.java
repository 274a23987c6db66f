package org.shuqi.web.changes;

import java.util.List;
import org.shuqi.web.Fault;
import org.shuqi.web.Said;

/**
 * A form to edit one term in a working copy.
 *
 * @param term its IRI
 * @param name what it is called
 * @param isShape whether it is a shape, which is edited as text
 * @param isNew whether there is none yet
 * @param change the working copy; empty text for a new one
 * @param drafts the working copies there are
 * @param organizations who may propose
 * @param fields what can be edited by itself
 * @param text all that is said of it
 * @param rename whether it may get another address
 * @param faults what is wrong
 */
public record EditPage(
        String term,
        Said name,
        boolean isShape,
        boolean isNew,
        String change,
        List<Choice> drafts,
        List<Choice> organizations,
        List<Field> fields,
        String text,
        boolean rename,
        List<Fault> faults) {

    /**
     * A field.
     *
     * @param name of the input
     * @param language of what is written into it; empty if it has none
     * @param value in it
     * @param isLong whether it is a sentence
     */
    public record Field(String name, String language, String value, boolean isLong) {}

    /** Something to choose. */
    public record Choice(String value, Said name) {}
}
