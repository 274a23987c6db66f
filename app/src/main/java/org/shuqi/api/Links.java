package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.shuqi.change.Receipt;
import org.shuqi.problem.Violation;
import org.shuqi.record.JsonTree;

/** Addresses in responses. */
public final class Links {

    private Links() {}

    /** Scheme and authority under which the caller reached us. */
    public static String origin(HttpRequest<?> request) {
        var host = request.getHeaders().get("Host");
        var scheme = request.isSecure() ? "https" : "http";
        return scheme + "://"
                + (host == null
                        ? request.getServerName() + ":"
                                + request.getServerAddress().getPort()
                        : host);
    }

    /** A path of ours as a whole address. */
    public static String absolute(HttpRequest<?> request, String path) {
        return origin(request) + path;
    }

    /** An id as path segments; what is encoded already stays so. */
    public static String path(String id) {
        return Arrays.stream(id.split("/", -1))
                .map(segment -> segment.contains("%")
                        ? segment
                        : URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }

    /** Findings that do not stop a write, as a header of ASCII JSON. */
    static void warnings(MutableHttpResponse<?> reply, Receipt receipt, Locale language) {
        if (receipt.warnings().isEmpty()) {
            return;
        }
        var list = JsonTree.tree(receipt.warnings().stream()
                .limit(5)
                .map(Violation::message)
                .map(text -> text.in(language))
                .toList());
        reply.header("Shuqi-Warnings", ascii(list.toString()));
        reply.header("Shuqi-Warnings-Count", Integer.toString(receipt.warnings().size()));
    }

    /** JSON strings may spell any character as an escape, which headers need. */
    private static String ascii(String json) {
        var text = new StringBuilder();
        json.chars().forEach(unit -> {
            if (unit >= ' ' && unit < 0x7F) {
                text.append((char) unit);
            } else {
                text.append(String.format(Locale.ROOT, "\\u%04x", unit));
            }
        });
        return text.toString();
    }
}
