package org.shuqi.form;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Text;

/**
 * One thing a form asks for.
 *
 * @param key its name among the fields of the form, and the start of the names of its inputs
 * @param property what the answer is about
 * @param name what it is called
 * @param help why it is asked, what to write
 * @param widget how it is filled in
 * @param needed whether the registry refuses a record without it
 * @param many whether it may have several values
 * @param source where its values come from
 * @param datatype what its values are, if they are texts
 * @param law the article or standard behind it, if there is one
 * @param part the fields of each part, for {@link Widget#PART}
 */
public record Field(
        String key,
        Node property,
        Text name,
        Text help,
        Widget widget,
        boolean needed,
        boolean many,
        Source source,
        RDFDatatype datatype,
        Optional<Node> law,
        Optional<Form> part) {

    /** The same field with values from elsewhere. */
    public Field from(Source others) {
        return new Field(key, property, name, help, widget, needed, many, others, datatype, law, part);
    }

    Field withPart(UnaryOperator<Form> change) {
        return new Field(key, property, name, help, widget, needed, many, source, datatype, law, part.map(change));
    }

    /** The form of its parts. */
    public Form parts() {
        return part.orElseThrow(() -> new IllegalStateException("the field `%s` has no parts".formatted(key)));
    }
}
