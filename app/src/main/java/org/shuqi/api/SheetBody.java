package org.shuqi.api;

import io.micronaut.http.HttpRequest;

/**
 * A file that was sent as the body of a request.
 *
 * @param type its media type in lower case, without parameters; empty if nobody said
 * @param name its name; empty if nobody said
 * @param bytes the whole of it
 */
record SheetBody(String type, String name, byte[] bytes) {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String CSV = "text/csv";

    static SheetBody of(HttpRequest<?> request, byte[] body) {
        return new SheetBody(
                MediaTypes.of(request), request.getParameters().getFirst("name").orElse(""), body);
    }

    /** What a table without a name is called: the name of the file without its ending. */
    String table() {
        var bare = name.replaceAll("^.*[/\\\\]", "").replaceAll("\\.[A-Za-z0-9]{1,5}$", "");
        return bare.isBlank() ? "csv" : bare;
    }
}
