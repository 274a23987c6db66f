package org.shuqi.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;

/** Runs the queries of {@code ontology/review}, row by row. */
final class Queries {

    /** Rows that a sort may hold in memory; the rest waits on disk. */
    private static final long SORTED_IN_MEMORY = 200_000;

    private final DatasetGraph dataset;
    private final LocalDate day;

    /**
     * Over the registry as it is at one revision.
     *
     * @param day the day of the review; queries compare dates by their first ten letters, so they get the days beside it,
     *     whatever the offsets of the dates
     */
    Queries(DatasetGraph dataset, LocalDate day) {
        this.dataset = dataset;
        this.day = day;
    }

    /** One row of a result. */
    record Row(Binding binding) {

        Node node(String name) {
            return find(name).orElseThrow(() -> new IllegalStateException("a query of the review lacks ?" + name));
        }

        Optional<Node> find(String name) {
            return Optional.ofNullable(binding.get(Var.alloc(name)));
        }
    }

    /** Hands over each row of the query of that name. */
    void each(String name, Consumer<Row> use) {
        try (var asking = QueryExec.dataset(dataset)
                .query(text(name))
                .substitution(
                        "yesterday",
                        NodeFactory.createLiteralString(day.minusDays(1).toString()))
                .substitution(
                        "tomorrow",
                        NodeFactory.createLiteralString(day.plusDays(1).toString()))
                .set(ARQ.spillToDiskThreshold, SORTED_IN_MEMORY)
                .build()) {
            asking.select().forEachRemaining(row -> use.accept(new Row(row)));
        }
    }

    private static Query text(String name) {
        var path = "/ontology/review/" + name + ".rq";
        try (var in = Queries.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + path);
            }
            return QueryFactory.create(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path, unreadable);
        }
    }
}
