package org.shuqi.api;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.record.Filed;
import org.shuqi.record.Listing;
import org.shuqi.record.Records;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Foaf;
import org.shuqi.vocabulary.Hydra;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/**
 * One page of the whole registry as a catalogue after DCAT-AP 3, for portals that harvest it. Datasets are told as they are
 * on file, with what DCAT-AP wants and our records say in other words: who may have access, and who publishes as an agent
 * with a name.
 */
final class Feed {

    private static final String ACCESS = "http://publications.europa.eu/resource/authority/access-right/";

    private final Graph graph = GraphFactory.createDefaultGraph();
    private final Records records;
    private final Node catalog;

    private Feed(Records records, String address) {
        this.records = records;
        this.catalog = NodeFactory.createURI(address + "#catalog");
    }

    /**
     * The page.
     *
     * @param address of the first page, without parameters
     * @param page counted from 1
     * @param size datasets on a page
     */
    static Graph of(Listing listing, Records records, String address, long page, int size) {
        var feed = new Feed(records, address);
        feed.prefixes();
        feed.catalog(listing.total());
        feed.view(address, page, size, listing.total());
        var publishers = new HashSet<Node>();
        listing.records().forEach(dataset -> feed.dataset(dataset, publishers));
        publishers.forEach(feed::agent);
        return feed.graph;
    }

    private void prefixes() {
        graph.getPrefixMapping()
                .setNsPrefix("dcat", Dcat.NS)
                .setNsPrefix("dct", Dct.NS)
                .setNsPrefix("foaf", Foaf.NS)
                .setNsPrefix("hydra", Hydra.NS)
                .setNsPrefix("sq", Sq.NS);
    }

    private void catalog(long total) {
        add(catalog, Rdf.type, Dcat.Catalog);
        add(catalog, Rdf.type, Hydra.Collection);
        add(catalog, Dct.title, said("政务数据目录", "zh"));
        add(catalog, Dct.title, said("Catalogue of government data", "en"));
        add(catalog, Dct.description, said("本登记库中调用方可见的全部数据集", "zh"));
        add(catalog, Dct.description, said("Every dataset of this registry that the caller may see", "en"));
        add(catalog, Hydra.totalItems, whole(total));
        var keeper = NodeFactory.createBlankNode();
        add(catalog, Dct.publisher, keeper);
        add(keeper, Rdf.type, Foaf.Agent);
        add(keeper, Foaf.name, said("本登记库的管理单位", "zh"));
        add(keeper, Foaf.name, said("The authority that keeps this registry", "en"));
    }

    private void view(String address, long page, int size, long total) {
        var last = Math.max(1, (total + size - 1) / size);
        var here = page(address, page, size);
        add(catalog, Hydra.view, here);
        add(here, Rdf.type, Hydra.PartialCollectionView);
        add(here, Hydra.first, page(address, 1, size));
        add(here, Hydra.last, page(address, last, size));
        if (page > 1) {
            add(here, Hydra.previous, page(address, Math.min(page - 1, last), size));
        }
        if (page < last) {
            add(here, Hydra.next, page(address, page + 1, size));
        }
    }

    private void dataset(Filed dataset, Set<Node> publishers) {
        add(catalog, Dcat.dataset, dataset.iri());
        dataset.description().find().forEachRemaining(graph::add);
        dataset.description()
                .find(dataset.iri(), Sq.sharingAttribute, Node.ANY)
                .forEachRemaining(triple -> add(dataset.iri(), Dct.accessRights, access(triple.getObject())));
        dataset.description()
                .find(dataset.iri(), Dct.publisher, Node.ANY)
                .forEachRemaining(triple -> publishers.add(triple.getObject()));
    }

    /** Nothing here is for the public: shared between organs of state, on condition or not at all. */
    private static Node access(Node attribute) {
        var isClosed = attribute.equals(Sq.code("sharing-attribute", "not-shared"));
        return NodeFactory.createURI(ACCESS + (isClosed ? "NON_PUBLIC" : "RESTRICTED"));
    }

    private void agent(Node publisher) {
        if (!publisher.isURI()) {
            return;
        }
        add(publisher, Rdf.type, Foaf.Agent);
        records.describe(publisher).ifPresent(record -> record.description()
                .find(publisher, Skos.prefLabel, Node.ANY)
                .forEachRemaining(triple -> add(publisher, Foaf.name, triple.getObject())));
    }

    private void add(Node subject, Node property, Node value) {
        graph.add(Triple.create(subject, property, value));
    }

    private static Node page(String address, long page, int size) {
        return NodeFactory.createURI(address + "?page=" + page + "&size=" + size);
    }

    private static Node said(String text, String language) {
        return NodeFactory.createLiteralLang(text, language);
    }

    private static Node whole(long number) {
        return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
    }
}
