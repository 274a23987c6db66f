package org.shuqi.sparql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriterRegistry;
import org.apache.jena.riot.WebContent;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetOps;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** Writes results in a format, as the response. */
final class Results {

    private Results() {}

    /** Rows. */
    static void rows(RowSet rows, Prologue names, String type, Reply reply) {
        begin(type, reply);
        if (type.equals(WebContent.contentTypeTextPlain)) {
            RowSetOps.out(reply, rows, names);
        } else {
            writer(type).write(reply, rows);
        }
    }

    /** Yes or no. */
    static void truth(boolean yes, String type, Reply reply) {
        begin(type, reply);
        if (type.equals(WebContent.contentTypeTextPlain)) {
            ResultSetFormatter.out(reply, yes);
        } else {
            writer(type).write(reply, yes);
        }
    }

    private static void begin(String type, Reply reply) {
        // XML says itself how its characters are encoded, and Thrift has none
        var saysItself = type.endsWith("xml") || type.endsWith("thrift");
        reply.type(saysItself ? type : type + "; charset=utf-8");
        reply.header("Cache-Control", "must-revalidate,no-cache,no-store");
        reply.header("Pragma", "no-cache");
    }

    private static ResultsWriter writer(String type) {
        return ResultsWriter.create()
                .lang(WebContent.contentTypeToLangResultSet(type))
                .context(ARQ.getContext())
                .build();
    }

    /** Triples, as they are usually written in that format. */
    static void graph(Graph graph, String type, Reply reply) {
        var lang = RDFLanguages.contentTypeToLang(type);
        graph(
                graph,
                lang == Lang.RDFXML ? RDFFormat.RDFXML_PLAIN : RDFWriterRegistry.defaultSerialization(lang),
                type,
                reply);
    }

    /** Triples, written in just that way. */
    static void graph(Graph graph, RDFFormat format, String type, Reply reply) {
        reply.type(type);
        if (format.getLang() == Lang.RDFXML) {
            inXml(graph, format, reply);
        } else if (RDFLanguages.isQuads(format.getLang())) {
            RDFDataMgr.write(reply, DatasetGraphFactory.wrap(graph), format);
        } else {
            RDFDataMgr.write(reply, graph, format);
        }
    }

    /** Not every predicate can be a name of XML, so it is not sent before it is done. */
    private static void inXml(Graph graph, RDFFormat format, Reply reply) {
        var done = new ByteArrayOutputStream();
        try {
            RDFDataMgr.write(done, graph, format);
        } catch (JenaException unwritable) {
            throw Refusal.of(
                    Kind.NOT_ACCEPTABLE,
                    "无法写成 RDF/XML：%s",
                    "this cannot be written as RDF/XML: %s",
                    String.valueOf(unwritable.getMessage()));
        }
        try {
            done.writeTo(reply);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
