package org.shuqi.web.figures;

import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.shuqi.supervision.Indicators;
import org.shuqi.supervision.Supervision;
import org.shuqi.web.Address;

/**
 * Of which time and whom the figures are told, in the reader's words.
 *
 * @param from beginning; empty for a year before the end
 * @param until end, exclusive; empty for now
 * @param organization whose; empty for all
 */
record Period(String from, String until, String organization) {

    static Period of(HttpRequest<?> request) {
        var given = request.getParameters();
        return new Period(
                given.getFirst("from").orElse("").strip(),
                given.getFirst("until").orElse("").strip(),
                given.getFirst("of").orElse("").strip());
    }

    Indicators.Question question(List<String> codes) {
        return new Indicators.Question(
                codes, some(organization), Optional.empty(), some(from), some(until), OptionalLong.empty());
    }

    /** What the records show now. */
    Supervision.Question now(List<String> codes) {
        return new Supervision.Question(codes, some(organization), Optional.empty(), OptionalLong.empty());
    }

    private static Optional<String> some(String word) {
        return Optional.of(word).filter(text -> !text.isEmpty());
    }

    /** A page about the same time and organisation. */
    String address(String path) {
        return kept(path).toString();
    }

    String address(String path, String name, String value) {
        return kept(path).with(name, value).toString();
    }

    Address kept(String path) {
        return Address.of(path).with("from", from).with("until", until).with("of", organization);
    }
}
