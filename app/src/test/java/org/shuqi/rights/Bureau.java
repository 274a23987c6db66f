package org.shuqi.rights;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.Release;
import org.shuqi.access.Acting;
import org.shuqi.access.Appointment;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.change.Change;
import org.shuqi.change.ChangeDoor;
import org.shuqi.change.Guard;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Store;
import org.shuqi.graph.Stores;

/** A store with the release and a small city, of which callers may read parts. */
final class Bureau implements AutoCloseable {

    static final String BASE = "http://localhost:8080/id/";

    private static final String PREFIXES =
            """
            PREFIX sq: <https://w3id.org/shuqi/ns#>
            PREFIX level: <https://w3id.org/shuqi/code/level/>
            PREFIX div: <https://w3id.org/shuqi/code/division/>
            PREFIX odrl: <http://www.w3.org/ns/odrl/2/>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX org: <http://www.w3.org/ns/org#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    private static final String CITY =
            """
            <graph/organization/all> {
              <organization/city> a org:FormalOrganization ; dct:spatial div:150600 .
              <organization/police> a org:FormalOrganization ; org:subOrganizationOf <organization/city> ; sq:clearance level:core .
              <organization/station> a org:FormalOrganization ; org:subOrganizationOf <organization/police> .
              <organization/tax> a org:FormalOrganization ; org:subOrganizationOf <organization/city> ; sq:clearance level:general-4 .
              <organization/health> a org:FormalOrganization ; org:subOrganizationOf <organization/city> .
              <organization/elsewhere> a org:FormalOrganization ; dct:spatial div:110000 .
            }
            <graph/catalog/tax> {
              <catalog/tax> a dcat:Catalog ; dct:publisher <organization/tax> ; dcat:dataset <dataset/payers> .
              <dataset/payers> a dcat:Dataset ; dct:publisher <organization/tax> ; sq:dataItem <dataset/payers/item/name> .
              <dataset/payers/item/name> a sq:DataItem ; sq:securityLevel level:general-3 .
            }
            <graph/catalog/health> {
              <catalog/health> a dcat:Catalog ; dct:publisher <organization/health> ; dcat:dataset <dataset/genes> .
              <dataset/genes> a dcat:Dataset ; dct:publisher <organization/health> ; sq:dataItem <dataset/genes/item/sequence> .
              <dataset/genes/item/sequence> a sq:DataItem ; sq:securityLevel level:important .
            }
            <graph/agreement/1> {
              <agreement/1> a sq:SharingAgreement ; odrl:permission <agreement/1#p> .
              <agreement/1#p> a odrl:Permission ; odrl:assigner <organization/tax> ; odrl:assignee <organization/police> ;
                odrl:target <dataset/payers> .
            }
            <graph/usage/1> { <usage/1> a sq:UsageRecord ; sq:underGrant <agreement/1> ; sq:usageCount 3 . }
            <graph/account/li> { <account/li> a sq:Account ; dct:identifier "li" . }
            <graph/key/k1> { <key/k1> a sq:ApiKey ; sq:ofAccount <account/li> . }
            <graph/appointment/a1> { <appointment/a1> a sq:Appointment ; org:member <account/li> ;
            org:organization <organization/tax> . }
            <graph/appointment/a2> { <appointment/a2> a sq:Appointment ; org:member <account/wu> ; dct:spatial div:150600 . }
            <graph/receipt/r1> { <receipt/r1> a sq:DecisionReceipt ; sq:askedBy "http://localhost:8080/id/account/li" . }
            <graph/odd/1> { <odd/1> a <http://example.org/Unheard> ; dct:title "x" . }
            <graph/untyped/1> { <untyped/1> dct:title "x" . }
            <graph/mixed/1> {
              <organization/new> a org:FormalOrganization .
              <agreement/2> a sq:SharingAgreement ; odrl:permission <agreement/2#p> .
              <agreement/2#p> a odrl:Permission ; odrl:assigner <organization/health> ; odrl:assignee <organization/tax> .
            }
            """;

    final Store store;
    final Rights rights;
    private final ChangeDoor door;

    Bureau(Path folder) {
        store = Stores.open(folder, 0);
        door = ChangeDoor.open(store, Guard.NONE);
        var release = Release.into(DatasetGraphFactory.create());
        write(new Delta(List.of(), Iter.toList(release.find())));
        write(new Delta(List.of(), quads(CITY)));
        rights = Rights.over(store);
    }

    /** Adds what the text in TriG says. */
    void add(String trig) {
        write(new Delta(List.of(), quads(trig)));
    }

    /** Takes out what the text in TriG says. */
    void remove(String trig) {
        write(new Delta(quads(trig), List.of()));
    }

    void write(Delta delta) {
        door.apply(new Change("test", OptionalLong.empty(), now -> delta), Caller.operator());
    }

    static List<Quad> quads(String trig) {
        var dataset = DatasetGraphFactory.create();
        RDFParser.fromString(PREFIXES + trig, Lang.TRIG).base(BASE).parse(dataset);
        return Iter.toList(dataset.find());
    }

    /** The short names of the city's graphs that the caller sees. */
    Set<String> seenBy(Caller caller) {
        return Acting.as(caller, () -> seen(rights.sighted()));
    }

    static Set<String> seen(Store store) {
        try (var now = store.read()) {
            var names = new TreeSet<String>();
            now.dataset().listGraphNodes().forEachRemaining(graph -> {
                if (graph.getURI().startsWith(BASE)) {
                    names.add(graph.getURI().substring(BASE.length() + "graph/".length()));
                }
            });
            return names;
        }
    }

    static Caller in(String organization, Role... roles) {
        return caller(Stream.of(roles)
                .map(role -> Appointment.in(organization(organization), role))
                .toList());
    }

    static Caller over(String division, Role role) {
        return caller(List.of(
                Appointment.over(NodeFactory.createURI("https://w3id.org/shuqi/code/division/" + division), role)));
    }

    static Caller everywhere(Role role) {
        return caller(List.of(Appointment.everywhere(role)));
    }

    static Caller caller(List<Appointment> appointments) {
        return new Caller("someone", "someone", Set.copyOf(appointments));
    }

    static Node organization(String name) {
        return NodeFactory.createURI(BASE + "organization/" + name);
    }

    static <T> T as(Caller caller, Supplier<T> work) {
        return Acting.as(caller, work);
    }

    @Override
    public void close() {
        door.close();
        store.close();
    }
}
