package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.jspecify.annotations.Nullable;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** The representations that records and answers come in. */
public enum Format {
    JSON("application/json", null, null),
    JSON_LD("application/ld+json", Lang.JSONLD11, RDFFormat.JSONLD11_PLAIN),
    TURTLE("text/turtle", Lang.TURTLE, RDFFormat.TURTLE_PRETTY),
    TRIG("application/trig", Lang.TRIG, RDFFormat.TRIG_PRETTY),
    RDF_XML("application/rdf+xml", Lang.RDFXML, RDFFormat.RDFXML_PLAIN),
    N_TRIPLES("application/n-triples", Lang.NTRIPLES, RDFFormat.NTRIPLES_UTF8),
    N_QUADS("application/n-quads", Lang.NQUADS, RDFFormat.NQUADS_UTF8),
    HTML("text/html", null, null);

    /** What a record can be read and written in. */
    public static final List<Format> DATA = List.of(JSON, JSON_LD, TURTLE, TRIG, RDF_XML, N_TRIPLES, N_QUADS);

    private final String mediaType;
    private final @Nullable Lang lang;
    private final @Nullable RDFFormat style;

    Format(String mediaType, @Nullable Lang lang, @Nullable RDFFormat style) {
        this.mediaType = mediaType;
        this.lang = lang;
        this.style = style;
    }

    /** The value of {@code Content-Type}. */
    public String mediaType() {
        return mediaType;
    }

    /** The syntax for the reader; empty unless it is RDF. */
    Optional<Lang> lang() {
        return Optional.ofNullable(lang);
    }

    /** The style for the writer; empty unless it is RDF. */
    Optional<RDFFormat> style() {
        return Optional.ofNullable(style);
    }

    /** Whether a quad can say which graph it stands in. */
    boolean hasGraphs() {
        return this == TRIG || this == N_QUADS;
    }

    /**
     * The best of the offered formats for the caller; the first one if the caller has no wish.
     *
     * @throws Refusal NOT_ACCEPTABLE if the caller wants none of them
     */
    public static Format wanted(HttpRequest<?> request, List<Format> offered) {
        var header = String.join(",", request.getHeaders().getAll("Accept"));
        if (header.isBlank() || header.equals("*/*")) {
            return offered.get(0);
        }
        var ranges = ranges(header);
        return offered.stream()
                .filter(format -> quality(ranges, format) > 0)
                .max(Comparator.comparingDouble((Format format) -> quality(ranges, format))
                        .thenComparing(Comparator.comparingInt(offered::indexOf).reversed()))
                .orElseThrow(() -> Refusal.of(
                        Kind.NOT_ACCEPTABLE,
                        "无法以 `%s` 提供；可选 %s",
                        "there is no `%s`; choose one of %s",
                        header,
                        String.join(
                                ", ", offered.stream().map(Format::mediaType).toList())));
    }

    /**
     * The format of the request body.
     *
     * @throws Refusal UNSUPPORTED if it is not one of the accepted
     */
    public static Format sent(HttpRequest<?> request, List<Format> accepted) {
        var type = MediaTypes.of(request);
        return accepted.stream()
                .filter(format -> format.mediaType.equals(type))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        Kind.UNSUPPORTED,
                        "不支持 Content-Type `%s`；可用 %s",
                        "the Content-Type `%s` is not understood; use one of %s",
                        type,
                        String.join(
                                ", ", accepted.stream().map(Format::mediaType).toList())));
    }

    private static List<MediaType> ranges(String header) {
        try {
            return Arrays.stream(header.split(","))
                    .map(String::strip)
                    .filter(range -> !range.isEmpty())
                    .map(MediaType::of)
                    .toList();
        } catch (IllegalArgumentException malformed) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "Accept `%s` 写法有误；应如 text/turtle, */*;q=0.1",
                    "the Accept header `%s` is malformed; write it like text/turtle, */*;q=0.1",
                    header);
        }
    }

    /** The quality of the most specific range that matches; 0 if none does. Source: RFC 9110, section 12.5.1. */
    private static double quality(List<MediaType> ranges, Format format) {
        var type = MediaType.of(format.mediaType);
        return ranges.stream()
                .filter(range -> covers(range, type))
                .max(Comparator.comparingInt(Format::precision))
                .map(range -> range.getQualityAsNumber().doubleValue())
                .orElse(0.0);
    }

    private static boolean covers(MediaType range, MediaType type) {
        return range.getType().equals("*")
                || (range.getType().equals(type.getType())
                        && (range.getSubtype().equals("*") || range.getSubtype().equals(type.getSubtype())));
    }

    private static int precision(MediaType range) {
        return range.getType().equals("*") ? 0 : range.getSubtype().equals("*") ? 1 : 2;
    }
}
