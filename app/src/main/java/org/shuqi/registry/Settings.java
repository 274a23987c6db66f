package org.shuqi.registry;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * What an operator may set about a registry.
 *
 * @param data folder of the log and the graph
 * @param baseIri start of every instance IRI, ends with {@code /}; must stay the same for the life of a registry
 * @param zone where a plain date begins
 * @param profile IRI of the jurisdiction profile; empty for {@code {base}profile/national}, else the shipped one
 * @param clock what "now" is
 * @param fullScan whether a start reads the whole log, whatever is known of it
 */
public record Settings(
        Path data, String baseIri, ZoneId zone, Optional<String> profile, Clock clock, boolean fullScan) {

    /** Base IRI unless told otherwise. */
    public static final String DEFAULT_BASE_IRI = "http://localhost:8080/id/";
    /** Zone unless told otherwise. */
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * Refuses a base IRI from which no valid IRI can be made.
     *
     * @throws Refusal UNUSABLE if the base IRI is not an absolute http(s) or urn IRI that ends with a slash
     */
    public Settings {
        if (!baseIri.endsWith("/") || !isAbsolute(baseIri)) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "基础 IRI `%s` 不可用；请写以 / 结尾的 http 或 https 地址",
                    "the base IRI `%s` is of no use; give an http or https address that ends with a slash",
                    baseIri);
        }
    }

    /** Starts from what is known of the log. */
    public Settings(Path data, String baseIri, ZoneId zone, Optional<String> profile, Clock clock) {
        this(data, baseIri, zone, profile, clock, false);
    }

    /** The usual settings for a data folder. */
    public static Settings of(Path data) {
        return new Settings(data, DEFAULT_BASE_IRI, DEFAULT_ZONE, Optional.empty(), Clock.systemUTC());
    }

    /** The same with another base IRI. */
    public Settings withBaseIri(String iri) {
        return new Settings(data, iri, zone, profile, clock, fullScan);
    }

    /** The same with another clock. */
    public Settings withClock(Clock other) {
        return new Settings(data, baseIri, zone, profile, other, fullScan);
    }

    private static boolean isAbsolute(String iri) {
        try {
            var uri = URI.create(iri);
            return uri.isAbsolute() && uri.getHost() != null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
