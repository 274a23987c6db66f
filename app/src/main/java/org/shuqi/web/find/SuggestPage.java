package org.shuqi.web.find;

import java.util.List;

/**
 * The options of a field with type-ahead.
 *
 * @param options best first
 */
public record SuggestPage(List<Suggestion> options) {

    public SuggestPage {
        options = List.copyOf(options);
    }
}
