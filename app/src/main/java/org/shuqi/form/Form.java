package org.shuqi.form;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Text;

/**
 * What a record is asked for, in order.
 *
 * @param shape which shape draws it
 * @param type the class of the record; empty if the shape is about no class
 * @param title what such a record is called
 * @param groups fields that belong together
 */
public record Form(Node shape, Optional<Node> type, Text title, List<Group> groups) {

    public Form {
        groups = List.copyOf(groups);
    }

    /**
     * Fields that belong together.
     *
     * @param key its name within the form
     * @param title what it is called; both languages empty if it needs no name
     */
    public record Group(String key, Text title, List<Field> fields) {

        public Group {
            fields = List.copyOf(fields);
        }
    }

    /** All fields in their order. */
    public Stream<Field> fields() {
        return groups.stream().flatMap(group -> group.fields().stream());
    }

    /** The field with the key. */
    public Optional<Field> field(String key) {
        return fields().filter(field -> field.key().equals(key)).findFirst();
    }

    /** The field about the property. */
    public Optional<Field> about(Node property) {
        return fields().filter(field -> field.property().equals(property)).findFirst();
    }

    /** The same form with each field, also of its parts, as the page wants it. */
    public Form with(UnaryOperator<Field> change) {
        return of(fields -> fields.map(field -> change.apply(field.withPart(part -> part.with(change)))));
    }

    /** The same form without some of its fields: what the page settles otherwise. */
    public Form without(String... keys) {
        var gone = List.of(keys);
        return of(fields -> fields.filter(field -> !gone.contains(field.key())));
    }

    /** The same form with other fields in each group; a group that has none left goes too. */
    private Form of(UnaryOperator<Stream<Field>> change) {
        return new Form(
                shape,
                type,
                title,
                groups.stream()
                        .map(group -> new Group(
                                group.key(),
                                group.title(),
                                change.apply(group.fields().stream()).toList()))
                        .filter(group -> !group.fields().isEmpty())
                        .toList());
    }
}
