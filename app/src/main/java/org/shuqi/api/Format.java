package org.shuqi.api;

import io.micronaut.http.HttpRequest;
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
        var best = Accept.best(request, offered.stream().map(Format::mediaType).toList());
        return offered.stream()
                .filter(format -> format.mediaType.equals(best))
                .findFirst()
                .orElseThrow();
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
}
