package org.shuqi.web.find;

import org.apache.jena.graph.Graph;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.search.Hit;
import org.shuqi.web.Where;

/** Where what was found has its page. */
final class Addresses {

    private final Records records;
    private final Where where;

    Addresses(Records records) {
        this.records = records;
        this.where = new Where(records);
    }

    /** The page; of an item that of its dataset; empty text if there is none. */
    String of(Hit hit) {
        var kind = RecordKind.at(hit.group().code());
        if (kind.isPresent()) {
            return where.of(kind.get(), hit.iri());
        }
        return hit.within()
                .map(dataset -> where.of(RecordKind.DATASETS, dataset))
                .orElseGet(() -> where.of(hit.iri(), Graph.emptyGraph));
    }

    /** What stands for it in the address of another page. */
    String code(Hit hit) {
        return RecordKind.at(hit.group().code())
                .filter(kind -> hit.iri().getURI().startsWith(records.baseIri()))
                .map(kind -> records.id(kind, hit.iri()))
                .orElse(hit.iri().getURI());
    }
}
