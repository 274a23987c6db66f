package org.shuqi.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A field for something that the registry knows: type a few letters and pick, or write its name or code. Without scripts it
 * is a plain field of text, and says the same.
 *
 * @param id of the field on the page
 * @param name of the field in the form
 * @param label what it is for
 * @param kind of what is looked for, as in {@code /api/v1/search}
 * @param scheme the code list, if terms are looked for; else empty
 * @param value what stands in it: a name with the code in brackets
 * @param fault what is wrong with it; empty if nothing is
 */
public record Combo(String id, String name, String label, String kind, String scheme, String value, String fault) {

    /** An empty field. */
    public static Combo of(String id, String label, String kind) {
        return new Combo(id, id, label, kind, "", "", "");
    }

    /** The same for terms of a code list. */
    public Combo in(String list) {
        return new Combo(id, name, label, kind, list, value, fault);
    }

    /** The same with something in it. */
    public Combo with(String text) {
        return new Combo(id, name, label, kind, scheme, text, fault);
    }

    /** The same with something wrong. */
    public Combo wrong(String message) {
        return new Combo(id, name, label, kind, scheme, value, message);
    }

    /** Where scripts ask what could be meant. */
    public String source() {
        return "/suggest?kind=" + kind
                + (scheme.isEmpty() ? "" : "&scheme=" + URLEncoder.encode(scheme, StandardCharsets.UTF_8));
    }
}
