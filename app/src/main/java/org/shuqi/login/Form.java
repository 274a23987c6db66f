package org.shuqi.login;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** What a page sent. */
final class Form {

    private static final int LARGEST_BYTES = 8_192;

    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = fields;
    }

    /**
     * Reads a form that a page of this very site sent.
     *
     * @throws Refusal FORBIDDEN if another site sent it, MALFORMED
     */
    static Form of(HttpRequest<?> request, byte @Nullable [] body) {
        requireSameSite(request);
        var bytes = body == null ? new byte[0] : body;
        if (bytes.length > LARGEST_BYTES) {
            throw malformed();
        }
        var fields = new HashMap<String, String>();
        for (var pair : new String(bytes, StandardCharsets.UTF_8).split("&")) {
            var cut = pair.indexOf('=');
            if (cut > 0) {
                fields.put(decoded(pair.substring(0, cut)), decoded(pair.substring(cut + 1)));
            }
        }
        return new Form(fields);
    }

    /** The field; empty text if it was not sent. */
    String get(String name) {
        return fields.getOrDefault(name, "");
    }

    /**
     * Refuses a form that was not made for this session.
     *
     * @throws Refusal FORBIDDEN
     */
    void requireToken(Session session) {
        requireToken(session, get("csrf"));
    }

    static void requireToken(Session session, String token) {
        var same = MessageDigest.isEqual(
                session.csrf().getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
        if (!same) {
            throw Refusal.of(
                    Kind.FORBIDDEN,
                    "请求没有带上本次登录的防伪标记；请从页面重新提交，程序请用 X-CSRF-Token 或者接口密钥",
                    "the token of this session is missing; submit from the page again, a program sends X-CSRF-Token or a key");
        }
    }

    /**
     * Refuses what a page of another site sends with the cookies of this one. A browser says where it comes from; what says
     * nothing is no browser, and has no cookies but its own.
     *
     * @throws Refusal FORBIDDEN
     */
    static void requireSameSite(HttpRequest<?> request) {
        var headers = request.getHeaders();
        var site = headers.get("Sec-Fetch-Site");
        var origin = headers.get("Origin");
        var host = headers.get("Host");
        var isOurs = site == null || site.equals("same-origin") || site.equals("none");
        var isNamedSo = origin == null
                || (host != null && (origin.equals("http://" + host) || origin.equals("https://" + host)));
        if (!isOurs || !isNamedSo) {
            throw Refusal.of(
                    Kind.FORBIDDEN,
                    "请求来自其他网站；请从本系统的页面提交",
                    "the request comes from another site; submit from a page of this one");
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            throw malformed();
        }
    }

    private static Refusal malformed() {
        return Refusal.of(Kind.MALFORMED, "表单无法读取；请从页面重新提交", "the form cannot be read; submit from the page again");
    }
}
