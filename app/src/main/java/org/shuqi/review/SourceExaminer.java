package org.shuqi.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Sq;

/** Designations in force that name different sources for the same data: the engine then accepts none of them. */
final class SourceExaminer implements Examiner {

    @Override
    public void examine(Session session, Consumer<Finding> found) {
        var asking = new Asking(session);
        var done = new TreeSet<String>();
        session.queries().each("sources-contradict", row -> {
            if (done.add(row.node("asset").getURI())) {
                judge(session, asking, row.node("asset"), found);
            }
        });
    }

    private static void judge(Session session, Asking asking, Node asset, Consumer<Finding> found) {
        var register = session.register();
        var designations = register.subjects(Sq.assetScope, asset).stream()
                .filter(one -> register.isA(one, Sq.SourceDesignation))
                .filter(one -> register.narrowest(one).contains(session.at()))
                .toList();
        var owners = register.firstSubjects(Sq.dataItem, asset, 1);
        var dataset = owners.stream().findFirst().orElse(asset);
        var publishers = register.iris(dataset, Dct.publisher);
        var sources = designations.stream()
                .flatMap(one -> register.iris(one, Sq.sourceDepartment).stream())
                .filter(one -> !publishers.contains(one))
                .distinct()
                .toList();
        var named = designations.stream()
                .flatMap(one -> register.iris(one, Sq.sourceDepartment).stream())
                .collect(java.util.stream.Collectors.toSet());
        if (named.size() < 2 || sources.isEmpty()) {
            return;
        }
        var items = owners.isEmpty() ? List.<String>of() : List.of(asset.getURI());
        asking.aboutEntry(dataset.getURI(), items, Optional.of(sources.get(0)), heard -> heard.isAt("S2"))
                .ifPresent(heard -> found.accept(Words.aboutSources(
                        register,
                        Stream.concat(Stream.of(asset), designations.stream())
                                .map(Node::getURI)
                                .toList(),
                        Set.copyOf(named),
                        heard)));
    }
}
