package org.shuqi.api.authzen;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shuqi.record.JsonTree;

/**
 * What a JSON object says under the names that are known here. It is read in one go, without a tree; what stands under
 * other names is read over (section 10.1.1), though it has to be JSON too.
 *
 * <p>A value is a text, a {@code Said} where one is expected and an object stands, a list of them likewise, and a tree if it
 * is anything else; null where nothing is said.
 */
final class Said {

    /** Says nothing. */
    static final Said NOTHING = new Said(new Known(), new Object[0]);

    private final Known known;
    private final @Nullable Object[] values;

    private Said(Known known, @Nullable Object[] values) {
        this.known = known;
        this.values = values;
    }

    /** Reads the object that the parser has come to the beginning of. */
    static Said read(JsonParser json, Known known) throws IOException {
        var values = new @Nullable Object[known.names.size()];
        for (var name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            var place = known.names.indexOf(name);
            var token = json.nextToken();
            if (place < 0) {
                json.skipChildren();
            } else {
                values[place] = value(json, token, known.within.get(place));
            }
        }
        return new Said(known, values);
    }

    private static @Nullable Object value(JsonParser json, JsonToken token, @Nullable Known within) throws IOException {
        return switch (token) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> json.getText();
            case START_OBJECT -> within == null || within.each ? JsonTree.next(json) : read(json, within);
            case START_ARRAY -> within != null && within.each ? list(json, within) : JsonTree.next(json);
            default -> JsonTree.next(json);
        };
    }

    private static List<Object> list(JsonParser json, Known each) throws IOException {
        var list = new ArrayList<Object>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(json.currentToken() == JsonToken.START_OBJECT ? read(json, each) : JsonTree.next(json));
        }
        return list;
    }

    /** What is said under a name; null if nothing is. */
    @Nullable Object of(String name) {
        var place = known.names.indexOf(name);
        return place < 0 ? null : values[place];
    }

    /** The same, and what the other says under these names where this says nothing. */
    Said filled(Said other, List<String> names) {
        var filled = this;
        for (var name : names) {
            if (of(name) == null && other.of(name) != null) {
                filled = filled == this ? new Said(known, values.clone()) : filled;
                filled.values[known.names.indexOf(name)] = other.of(name);
            }
        }
        return filled;
    }

    /** The names that are known in an object. */
    static final class Known {

        private final List<String> names = new ArrayList<>();
        private final List<@Nullable Known> within = new ArrayList<>();
        private boolean each;

        /** With names for simple values. */
        static Known of(String... names) {
            var known = new Known();
            for (var name : names) {
                known.names.add(name);
                known.within.add(null);
            }
            return known;
        }

        /** And a name for an object. */
        Known with(String name, Known object) {
            names.add(name);
            within.add(object);
            return this;
        }

        /** And a name for a list of objects like this one as it is now. */
        Known withList(String name, Known object) {
            var listed = new Known();
            listed.names.addAll(object.names);
            listed.within.addAll(object.within);
            listed.each = true;
            return with(name, listed);
        }
    }
}
