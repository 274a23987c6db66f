package org.shuqi.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.Demo;
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
import org.shuqi.rights.Rights;

/** A store with the release and the demo city, and its search index. */
final class Library implements AutoCloseable {

    private static final String PREFIXES =
            """
            PREFIX sq: <https://w3id.org/shuqi/ns#>
            PREFIX attr: <https://w3id.org/shuqi/code/sharing-attribute/>
            PREFIX level: <https://w3id.org/shuqi/code/level/>
            PREFIX odrl: <http://www.w3.org/ns/odrl/2/>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX org: <http://www.w3.org/ns/org#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            """;

    final Path folder;
    final Store store;
    final Rights rights;
    private final ChangeDoor door;
    SearchIndex index;

    private Library(Path folder) {
        this.folder = folder;
        store = Stores.open(folder, 0);
        door = ChangeDoor.open(store, Guard.NONE);
        rights = Rights.over(store);
        if (store.revision() == 0) {
            write(new Delta(
                    List.of(),
                    Iter.toList(Release.into(DatasetGraphFactory.create()).find())));
            write(new Delta(List.of(), Iter.toList(Demo.dataset().find())));
        }
        index = begin(folder);
    }

    /** An index that waits as long as it takes: tests run on slow machines. */
    SearchIndex begin(Path data) {
        return new SearchIndex(store, rights, data, Duration.ofMinutes(1));
    }

    static Library open(Path folder) {
        return new Library(folder);
    }

    Found search(Wanted wanted) {
        return as(Caller.operator(), () -> index.search(wanted));
    }

    /** The names of what is found of a kind. */
    List<String> names(String text, Group group) {
        return search(Wanted.of(text, group, 50)).hits().stream()
                .map(hit -> hit.name().zh())
                .toList();
    }

    void add(String trig) {
        write(new Delta(List.of(), quads(trig)));
    }

    void remove(String trig) {
        write(new Delta(quads(trig), List.of()));
    }

    void write(Delta delta) {
        door.apply(new Change("test", OptionalLong.empty(), now -> delta), Caller.operator());
    }

    static List<Quad> quads(String trig) {
        var dataset = DatasetGraphFactory.create();
        RDFParser.fromString(PREFIXES + trig, Lang.TRIG).base(Demo.BASE).parse(dataset);
        return Iter.toList(dataset.find());
    }

    static Caller in(String organization, Role role) {
        var node = NodeFactory.createURI(Demo.BASE + "organization/" + organization);
        return new Caller("someone", "someone", Set.of(Appointment.in(node, role)));
    }

    static <T> T as(Caller caller, Supplier<T> work) {
        return Acting.as(caller, work);
    }

    @Override
    public void close() {
        index.close();
        door.close();
        store.close();
    }
}
