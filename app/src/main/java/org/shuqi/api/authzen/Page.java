package org.shuqi.api.authzen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;

/**
 * Which part of a search result is wanted. Source: AuthZEN Authorization API 1.0, section 8.2.
 *
 * <p>A token says where the next page begins, how long pages are, and to which search it belongs.
 *
 * @param offset how many results come before
 * @param limit how many results to return at most
 * @param search digest of all that was asked, without its page
 */
record Page(long offset, int limit, String search) {

    private static final int USUAL = 1000;
    private static final int LARGEST = 10_000;
    private static final Pattern TOKEN = Pattern.compile("(\\d{1,18})\\.(\\d{1,5})\\.(.+)");

    static Page of(ObjectNode asked) {
        var page = asked.path("page");
        var search = digest(asked);
        if (page.isMissingNode() || page.isNull()) {
            return new Page(0, USUAL, search);
        }
        if (!page.isObject()) {
            throw Refusal.of(Kind.UNUSABLE, "`page` 须是对象", "`page` has to be an object");
        }
        var token = page.path("token");
        if (token.isMissingNode()
                || token.isNull()
                || (token.isTextual() && token.textValue().isEmpty())) {
            return new Page(0, limit(page.path("limit"), USUAL), search);
        }
        var next = read(token);
        if (!next.search.equals(search) || limit(page.path("limit"), next.limit) != next.limit) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`page.token` 属于另一次查询；翻页时其余内容不得改变",
                    "`page.token` belongs to another search; change nothing else while turning pages");
        }
        return next;
    }

    /** The page object of the response. */
    Map<String, Object> answered(int count, long total) {
        var page = new LinkedHashMap<String, Object>();
        var end = offset + count;
        page.put("next_token", end < total ? new Page(end, limit, search).token() : "");
        page.put("count", count);
        page.put("total", total);
        return page;
    }

    private String token() {
        var text = offset + "." + limit + "." + search;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Page read(JsonNode token) {
        var parts = TOKEN.matcher(decoded(token));
        if (!parts.matches()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`page.token` 不是本服务给出的；请用上一页的 next_token",
                    "`page.token` is none of ours; use the next_token of the page before");
        }
        return new Page(Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2)), parts.group(3));
    }

    private static String decoded(JsonNode token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token.asText()), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException foreign) {
            return "";
        }
    }

    private static int limit(JsonNode limit, int otherwise) {
        if (limit.isMissingNode() || limit.isNull()) {
            return otherwise;
        }
        if (!limit.isIntegralNumber() || limit.bigIntegerValue().signum() < 0) {
            throw Refusal.of(
                    Kind.UNUSABLE, "`page.limit` 须是非负整数", "`page.limit` has to be a whole number, not negative");
        }
        return limit.canConvertToInt() ? Math.min(limit.intValue(), LARGEST) : LARGEST;
    }

    /** The same for searches that say the same, in whatever order their keys stand. */
    private static String digest(ObjectNode asked) {
        var sorted = new TreeMap<String, Object>();
        asked.properties().forEach(entry -> {
            if (!entry.getKey().equals("page")) {
                sorted.put(entry.getKey(), sorted(entry.getValue()));
            }
        });
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(JsonTree.bytes(sorted));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 12));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static Object sorted(JsonNode value) {
        if (!value.isObject()) {
            return value;
        }
        var sorted = new TreeMap<String, Object>();
        value.properties().forEach(entry -> sorted.put(entry.getKey(), sorted(entry.getValue())));
        return sorted;
    }
}
