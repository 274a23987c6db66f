package org.shuqi.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.buffering.BufferingDatasetGraph;
import org.apache.jena.system.progress.MonitorOutputs;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.shuqi.Release;
import org.shuqi.gate.Gate;
import org.shuqi.generate.Generator;
import org.shuqi.graph.Delta;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Sq;

/**
 * What the gate costs for one change, at registries of several sizes, on a TDB2 database on disk.
 *
 * <p>Run it with the sizes to try, in data sets; see {@code app/docs/performance-gate.md}. CPU time of the checking
 * thread, the median of many changes: it says the same on a busy machine as on an idle one.
 */
public final class GateBench {

    private static final String BASE = "http://localhost:8080/id/";
    private static final int CHANGES = 200;

    private final Gate gate = Gate.standard();
    private final DatasetGraph store;
    private final Random random = new Random(1);
    private final List<Node> datasets;
    private final List<Node> publishers = new ArrayList<>();

    private GateBench(DatasetGraph store) {
        this.store = store;
        this.datasets = some(Dcat.Dataset);
        datasets.forEach(dataset -> publishers.add(object(dataset, Dct.publisher)));
    }

    /** Measures a registry of each size, or the one in a folder that an earlier run has left. */
    public static void main(String[] registries) throws Exception {
        for (var registry : registries) {
            var store = Files.isDirectory(Path.of(registry))
                    ? DatabaseMgr.connectDatasetGraph(registry)
                    : grown(Long.parseLong(registry), Files.createTempDirectory("gate-bench"));
            store.begin(TxnType.READ);
            new GateBench(store).measure();
            store.end();
        }
    }

    private static DatasetGraph grown(long datasets, Path folder) {
        var store = DatabaseMgr.connectDatasetGraph(folder.toString());
        var loader = LoaderFactory.phasedLoader(store, MonitorOutputs.nullOutput());
        loader.startBulk();
        var sink = loader.stream();
        Release.into(DatasetGraphFactory.create()).find().forEachRemaining(sink::quad);
        Generator.of(datasets, 7, BASE).write(sink);
        loader.finishBulk();
        System.out.printf("%n%,d data sets, %,d quads in %s%n", datasets, loader.countQuads(), folder);
        return store;
    }

    private void measure() {
        report("one entry with six items", () -> entry(random.nextInt(1_000_000)));
        report("one agreement of one permission", () -> agreement(random.nextInt(1_000_000)));
        report("the title of an entry", () -> retitled(any(datasets), Dct.title));
        report("the name of an organisation", () -> retitled(any(publishers), SKOS.prefLabel.asNode()));
        report("the label of a level", () -> retitled(Sq.code("level", "general-2"), SKOS.prefLabel.asNode()));
        report(
                "an organisation unregistered (refused)",
                () -> new Delta(quads(any(publishers), RDF.type.asNode(), Node.ANY), List.of()));
    }

    private void report(String what, Supplier<Delta> change) {
        for (int i = 0; i < CHANGES; i++) {
            checked(change.get());
        }
        var times = new long[CHANGES];
        for (int i = 0; i < CHANGES; i++) {
            times[i] = checked(change.get());
        }
        Arrays.sort(times);
        System.out.printf(
                "%-42s %8.2f ms median %8.2f ms p95%n",
                what, times[CHANGES / 2] / 1e6, times[CHANGES * 95 / 100] / 1e6);
    }

    private long checked(Delta delta) {
        var overlay = new BufferingDatasetGraph(store);
        delta.removed().forEach(overlay::delete);
        delta.added().forEach(overlay::add);
        var threads = ManagementFactory.getThreadMXBean();
        var start = threads.getCurrentThreadCpuTime();
        gate.check(overlay, delta);
        return threads.getCurrentThreadCpuTime() - start;
    }

    private Delta entry(int number) {
        var items = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            items.append(
                    "<d%1$d> sq:dataItem <d%1$d/item/%2$d> . <d%1$d/item/%2$d> a sq:DataItem ; dct:title \"项\"@zh ; sq:securityLevel level:general-2 ; sq:personalData true .\n"
                            .formatted(number, i));
        }
        return added(
                """
                GRAPH <g%1$d> { <d%1$d> a dcat:Dataset ; dct:identifier "307001/B%1$d" ; dct:title "条目"@zh ; dct:description "说明"@zh ;
                  dct:publisher <%2$s> ; dcat:theme <https://w3id.org/shuqi/code/theme/population> ; dct:format <https://w3id.org/shuqi/code/format/database> ;
                  dct:accrualPeriodicity <https://w3id.org/shuqi/code/update-frequency/daily> ; dct:issued "2026-01-01"^^xsd:date ;
                  sq:sharingAttribute <https://w3id.org/shuqi/code/sharing-attribute/unconditional> ;
                  sq:sharingMethod <https://w3id.org/shuqi/code/sharing-method/query> .
                  %3$s }
                """
                        .formatted(number, any(publishers).getURI(), items));
    }

    private Delta agreement(int number) {
        var target = any(datasets);
        return added(
                """
                GRAPH <ga%1$d> { <a%1$d> a sq:SharingAgreement ; dct:identifier "B-%1$d" ; dct:title "协议"@zh ; odrl:permission <a%1$d#p> ;
                  sq:activatedAt "2026-01-01T09:00:00+08:00"^^xsd:dateTime ; sq:validFrom "2026-01-01"^^xsd:date ; sq:validUntil "2027-01-01"^^xsd:date .
                  <a%1$d#p> a odrl:Permission ; odrl:assigner <%2$s> ; odrl:assignee <%3$s> ; odrl:target <%4$s> ; odrl:action sq:receive ; odrl:constraint <a%1$d#c> .
                  <a%1$d#c> a odrl:Constraint ; odrl:leftOperand odrl:purpose ; odrl:operator odrl:isAnyOf ;
                    odrl:rightOperand <https://w3id.org/shuqi/code/purpose/statistics> }
                """
                        .formatted(
                                number,
                                object(target, Dct.publisher).getURI(),
                                any(publishers).getURI(),
                                target.getURI()));
    }

    private Delta retitled(Node record, Node property) {
        var now = quads(record, property, Node.ANY).get(0);
        var next = NodeFactory.createLiteralLang(
                "新名" + random.nextInt(), now.getObject().getLiteralLanguage());
        return new Delta(List.of(now), List.of(new Quad(now.getGraph(), record, property, next)));
    }

    private static Delta added(String trig) {
        var data = DatasetGraphFactory.create();
        var prefixes =
                """
                BASE <%s>
                PREFIX sq: <https://w3id.org/shuqi/ns#>
                PREFIX level: <https://w3id.org/shuqi/code/level/>
                PREFIX dcat: <http://www.w3.org/ns/dcat#>
                PREFIX dct: <http://purl.org/dc/terms/>
                PREFIX odrl: <http://www.w3.org/ns/odrl/2/>
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                """
                        .formatted(BASE);
        RDFParser.fromString(prefixes + trig, Lang.TRIG).parse(data);
        return new Delta(List.of(), Iter.toList(data.find()));
    }

    private List<Node> some(Node type) {
        var found = new ArrayList<Node>();
        var all = store.findNG(Node.ANY, Node.ANY, RDF.type.asNode(), type);
        while (all.hasNext() && found.size() < 5_000) {
            found.add(all.next().getSubject());
        }
        Iter.close(all);
        return found;
    }

    private Node object(Node subject, Node property) {
        return quads(subject, property, Node.ANY).get(0).getObject();
    }

    private List<Quad> quads(Node s, Node p, Node o) {
        return Iter.toList(store.findNG(Node.ANY, s, p, o));
    }

    private Node any(List<Node> nodes) {
        return nodes.get(random.nextInt(nodes.size()));
    }
}
