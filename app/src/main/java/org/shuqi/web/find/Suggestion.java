package org.shuqi.web.find;

import java.util.List;
import org.shuqi.web.Said;

/**
 * Something that could be meant.
 *
 * @param value what is put into the field: the name, and the code in brackets
 * @param code what stands for it in addresses
 * @param name what it is called
 * @param hints what tells it from others of the name: its office, its number
 */
public record Suggestion(String value, String code, Said name, List<Said> hints) {

    public Suggestion {
        hints = List.copyOf(hints);
    }
}
