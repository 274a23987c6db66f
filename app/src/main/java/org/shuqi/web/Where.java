package org.shuqi.web;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.shuqi.api.Links;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** Where things have their pages. */
public final class Where {

    private static final Map<RecordKind, String> PATHS = Map.of(
            RecordKind.DATASETS, "/datasets/",
            RecordKind.CATALOGS, "/catalogs/",
            RecordKind.ORGANIZATIONS, "/organizations/",
            RecordKind.AGREEMENTS, "/agreements/",
            RecordKind.REQUESTS, "/applications/",
            RecordKind.CORRECTIONS, "/corrections/",
            RecordKind.DISPUTES, "/disputes/",
            RecordKind.LISTS, "/lists/");

    /** What is published and shown as vocabulary. */
    private static final Set<String> PUBLISHED = Set.of(Sq.NS, Sq.CODE, "https://w3id.org/shuqi/law/");

    private final Records records;

    /** Over one registry. */
    public Where(Records records) {
        this.records = records;
    }

    /** The page of a record of the kind; empty text if such records have none. */
    public String of(RecordKind kind, Node record) {
        return Optional.ofNullable(PATHS.get(kind))
                .map(path -> path + Links.path(records.id(kind, record)))
                .orElseGet(() -> published(record.getURI()));
    }

    /** The page of anything; of a part, the page of what it is part of; empty text if there is none. */
    public String of(Node thing, Graph registry) {
        if (!thing.isURI()) {
            return "";
        }
        var iri = thing.getURI();
        var kind = RecordKind.of(registry.find(thing, Rdf.type, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .collect(Collectors.toSet()));
        if (kind.isPresent()) {
            return of(kind.get(), thing);
        }
        var hash = iri.indexOf('#');
        if (hash > 0 && iri.startsWith(records.baseIri())) {
            var whole = of(NodeFactory.createURI(iri.substring(0, hash)), registry);
            return whole.isEmpty() ? "" : whole + iri.substring(hash);
        }
        return registry.find(Node.ANY, Sq.dataItem, thing)
                .nextOptional()
                .map(owned -> of(owned.getSubject(), registry))
                .orElseGet(() -> published(iri));
    }

    private String published(String iri) {
        return Stream.concat(
                        PUBLISHED.stream()
                                .filter(iri::startsWith)
                                .map(space -> "/vocab/" + Links.path(iri.substring(space.length()))),
                        Stream.of(records.baseIri())
                                .filter(iri::startsWith)
                                .map(base -> "/id/" + Links.path(iri.substring(base.length()))))
                .findFirst()
                .orElse("");
    }
}
