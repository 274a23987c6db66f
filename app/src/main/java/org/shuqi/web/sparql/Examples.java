package org.shuqi.web.sparql;

import java.util.List;

/** Queries to begin with; each has a title under {@code sparql.example.}. */
enum Examples {
    PERMITTED(
            "permitted",
            List.of("sq", "dct", "outcome"),
            """
            SELECT ?from ?dataset ?to ?purpose {
              (?dataset ?to ?purpose) sq:permits (outcome:permit ?grant) .
              ?dataset dct:publisher ?from .
              FILTER(BOUND(?grant))
            } ORDER BY ?from ?dataset ?to LIMIT 100
            """),
    AGREEMENTS(
            "agreements",
            List.of("sq"),
            """
            SELECT ?agreement ?end {
              ?agreement a sq:SharingAgreement ; sq:activatedAt ?since ; sq:validUntil ?end .
              FILTER(?since <= NOW() && ?end > NOW())
            } ORDER BY ?end
            """),
    DATASETS(
            "datasets",
            List.of("sq", "dcat", "dct"),
            """
            SELECT ?dataset ?title ?attribute ?department {
              ?dataset a dcat:Dataset ; dct:title ?title ; dct:publisher ?department ; sq:sharingAttribute ?attribute .
              FILTER(LANG(?title) = 'zh')
            } ORDER BY ?dataset LIMIT 100
            """),
    SENSITIVE(
            "sensitive",
            List.of("sq", "dct"),
            """
            SELECT ?department ?title {
              ?dataset sq:dataItem ?item ; dct:publisher ?department .
              ?item sq:sensitivePersonalData true ; dct:title ?title .
            } ORDER BY ?department LIMIT 100
            """),
    CLASSES(
            "classes",
            List.of(),
            """
            SELECT ?class (COUNT(?thing) AS ?count) { ?thing a ?class } GROUP BY ?class ORDER BY DESC(?count)
            """);

    private final String key;
    private final List<String> prefixes;
    private final String body;

    Examples(String key, List<String> prefixes, String body) {
        this.key = key;
        this.prefixes = prefixes;
        this.body = body;
    }

    String key() {
        return key;
    }

    String text(Prefixes known) {
        var text = body;
        for (var at = prefixes.size() - 1; at >= 0; at--) {
            text = known.declared(prefixes.get(at), text);
        }
        return text;
    }
}
