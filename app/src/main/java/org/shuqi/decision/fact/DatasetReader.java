package org.shuqi.decision.fact;

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

    private final FactReader reader;

    DatasetReader(FactReader reader) {
        this.reader = reader;
    }

    Dataset read(Description entry) {
        var subject = node(entry.iri());
        return new Dataset(
                entry.id(),
                entry.texts(Dct.identifier),
                entry.ids(Dct.publisher),
                entry.ids(Sq.sourceDepartment),
                entry.ids(Dcat.theme),
                reader.subjects(Dcat.dataset, subject),
                published(entry),
                items(entry));
    }

    private static Span published(Description entry) {
        return entry.instant1(Dct.issued)
                .map(issued -> new Span(issued, entry.earliest(Sq.withdrawnAt)))
                .orElse(Span.NEVER);
    }

    private static Offer offer(Description said) {
        return new Offer(
                said.ids(Sq.sharingAttribute),
                said.ids(Sq.sharingScope),
                said.ids(Sq.sharingPurpose),
                said.ids(Sq.sharingMethod),
                said.ids(Sq.legalBasis));
    }

    private List<Item> items(Description entry) {
        var items = entry.nodes(Sq.dataItem).stream()
                .filter(node -> node.isURI() || node.isBlank())
                .map(reader::describe)
                .sorted(Comparator.comparing(Description::iri))
                .map(item -> item(item, Optional.of(entry)))
                .toList();
        return items.isEmpty() ? List.of(item(entry, Optional.empty())) : items;
    }

    private Item item(Description item, Optional<Description> entry) {
        var above = entry.orElse(item);
        var levels = item.ids(Sq.securityLevel);
        var traits = new Traits(
                offer(item).over(offer(above)),
                levels.isEmpty() ? above.ids(Sq.securityLevel) : levels,
                classes(item),
                secret(item) || secret(above),
                item.says(Sq.maskingRule),
                entry.isPresent() ? item.ids(Sq.sourceDepartment) : Ids.NONE);
        return new Item(item.id(), reader.interner().one(traits));
    }

    private static boolean secret(Description said) {
        return said.mayBe(Sq.stateSecret) || said.mayBe(Sq.workSecret);
    }

    /** What is not clearly no personal data counts as such, since the classes only ever bring requirements. */
    private static Ids classes(Description item) {
        var classes = item.ids(Sq.personalDataCategory);
        if (item.mayBe(Sq.sensitivePersonalData)) {
            classes = classes.and(Ids.of(Known.SENSITIVE_PERSONAL_DATA, Known.PERSONAL_DATA));
        }
        return item.mayBe(Sq.personalData) ? classes.and(Ids.of(Known.PERSONAL_DATA)) : classes;
    }

    private static Node node(String iri) {
        return iri.startsWith("_:") ? NodeFactory.createBlankNode(iri.substring(2)) : NodeFactory.createURI(iri);
    }
}
