package org.shuqi.web.cases;

import java.util.List;
import java.util.OptionalLong;
import org.shuqi.web.Posted;

/** The form of a step as somebody sent it. */
final class Sent {

    /** Field that holds the items that are granted, each behind its permission. */
    static final String ITEM = "granted";

    /** Nothing was sent. */
    static final Sent NOTHING = new Sent(null);

    private final @org.jspecify.annotations.Nullable Posted form;

    private Sent(@org.jspecify.annotations.Nullable Posted form) {
        this.form = form;
    }

    static Sent of(Posted form) {
        return new Sent(form);
    }

    boolean isOf(String step) {
        return step().equals(step);
    }

    String step() {
        return get("step");
    }

    String to() {
        return get("to");
    }

    String note() {
        return get("note").strip();
    }

    String by() {
        return get("by");
    }

    /** Whether the reader wants to go on to what is due next. */
    boolean goesOn() {
        return get("then").equals("next");
    }

    /** The revision that the reader had before their eyes. */
    OptionalLong tag() {
        var tag = get("tag");
        return tag.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(tag)) : OptionalLong.empty();
    }

    List<String> values(String name) {
        return form == null
                ? List.of()
                : form.all(name).stream()
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
    }

    private String get(String name) {
        return form == null ? "" : form.get(name);
    }
}
