package org.shuqi.clock;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.Release;

/** The shipped release with a few organisations, and what a test writes besides. */
final class Desk {

    static final String BASE = "http://localhost:8080/id/";
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String PREFIXES =
            """
            @base <http://localhost:8080/id/> .
            @prefix sq: <https://w3id.org/shuqi/ns#> .
            @prefix code: <https://w3id.org/shuqi/code/> .
            @prefix div: <https://w3id.org/shuqi/code/division/> .
            @prefix attr: <https://w3id.org/shuqi/code/sharing-attribute/> .
            @prefix clock: <https://w3id.org/shuqi/code/clock/> .
            @prefix role: <https://w3id.org/shuqi/code/approval-role/> .
            @prefix rstatus: <https://w3id.org/shuqi/code/request-status/> .
            @prefix profile: <https://w3id.org/shuqi/profile/> .
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix odrl: <http://www.w3.org/ns/odrl/2/> .
            @prefix org: <http://www.w3.org/ns/org#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;

    private static final String ORGANISATIONS =
            """
            <organization/police> a org:FormalOrganization ; dct:spatial div:150600 .
            <organization/branch> a org:OrganizationalUnit ; org:subOrganizationOf <organization/police> .
            <organization/tax> a org:FormalOrganization ; dct:spatial div:150600 .
            <organization/data> a org:FormalOrganization ; dct:spatial div:150600 ; sq:authorityFor div:150600 .
            <organization/sh-data> a org:FormalOrganization ; dct:spatial div:310000 ; sq:authorityFor div:310000 .
            <organization/sh-traffic> a org:FormalOrganization ; dct:spatial div:310000 .
            <dataset/open> a dcat:Dataset ; dct:publisher <organization/police> ; sq:sharingAttribute attr:unconditional .
            <dataset/closed> a dcat:Dataset ; dct:publisher <organization/police> ; sq:sharingAttribute attr:conditional ;
                sq:dataItem <dataset/closed/item/name> , <dataset/closed/item/free> .
            <dataset/closed/item/name> a sq:DataItem .
            <dataset/closed/item/free> a sq:DataItem ; sq:sharingAttribute attr:unconditional .
            """;

    private static final DatasetGraph RELEASE = Release.into(DatasetGraphFactory.create());

    private final Graph graph = GraphFactory.createDefaultGraph();

    Desk() {
        RELEASE.stream().map(Quad::asTriple).forEach(graph::add);
        write(ORGANISATIONS);
    }

    Desk write(String turtle) {
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
        return this;
    }

    /** The clocks of the record, at a time of day in the zone of the registry. */
    List<TimeLimit> of(String record, String at) {
        return reading(Optional.empty()).of(iri(record), instant(at));
    }

    TimeLimit one(String record, String code, String at) {
        return of(record, at).stream()
                .filter(limit -> limit.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    Reading reading(Optional<String> profile) {
        return new Reading(new Facts(graph, ZONE), profile, BASE);
    }

    static Node iri(String local) {
        return NodeFactory.createURI(BASE + local);
    }

    static Instant instant(String local) {
        return java.time.LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
