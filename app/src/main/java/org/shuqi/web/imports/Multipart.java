package org.shuqi.web.imports;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.shuqi.login.Visitor;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * A form with a file, as browsers send it ({@code multipart/form-data}, RFC 7578). The bytes were received whole and within
 * the limit of the server.
 *
 * @param fields by name
 * @param file what was in the field {@code file}; empty if none was chosen
 * @param fileName what the file is called on the machine of the sender
 */
record Multipart(Map<String, String> fields, byte[] file, String fileName) {

    private static final int MOST_PARTS = 20;
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]{1,70})\"?");
    private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i)filename=\"([^\"]*)\"");

    /**
     * Reads a form of this site.
     *
     * @throws Refusal MALFORMED, FORBIDDEN
     */
    static Multipart of(HttpRequest<?> request, byte @Nullable [] body) {
        var type = request.getHeaders().get("Content-Type");
        var boundary = BOUNDARY.matcher(type == null ? "" : type);
        if (body == null || !boundary.find()) {
            throw malformed();
        }
        var read = read(body, ("--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1));
        Visitor.of(request).requireOwnForm(read.fields().getOrDefault("csrf", ""));
        return read;
    }

    static Multipart read(byte[] body, byte[] delimiter) {
        var fields = new HashMap<String, String>();
        var file = new byte[0];
        var fileName = "";
        var at = indexOf(body, delimiter, 0);
        for (var parts = 0; at >= 0 && parts < MOST_PARTS; parts++) {
            var begin = at + delimiter.length;
            var end = indexOf(body, delimiter, begin);
            if (end < 0) {
                break;
            }
            var cut = indexOf(body, "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1), begin);
            if (cut < 0 || cut > end) {
                throw malformed();
            }
            var head = new String(body, begin, cut - begin, StandardCharsets.UTF_8);
            var content = Arrays.copyOfRange(body, cut + 4, Math.max(cut + 4, end - 2));
            var name = NAME.matcher(head);
            var called = FILE_NAME.matcher(head);
            if (name.find()) {
                if (called.find() && name.group(1).equals("file")) {
                    file = content;
                    fileName = called.group(1);
                } else {
                    fields.put(name.group(1), new String(content, StandardCharsets.UTF_8).strip());
                }
            }
            at = end;
        }
        return new Multipart(Map.copyOf(fields), file, fileName);
    }

    String get(String name) {
        return fields.getOrDefault(name, "");
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (var at = from; at <= bytes.length - wanted.length; at++) {
            var same = 0;
            while (same < wanted.length && bytes[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                return at;
            }
        }
        return -1;
    }

    private static Refusal malformed() {
        return Refusal.of(Kind.MALFORMED, "表单无法读取；请从页面重新提交", "the form cannot be read; submit from the page again");
    }
}
