package org.shuqi.sheet.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which part of a workbook holds which sheet: the workbook names relations, the relations name parts. */
final class SheetParts {

    private static final Pattern SHEET = Pattern.compile("<(?:\\w+:)?sheet\\s([^>]*)>");
    private static final Pattern RELATION = Pattern.compile("<(?:\\w+:)?Relationship\\s([^>]*)>");

    private SheetParts() {}

    /** The names of the parts in lower case, in the order of the sheets. */
    static List<String> of(byte[] file) throws IOException {
        var book = "";
        var relations = "";
        try (var zip = Inspection.opened(file)) {
            for (var entry : Collections.list(zip.getEntries())) {
                if (entry.getName().equalsIgnoreCase("xl/workbook.xml")) {
                    book = new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
                } else if (entry.getName().equalsIgnoreCase("xl/_rels/workbook.xml.rels")) {
                    relations = new String(zip.getInputStream(entry).readAllBytes(), UTF_8);
                }
            }
        }
        var targets = new HashMap<String, String>();
        RELATION.matcher(relations)
                .results()
                .forEach(found -> targets.put(attribute(found.group(1), "Id"), attribute(found.group(1), "Target")));
        var parts = new ArrayList<String>();
        SHEET.matcher(book)
                .results()
                .forEach(found -> parts.add(part(targets.getOrDefault(attribute(found.group(1), "\\w+:id"), ""))));
        return parts;
    }

    private static String part(String target) {
        var name = target.toLowerCase(Locale.ROOT);
        return name.startsWith("/") ? name.substring(1) : "xl/" + name;
    }

    private static String attribute(String attributes, String name) {
        var found = Pattern.compile("(?:^|\\s)" + name + "\\s*=\\s*[\"']([^\"']*)[\"']")
                .matcher(attributes);
        return found.find() ? found.group(1) : "";
    }
}
