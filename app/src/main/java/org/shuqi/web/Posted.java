package org.shuqi.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shuqi.login.Visitor;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** The fields of a form that a page of this site sent. */
public final class Posted {

    private static final int LARGEST_BYTES = 1_000_000;
    private static final int MOST_FIELDS = 5_000;

    private final Map<String, List<String>> fields;

    private Posted(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /**
     * Reads a form, and refuses one that another site sent or that was not made for this session.
     *
     * @throws Refusal FORBIDDEN, MALFORMED, TOO_LARGE
     */
    public static Posted of(HttpRequest<?> request, byte @Nullable [] body) {
        var bytes = body == null ? new byte[0] : body;
        if (bytes.length > LARGEST_BYTES) {
            throw Refusal.of(Kind.TOO_LARGE, "表单内容过多；请分几次提交", "the form holds too much; send it in parts");
        }
        var posted = read(new String(bytes, StandardCharsets.UTF_8));
        Visitor.of(request).requireOwnForm(posted.get("csrf"));
        return posted;
    }

    static Posted read(String text) {
        var fields = new LinkedHashMap<String, List<String>>();
        var pairs = text.split("&");
        if (pairs.length > MOST_FIELDS) {
            throw Refusal.of(Kind.TOO_LARGE, "表单字段过多；请分几次提交", "the form has too many fields; send it in parts");
        }
        for (var pair : pairs) {
            var cut = pair.indexOf('=');
            if (cut > 0) {
                fields.computeIfAbsent(decoded(pair.substring(0, cut)), name -> new ArrayList<>())
                        .add(decoded(pair.substring(cut + 1)).replace("\r\n", "\n"));
            }
        }
        return new Posted(fields);
    }

    /** The first value without blanks around it; empty text if there is none. */
    public String get(String name) {
        return all(name).stream().findFirst().orElse("").strip();
    }

    /** The first value, if it says anything. */
    public Optional<String> find(String name) {
        return Optional.of(get(name)).filter(value -> !value.isEmpty());
    }

    /** All values in their order. */
    public List<String> all(String name) {
        return List.copyOf(fields.getOrDefault(name, List.of()));
    }

    /** The names in their order, without the token. */
    public List<String> names() {
        return fields.keySet().stream().filter(name -> !name.equals("csrf")).toList();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            throw Refusal.of(Kind.MALFORMED, "表单无法读取；请从页面重新提交", "the form cannot be read; submit from the page again");
        }
    }
}
