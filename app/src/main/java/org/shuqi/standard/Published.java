package org.shuqi.standard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.vocabulary.Release;

/** The words and shapes as anybody may fetch them, of any version there has been. */
public final class Published {

    private final InForce now;

    private Published(InForce now) {
        this.now = now;
    }

    /** Of what holds now. */
    public static Published of(InForce now) {
        return new Published(now);
    }

    /** The terms of a version; empty if there was no such version. */
    public Optional<Graph> terms(String number) {
        return until(number).map(versions -> {
            var terms = edited(
                    shippedTerms(),
                    edits(versions).stream()
                            .filter(edit -> !edit.isShape())
                            .filter(edit -> Places.home(edit.term(), edit.proposed())
                                    .filter(Places.ONTOLOGY::equals)
                                    .isPresent())
                            .toList());
            if (!versions.isEmpty()) {
                versions.get(versions.size() - 1).mark(terms, Places.ONTOLOGY);
            }
            return terms;
        });
    }

    /** The shapes of a version; empty if there was no such version. */
    public Optional<Graph> shapes(String number) {
        return until(number).map(InForce::published);
    }

    /** What holds of what one shipped file says; empty if nothing of it was changed since. */
    public Optional<Graph> file(String path, Graph shipped) {
        var subjects = Wording.subjects(shipped);
        var mine = edits(now.versions()).stream()
                .filter(edit -> subjects.contains(edit.term()) || isList(path, edit))
                .toList();
        return mine.isEmpty() ? Optional.empty() : Optional.of(edited(shipped, mine));
    }

    /** A new code goes to the file of its list. */
    private static boolean isList(String path, TermEdit edit) {
        return path.startsWith("ontology/schemes/")
                && !edit.isShape()
                && Places.home(edit.term(), edit.proposed())
                        .filter(home -> Release.parts().stream()
                                .anyMatch(part ->
                                        part.path().equals(path) && part.graph().equals(home.getURI())))
                        .isPresent();
    }

    private Optional<List<InForce.Version>> until(String number) {
        if (number.equals(Release.VERSION)) {
            return Optional.of(List.of());
        }
        var versions = new ArrayList<InForce.Version>();
        for (var version : now.versions()) {
            versions.add(version);
            if (version.number().equals(number)) {
                return Optional.of(versions);
            }
        }
        return Optional.empty();
    }

    private static List<TermEdit> edits(List<InForce.Version> versions) {
        return versions.stream().flatMap(version -> version.edits().stream()).toList();
    }

    private static Graph edited(Graph graph, List<TermEdit> edits) {
        return InForce.edited(graph, edits);
    }

    private static Graph shippedTerms() {
        var all = GraphFactory.createDefaultGraph();
        Release.parts().stream()
                .filter(part -> part.graph().equals(Places.ONTOLOGY.getURI()))
                .forEach(part -> {
                    try (var in = part.open()) {
                        RDFParser.source(in).lang(Lang.TURTLE).parse(all);
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                });
        return all;
    }
}
