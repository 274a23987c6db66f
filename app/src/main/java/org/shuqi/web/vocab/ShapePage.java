package org.shuqi.web.vocab;

import java.util.List;
import org.shuqi.web.Said;
import org.shuqi.web.vocab.TermPage.Value;
import org.shuqi.web.vocab.TermPage.Version;

/**
 * One shape.
 *
 * @param name its code
 * @param description what it guards
 * @param source the articles behind it
 * @param targets what it is about
 * @param rules what it asks
 * @param records how many records it is about
 * @param versions that changed it
 * @param turtle the shape itself
 * @param editable whether the reader may change it in a working copy
 */
public record ShapePage(
        String name,
        Said description,
        List<Value> source,
        List<Value> targets,
        List<Rule> rules,
        long records,
        List<Version> versions,
        String turtle,
        boolean editable) {

    /**
     * What is asked of one property, or of the record itself.
     *
     * @param path the property
     * @param demands constraints, as they are written
     * @param severity violation, warning or info
     * @param message what whoever breaks it is told
     */
    public record Rule(Value path, List<String> demands, String severity, Said message) {}
}
