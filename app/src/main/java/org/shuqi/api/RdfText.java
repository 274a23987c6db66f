package org.shuqi.api;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.Prefixes;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.record.Filed;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** Records as RDF text. */
final class RdfText {

    private static final PrefixMapping PREFIXES = PrefixMapping.Factory.create()
            .setNsPrefix("sq", Sq.NS)
            .setNsPrefix("dcat", Dcat.NS)
            .setNsPrefix("dct", Dct.NS)
            .setNsPrefix("odrl", Odrl.NS)
            .setNsPrefix("org", Org.NS)
            .setNsPrefix("skos", Skos.NS)
            .setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#")
            .lock();

    private RdfText() {}

    /** The records in one document, each in its graph if the format has graphs. */
    static byte[] write(List<Filed> records, Format format) {
        return format.hasGraphs() ? quads(records, format) : triples(records, format);
    }

    /** One graph. */
    static byte[] write(Graph graph, Format format) {
        var out = new ByteArrayOutputStream();
        RDFWriter.source(graph).format(format.style().orElseThrow()).build().output(out);
        return out.toByteArray();
    }

    private static byte[] triples(List<Filed> records, Format format) {
        var all = GraphFactory.createDefaultGraph();
        all.getPrefixMapping().setNsPrefixes(PREFIXES);
        records.forEach(record -> record.description().find().forEachRemaining(all::add));
        return write(all, format);
    }

    private static byte[] quads(List<Filed> records, Format format) {
        var all = DatasetGraphFactory.create();
        PrefixMap prefixes = all.prefixes();
        prefixes.putAll(Prefixes.adapt(PREFIXES));
        records.forEach(record -> record.description()
                .find()
                .forEachRemaining(triple ->
                        all.add(record.graph(), triple.getSubject(), triple.getPredicate(), triple.getObject())));
        var out = new ByteArrayOutputStream();
        RDFWriter.source(all).format(format.style().orElseThrow()).build().output(out);
        return out.toByteArray();
    }

    /** Last part of an IRI, for people. */
    static String last(Node iri) {
        var text = iri.getURI();
        return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('#')) + 1);
    }
}
