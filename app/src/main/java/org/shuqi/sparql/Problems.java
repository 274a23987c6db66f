package org.shuqi.sparql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shuqi.problem.Problem;

/** A problem as RFC 9457 wants it, in the language of the caller. */
final class Problems {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Problems() {}

    static byte[] json(Problem problem, Locale language) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "https://w3id.org/shuqi/problem/" + problem.kind().slug());
        members.put("title", problem.kind().title().in(language));
        members.put("status", problem.kind().status());
        members.put("detail", problem.detail().in(language));
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The language asked for in {@code Accept-Language}: English if it is preferred, else Chinese. */
    static Locale language(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        try {
            return Locale.LanguageRange.parse(accepted).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> range.getRange().split("-", 2)[0])
                    .filter(language -> language.equals("en") || language.equals("zh"))
                    .findFirst()
                    .map(Locale::forLanguageTag)
                    .orElse(Locale.SIMPLIFIED_CHINESE);
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            // a lone hyphen makes the parser of the platform fall over its own array
            return Locale.SIMPLIFIED_CHINESE;
        }
    }
}
