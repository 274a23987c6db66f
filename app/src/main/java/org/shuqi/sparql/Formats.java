package org.shuqi.sparql;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.query.Query;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * The formats on offer for one kind of result, the first of them for whoever has no wish.
 *
 * <p>A client chooses by {@code Accept} or, where it cannot set headers, by the parameter {@code output} ({@code format} and
 * {@code results} are the same): a media type or a short name.
 */
final class Formats {

    private static final List<String> CHOOSING = List.of("output", "format", "results");

    /** What Turtle was called before it was registered; for whoever asks by that name, and not for "any application". */
    private static final String OLD_TURTLE = "application/turtle";

    private static final Formats ROWS = new Formats(
            Map.of(
                    "json", "application/sparql-results+json",
                    "xml", "application/sparql-results+xml",
                    "sparql", "application/sparql-results+xml",
                    "text", "text/plain",
                    "csv", "text/csv",
                    "tsv", "text/tab-separated-values",
                    "thrift", "application/sparql-results+thrift"),
            "application/sparql-results+json",
            "application/json",
            "text/csv",
            "text/tab-separated-values",
            "application/sparql-results+xml",
            "application/xml",
            "application/sparql-results+thrift",
            "text/plain");

    private static final Formats TRUTH = ROWS.without("thrift", "application/sparql-results+thrift");

    private static final Map<String, String> GRAPH_NAMES = Map.of(
            "json-ld", "application/ld+json",
            "json", "application/ld+json",
            "json-rdf", "application/rdf+json",
            "xml", "application/rdf+xml",
            "text", "text/turtle",
            "ttl", "text/turtle",
            "turtle", "text/turtle",
            "nt", "application/n-triples",
            "n-quads", "application/n-quads",
            "trig", "application/trig");

    /** For the triples that a query makes. */
    static final Formats TRIPLES = new Formats(
            GRAPH_NAMES,
            "text/turtle",
            "application/n-triples",
            "text/plain",
            "application/rdf+xml",
            "application/trix",
            "application/trix+xml",
            "application/ld+json",
            "application/rdf+json",
            "application/rdf+thrift",
            "application/trig",
            "text/trig",
            "application/n-quads",
            "text/n-quads",
            OLD_TURTLE);

    /** For whole graphs; by {@code Accept} only. */
    static final Formats GRAPHS = new Formats(
            Map.of(),
            "text/turtle",
            "application/n-triples",
            "text/plain",
            "application/rdf+xml",
            "application/trix",
            "application/trix+xml",
            "application/ld+json",
            "application/rdf+json",
            "application/rdf+thrift",
            OLD_TURTLE);

    private final Map<String, String> shortNames;
    private final List<String> types;
    private final AcceptList offered;

    private Formats(Map<String, String> shortNames, String... types) {
        this.shortNames = shortNames;
        this.types = List.of(types);
        this.offered = AcceptList.create(types);
    }

    private Formats without(String name, String type) {
        var names = new HashMap<>(shortNames);
        names.remove(name);
        return new Formats(
                names, types.stream().filter(one -> !one.equals(type)).toArray(String[]::new));
    }

    /** Those for the result of the query. */
    static Formats of(Query query) {
        if (query.isSelectType()) {
            return ROWS;
        }
        return query.isAskType() ? TRUTH : TRIPLES;
    }

    /**
     * The media type that the request chooses.
     *
     * @throws Refusal NOT_ACCEPTABLE or MALFORMED if it names none of those on offer
     */
    String chosen(Request request) {
        var accepted = accepted(request.accepted());
        for (var parameter : CHOOSING) {
            for (var wanted : request.all(parameter)) {
                if (!wanted.isBlank() && !shortNames.isEmpty()) {
                    return named(wanted.strip());
                }
            }
        }
        return accepted;
    }

    private String accepted(String header) {
        if (header.isBlank() || header.equals("*/*")) {
            return types.get(0);
        }
        var match = AcceptList.match(new AcceptList(header), offered);
        if (match == null) {
            throw Refusal.of(
                    Kind.NOT_ACCEPTABLE,
                    "无法提供 `%s`；可提供：%s",
                    "cannot answer in `%s`; on offer are %s",
                    header,
                    String.join(", ", types));
        }
        return match.getContentTypeStr();
    }

    private String named(String wanted) {
        var name = wanted.toLowerCase(Locale.ROOT);
        var type = shortNames.getOrDefault(name, name);
        if (!types.contains(type)) {
            throw Refusal.of(
                    Kind.MALFORMED,
                    "无法提供格式 `%s`；可提供：%s",
                    "there is no format `%s` for this result; on offer are %s",
                    wanted,
                    String.join(", ", types));
        }
        return type;
    }
}
