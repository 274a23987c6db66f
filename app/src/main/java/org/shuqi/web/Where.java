package org.shuqi.web;

import java.util.Arrays;
import java.util.EnumMap;
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

/** Where things have their pages: the one place that knows which kind of record is shown where. */
public final class Where {

    private static final Map<RecordKind, String> LISTS = new EnumMap<>(Map.of(
            RecordKind.DATASETS, "/datasets",
            RecordKind.CATALOGS, "/catalogs",
            RecordKind.ORGANIZATIONS, "/organizations",
            RecordKind.AGREEMENTS, "/agreements",
            RecordKind.REQUESTS, "/applications",
            RecordKind.CORRECTIONS, "/corrections",
            RecordKind.DISPUTES, "/disputes",
            RecordKind.LISTS, "/lists"));

    /** What is published and shown as vocabulary. */
    private static final Set<String> PUBLISHED = Set.of(Sq.NS, Sq.CODE, "https://w3id.org/shuqi/law/");

    private final Records records;

    /** Over one registry. */
    public Where(Records records) {
        this.records = records;
    }

    /** The list of such records, which begins the address of each. */
    public static String list(RecordKind kind) {
        return Optional.ofNullable(LISTS.get(kind))
                .orElseThrow(() -> new IllegalArgumentException(kind + " have no pages"));
    }

    /** The page of a record by its id. */
    public static String page(RecordKind kind, String id) {
        return list(kind) + "/" + Links.path(id);
    }

    /** The page of a record of the kind; what says as much if such records have none. */
    public String of(RecordKind kind, Node record) {
        return own(kind, record).orElseGet(() -> published(record.getURI()));
    }

    /** The page of anything: its own, or that of the word or the IRI that it is; empty text if there is none. */
    public String of(Node thing, Graph registry) {
        return thing.isURI()
                ? Optional.of(record(thing, registry))
                        .filter(page -> !page.isEmpty())
                        .orElseGet(() -> published(thing.getURI()))
                : "";
    }

    /** The same for who has no snapshot at hand, by the name alone. */
    public String of(String iri) {
        return of(NodeFactory.createURI(iri), Graph.emptyGraph);
    }

    /** The page of its own that a record has; of a part, that of what it is part of; empty text if there is none. */
    public String record(Node thing, Graph registry) {
        if (!thing.isURI()) {
            return "";
        }
        var iri = thing.getURI();
        var hash = iri.indexOf('#');
        if (hash > 0 && iri.startsWith(records.baseIri())) {
            var whole = record(NodeFactory.createURI(iri.substring(0, hash)), registry);
            return whole.isEmpty() ? "" : whole + iri.substring(hash);
        }
        return kind(thing, registry)
                .flatMap(kind -> own(kind, thing))
                .or(() -> registry.find(Node.ANY, Sq.dataItem, thing)
                        .nextOptional()
                        .map(owned -> record(owned.getSubject(), registry)))
                .orElse("");
    }

    private Optional<String> own(RecordKind kind, Node record) {
        // an item is shown on the page of its entry
        return Optional.ofNullable(LISTS.get(kind))
                .map(list -> page(kind, records.id(kind, record).replaceFirst("/item/.*", "")));
    }

    /** By its classes; what the registry does not know, or does not show, by where its name stands. */
    private Optional<RecordKind> kind(Node thing, Graph registry) {
        var known = RecordKind.of(registry.find(thing, Rdf.type, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .collect(Collectors.toSet()));
        if (known.isPresent() || !thing.getURI().startsWith(records.baseIri())) {
            return known;
        }
        var rest = thing.getURI().substring(records.baseIri().length());
        var found = Arrays.stream(RecordKind.values())
                .filter(kind -> rest.startsWith(kind.segment() + "/"))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
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
