package org.shuqi.decision.fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.time.Span;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Sq;

/** Reads a catalogue entry and its data items. */
final class DatasetReader {

    private static final String PERSONAL =
            Sq.code("asset-class", "personal-data").getURI();
    private static final String SENSITIVE =
            Sq.code("asset-class", "sensitive-personal-data").getURI();

    private final FactReader reader;

    DatasetReader(FactReader reader) {
        this.reader = reader;
    }

    Dataset read(Description entry) {
        var subject = node(entry.iri());
        return new Dataset(
                entry.iri(),
                entry.texts(Dct.identifier),
                entry.iris(Dct.publisher),
                entry.iris(Sq.sourceDepartment),
                entry.iris(Dcat.theme),
                reader.subjects(Dcat.dataset, subject),
                published(entry),
                offer(entry),
                items(entry));
    }

    private static Span published(Description entry) {
        return entry.instant1(Dct.issued)
                .map(issued -> new Span(issued, entry.earliest(Sq.withdrawnAt)))
                .orElse(Span.NEVER);
    }

    private static Offer offer(Description said) {
        return new Offer(
                said.iris(Sq.sharingAttribute),
                said.iris(Sq.sharingScope),
                said.iris(Sq.sharingPurpose),
                said.iris(Sq.sharingMethod),
                said.iris(Sq.legalBasis));
    }

    private List<Item> items(Description entry) {
        var items = entry.nodes(Sq.dataItem).stream()
                .filter(node -> node.isURI() || node.isBlank())
                .map(reader::describe)
                .map(item -> item(item, Optional.of(entry)))
                .sorted(Comparator.comparing(Item::iri))
                .toList();
        return items.isEmpty() ? List.of(item(entry, Optional.empty())) : items;
    }

    private static Item item(Description item, Optional<Description> entry) {
        var above = entry.orElse(item);
        var levels = item.iris(Sq.securityLevel);
        return new Item(
                item.iri(),
                offer(item).over(offer(above)),
                levels.isEmpty() ? above.iris(Sq.securityLevel) : levels,
                classes(item),
                secret(item) || secret(above),
                item.says(Sq.maskingRule),
                entry.isPresent() ? item.iris(Sq.sourceDepartment) : List.of());
    }

    private static boolean secret(Description said) {
        return said.mayBe(Sq.stateSecret) || said.mayBe(Sq.workSecret);
    }

    /** What is not clearly no personal data counts as such, since the classes only ever bring requirements. */
    private static List<String> classes(Description item) {
        var classes = new ArrayList<>(item.iris(Sq.personalDataCategory));
        if (item.mayBe(Sq.sensitivePersonalData)) {
            classes.add(SENSITIVE);
        }
        if (item.mayBe(Sq.personalData) || item.mayBe(Sq.sensitivePersonalData)) {
            classes.add(PERSONAL);
        }
        return classes.stream().distinct().sorted().toList();
    }

    private static Node node(String iri) {
        return iri.startsWith("_:") ? NodeFactory.createBlankNode(iri.substring(2)) : NodeFactory.createURI(iri);
    }
}
