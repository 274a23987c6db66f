package org.shuqi.web.cases;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** Where things have their pages. */
final class Routes {

    private static final Map<RecordKind, String> PATHS = Map.of(
            RecordKind.REQUESTS, "/applications/",
            RecordKind.AGREEMENTS, "/agreements/",
            RecordKind.CORRECTIONS, "/corrections/",
            RecordKind.DISPUTES, "/disputes/",
            RecordKind.LISTS, "/lists/",
            RecordKind.DATASETS, "/datasets/",
            RecordKind.ORGANIZATIONS, "/organizations/");

    private final Records records;
    private final Graph registry;

    Routes(Records records, Graph registry) {
        this.records = records;
        this.registry = registry;
    }

    /** The page of a record; of an item that of its dataset; empty text if it has none. */
    String of(Node thing) {
        if (!thing.isURI()) {
            return "";
        }
        return kind(thing)
                .filter(PATHS::containsKey)
                .map(kind -> path(kind, records.id(kind, thing)))
                .or(() -> registry.find(Node.ANY, Sq.dataItem, thing)
                        .nextOptional()
                        .map(owned -> of(owned.getSubject())))
                .orElse("");
    }

    /** The page of a record by its id. */
    static String path(RecordKind kind, String id) {
        return Optional.ofNullable(PATHS.get(kind)).orElseThrow() + id;
    }

    /** The list of the kind. */
    static String list(RecordKind kind) {
        var path = Optional.ofNullable(PATHS.get(kind)).orElseThrow();
        return path.substring(0, path.length() - 1);
    }

    private Optional<RecordKind> kind(Node thing) {
        return RecordKind.of(registry.find(thing, Rdf.type, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .collect(Collectors.toSet()));
    }
}
