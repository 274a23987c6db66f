package org.shuqi.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * A file that was sent: as the body, or as the first file of a form.
 *
 * @param type its media type in lower case, without parameters; empty if nobody said
 * @param name its name; empty if nobody said
 * @param bytes the whole of it
 */
record SheetBody(String type, String name, byte[] bytes) {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String CSV = "text/csv";

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]{1,70})\"?");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*([^;\\s]+)");

    static SheetBody of(HttpRequest<?> request, byte[] body) {
        var type = MediaTypes.of(request);
        var name = request.getParameters().getFirst("name").orElse("");
        if (!type.equals("multipart/form-data")) {
            return new SheetBody(type, name, body);
        }
        var boundary = BOUNDARY.matcher(String.valueOf(request.getHeaders().get("Content-Type")));
        if (!boundary.find()) {
            throw broken();
        }
        return firstFile(body, ("--" + boundary.group(1)).getBytes(ISO_8859_1));
    }

    /** Source: RFC 7578 and RFC 2046, section 5.1.1. */
    private static SheetBody firstFile(byte[] body, byte[] boundary) {
        for (var at = indexOf(body, boundary, 0); at >= 0; ) {
            var from = at + boundary.length;
            var head = indexOf(body, "\r\n\r\n".getBytes(ISO_8859_1), from);
            var next = indexOf(body, boundary, from);
            if (head < 0 || next < 0 || head > next) {
                break;
            }
            var header = new String(body, from, head - from, java.nio.charset.StandardCharsets.UTF_8);
            var file = FILE_NAME.matcher(header);
            if (file.find()) {
                var type = TYPE.matcher(header);
                return new SheetBody(
                        type.find() ? type.group(1).toLowerCase(Locale.ROOT) : "",
                        file.group(1),
                        Arrays.copyOfRange(body, head + 4, Math.max(head + 4, next - 2)));
            }
            at = next;
        }
        throw broken();
    }

    private static Refusal broken() {
        return Refusal.of(
                Kind.MALFORMED,
                "表单中没有文件；请把文件作为请求体发送，或者放在 multipart/form-data 的一个文件字段里",
                "the form holds no file; send the file as the body, or in a file field of multipart/form-data");
    }

    private static int indexOf(byte[] text, byte[] wanted, int from) {
        for (var at = from; at + wanted.length <= text.length; at++) {
            if (text[at] == wanted[0] && Arrays.equals(text, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    /** What a table without a name is called: the name of the file without its ending. */
    String table() {
        var bare = name.replaceAll("^.*[/\\\\]", "").replaceAll("\\.[A-Za-z0-9]{1,5}$", "");
        return bare.isBlank() ? "csv" : bare;
    }
}
