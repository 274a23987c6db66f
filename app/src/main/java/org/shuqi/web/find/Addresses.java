package org.shuqi.web.find;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Node;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.search.Hit;

/** Where what was found has its page. */
final class Addresses {

    private final Records records;

    Addresses(Records records) {
        this.records = records;
    }

    /** The page; of an item that of its dataset; empty text if there is none. */
    String of(Hit hit) {
        return switch (hit.group()) {
            case DATASETS -> "/datasets/" + records.id(RecordKind.DATASETS, hit.iri());
            case ITEMS ->
                hit.within()
                        .map(dataset -> "/datasets/" + records.id(RecordKind.DATASETS, dataset))
                        .orElse("");
            case AGREEMENTS -> "/agreements/" + records.id(RecordKind.AGREEMENTS, hit.iri());
            case REQUESTS -> "/applications/" + records.id(RecordKind.REQUESTS, hit.iri());
            case CORRECTIONS -> "/corrections/" + records.id(RecordKind.CORRECTIONS, hit.iri());
            case DISPUTES -> "/disputes/" + records.id(RecordKind.DISPUTES, hit.iri());
            case ORGANIZATIONS -> "/organizations/" + records.id(RecordKind.ORGANIZATIONS, hit.iri());
            case CATALOGS -> "/catalogs/" + records.id(RecordKind.CATALOGS, hit.iri());
            case LAWS, TERMS -> term(hit.iri());
        };
    }

    /** What stands for it in the address of another page. */
    String code(Hit hit) {
        var isFiled = RecordKind.at(hit.group().code()).isPresent();
        return isFiled && hit.iri().getURI().startsWith(records.baseIri())
                ? records.id(RecordKind.at(hit.group().code()).orElseThrow(), hit.iri())
                : hit.iri().getURI();
    }

    /** The page of a word of the vocabulary. */
    static String term(Node iri) {
        return "/vocab/" + URLEncoder.encode(iri.getURI(), StandardCharsets.UTF_8);
    }
}
