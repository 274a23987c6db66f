package org.shuqi.sheet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** Finds each thing of a file in the registry, or the place where it belongs. */
final class Placing {

    private final DatasetGraph now;
    private final Directory directory;
    private final String base;
    private final Optional<Node> catalog;
    private final Optional<String> template;
    private final Map<Node, Home> homes = new HashMap<>();
    private final Set<Node> taken = new HashSet<>();

    /** @param catalog where entries go; else each goes to the catalogue of its provider */
    Placing(DatasetGraph now, Directory directory, String base, Optional<Node> catalog, Optional<String> template) {
        this.now = now;
        this.directory = directory;
        this.base = base;
        this.catalog = catalog;
        this.template = template;
    }

    /** A catalogue and its graph; neither if there is none, or more than one. */
    private record Home(Optional<Node> catalog, Optional<Node> graph, String several) {}

    Place of(Draft draft) {
        var place =
                switch (draft.form()) {
                    case ENTRY -> entry(draft);
                    case SYSTEM, DUTY, DEMAND, AGREEMENT -> own(draft);
                };
        if (taken.add(place.iri())) {
            return place;
        }
        // the rows say themselves that they are the same thing twice; here the second must not spoil the first
        return new Place(unnamed(draft), place.graph(), place.catalog(), false);
    }

    private Place entry(Draft draft) {
        var home = catalog.map(this::homeOf)
                .or(() -> draft.nodes("provider").stream().findFirst().map(this::homeOfProvider));
        home.filter(each -> each.graph().isEmpty())
                .ifPresent(each -> draft.findings().add(homeless(draft, each.several())));
        var graph = home.flatMap(Home::graph).orElse(unplaced());
        var listing = home.flatMap(Home::catalog);
        var code = Fold.half(draft.unit().text("code"));
        if (code.isEmpty()) {
            var known = byTitle(graph, draft.unit().text("name"));
            return new Place(known.orElseGet(() -> unnamed(draft)), graph, listing, known.isPresent());
        }
        var known = by(graph, Dct.identifier, NodeFactory.createLiteralString(code), Dcat.Dataset);
        if (known.isPresent()) {
            return new Place(known.get(), graph, listing, true);
        }
        var fresh = directory.freshDataset(code);
        if (now.contains(Node.ANY, fresh, Rdf.type, Node.ANY)) {
            draft.findings()
                    .add(draft.table()
                            .fault(
                                    draft.unit().first(),
                                    "code",
                                    "code-taken",
                                    "代码 `%s` 已用于另一目录的条目；请改用未使用的代码，或者用 catalog 参数指明目录",
                                    "the code `%s` is used by an entry of another catalogue; take one that is free, or name the catalogue with `catalog`",
                                    code));
            return new Place(unnamed(draft), graph, listing, false);
        }
        return new Place(fresh, graph, listing, false);
    }

    private static Finding homeless(Draft draft, String several) {
        return several.isEmpty()
                ? draft.table()
                        .fault(
                                draft.unit().first(),
                                "provider",
                                "catalog-missing",
                                "`%s` 还没有目录；请先用 POST /api/v1/catalogs 建立，或者用 catalog 参数指明目录",
                                "`%s` has no catalogue yet; make one with POST /api/v1/catalogs, or name one with `catalog`",
                                draft.unit().text("provider"))
                : draft.table()
                        .fault(
                                draft.unit().first(),
                                "provider",
                                "catalog-several",
                                "`%s` 有多个目录（%s）；请用 catalog 参数指明",
                                "`%s` keeps more than one catalogue (%s); name one with `catalog`",
                                draft.unit().text("provider"),
                                several);
    }

    private Home homeOf(Node named) {
        return homes.computeIfAbsent(named, this::found);
    }

    private Home found(Node some) {
        return new Home(Optional.of(some), graphOf(some, Dcat.Catalog), "");
    }

    private Home homeOfProvider(Node provider) {
        return homes.computeIfAbsent(provider, some -> {
            var found = new TreeSet<String>();
            now.find(Node.ANY, Node.ANY, Dct.publisher, some).forEachRemaining(quad -> {
                if (now.contains(quad.getGraph(), quad.getSubject(), Rdf.type, Dcat.Catalog)) {
                    found.add(quad.getSubject().toString());
                }
            });
            if (found.size() != 1) {
                return new Home(Optional.empty(), Optional.empty(), String.join(", ", found));
            }
            return found(NodeFactory.createURI(found.first()));
        });
    }

    /** Everything but entries has a graph of its own. */
    private Place own(Draft draft) {
        var type = draft.form().type();
        var known = known(draft);
        var iri =
                known.orElseGet(() -> NodeFactory.createURI(base + draft.form().segment() + "/" + id(draft)));
        var there = known.flatMap(some -> graphOf(some, type).or(() -> graphOf(some, Sq.SharingAgreement)));
        return new Place(
                iri,
                there.orElseGet(() ->
                        NodeFactory.createURI(base + "graph/" + draft.form().segment() + "/" + id(draft))),
                Optional.empty(),
                there.isPresent());
    }

    private Optional<Node> known(Draft draft) {
        var minted = NodeFactory.createURI(base + draft.form().segment() + "/" + id(draft));
        if (now.contains(Node.ANY, minted, Rdf.type, Node.ANY)) {
            return Optional.of(minted);
        }
        if (draft.form() == Form.AGREEMENT) {
            return Optional.empty();
        }
        var code = Fold.half(draft.unit().text("code"));
        return code.isEmpty()
                ? by(
                        Node.ANY,
                        Dct.title,
                        NodeFactory.createLiteralLang(draft.unit().text("name"), "zh"),
                        draft.form().type())
                : by(
                        Node.ANY,
                        Dct.identifier,
                        NodeFactory.createLiteralString(code),
                        draft.form().type());
    }

    private String id(Draft draft) {
        var code = Fold.half(draft.unit().text("code"));
        var name = Fold.slug(draft.unit().text("name"));
        return switch (draft.form()) {
            case SYSTEM -> name;
            case AGREEMENT -> template.orElse("register") + "-" + Fold.slug(code);
            case DEMAND -> "demand-" + (code.isEmpty() ? name : Fold.slug(code)) + "-" + owner(draft);
            case DUTY, ENTRY -> code.isEmpty() ? name : Fold.slug(code);
        };
    }

    private static String owner(Draft draft) {
        return draft.nodes("provider").stream()
                .findFirst()
                .map(EntryChecks::local)
                .orElse("nobody");
    }

    private Optional<Node> graphOf(Node iri, Node type) {
        var graphs = new TreeSet<String>();
        now.find(Node.ANY, iri, Rdf.type, type)
                .forEachRemaining(quad -> graphs.add(quad.getGraph().toString()));
        return graphs.stream().findFirst().map(NodeFactory::createURI);
    }

    private Optional<Node> byTitle(Node graph, String name) {
        return by(graph, Dct.title, NodeFactory.createLiteralLang(name, "zh"), Dcat.Dataset)
                .or(() -> by(graph, Dct.title, NodeFactory.createLiteralString(name), Dcat.Dataset));
    }

    private Optional<Node> by(Node graph, Node property, Node value, Node type) {
        var found = new TreeSet<String>();
        now.find(graph, Node.ANY, property, value).forEachRemaining(quad -> {
            if (now.contains(quad.getGraph(), quad.getSubject(), Rdf.type, type)) {
                found.add(quad.getSubject().toString());
            }
        });
        return found.stream().findFirst().map(NodeFactory::createURI);
    }

    /** For a thing that cannot be written as it is: it is looked at, so that all its faults can be told. */
    private Node unnamed(Draft draft) {
        return NodeFactory.createURI(base + draft.form().segment() + "/unnamed-"
                + Fold.slug(draft.table().sheet().name()) + "-"
                + (draft.unit().first().row() + 1));
    }

    private Node unplaced() {
        return NodeFactory.createURI(base + "graph/import/unplaced");
    }
}
