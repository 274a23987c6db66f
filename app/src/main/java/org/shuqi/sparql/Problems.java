package org.shuqi.sparql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
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
            var best = Locale.lookup(
                    Locale.LanguageRange.parse(accepted),
                    List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.CHINESE));
            return best == null ? Locale.SIMPLIFIED_CHINESE : best;
        } catch (IllegalArgumentException unreadable) {
            return Locale.SIMPLIFIED_CHINESE;
        }
    }
}
