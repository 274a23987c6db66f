package org.shuqi.web;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** The fields of a form as names and values by turns. */
public final class Fields {

    private Fields() {}

    /** What a browser would send if nobody changed anything. */
    public static String[] filled(Element form) {
        var fields = new ArrayList<String>();
        for (var field : ((org.jsoup.nodes.FormElement) form).formData()) {
            fields.add(field.key());
            fields.add(field.value());
        }
        return fields.toArray(String[]::new);
    }

    public static String[] without(String[] fields, String name) {
        var left = new ArrayList<String>();
        for (var at = 0; at < fields.length; at += 2) {
            if (!fields[at].equals(name)) {
                left.add(fields[at]);
                left.add(fields[at + 1]);
            }
        }
        return left.toArray(String[]::new);
    }

    public static String[] with(String[] fields, String... changes) {
        var changed = fields;
        for (var at = 0; at < changes.length; at += 2) {
            changed = without(changed, changes[at]);
        }
        var all = new ArrayList<>(List.of(changed));
        all.addAll(List.of(changes));
        return all.toArray(String[]::new);
    }
}
