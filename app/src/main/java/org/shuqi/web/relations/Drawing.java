package org.shuqi.web.relations;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shuqi.chart.Caption;
import org.shuqi.chart.Matrix;
import org.shuqi.chart.Neighbourhood;
import org.shuqi.chart.Spans;
import org.shuqi.chart.Tone;
import org.shuqi.decision.Lists;
import org.shuqi.web.View;

/** Draws relations. */
final class Drawing {

    /** Most rows, and columns, of a matrix; those with the most are drawn. */
    private static final int MOST = 40;

    /** Most squares with something in them: more would make the page too heavy, and nobody looks at each. */
    private static final int MOST_CELLS = 400;

    /** Most lines of bars. */
    private static final int MOST_BARS = 30;

    private final View view;
    private final Names names;
    private final Wanted wanted;

    Drawing(View view, Wanted wanted) {
        this.view = view;
        this.names = new Names(view.language());
        this.wanted = wanted;
    }

    /**
     * A picture of some of the pairs.
     *
     * @param svg what is drawn; empty if there is nothing
     * @param left how many pairs are not in it
     */
    record Drawn(Optional<String> svg, long left) {}

    Drawn matrix(List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return new Drawn(Optional.empty(), 0);
        }
        var side = MOST;
        var field = field(pairs, side);
        while (field.cells().size() > MOST_CELLS) {
            side--;
            field = field(pairs, side);
        }
        var matrix = new Matrix(
                field.rows().stream().map(this::edge).toList(),
                field.columns().stream().map(this::edge).toList(),
                field.cells(),
                view.t("relations.corner"));
        var caption = new Caption(
                "matrix",
                view.t("relations.matrix"),
                view.t(
                        "relations.matrix.text",
                        field.rows().size(),
                        field.columns().size()));
        return new Drawn(
                Optional.of(matrix.picture(caption).svg()),
                pairs.size() - field.cells().size());
    }

    /** What of the matrix is drawn. */
    private record Field(List<Lists.Named> rows, List<Lists.Named> columns, List<Matrix.Cell> cells) {}

    private Field field(List<Pair> pairs, int side) {
        var rows = largest(pairs, Pair::provider, side);
        var columns = largest(pairs, Pair::recipient, side);
        var rowOf = places(rows);
        var columnOf = places(columns);
        var cells = pairs.stream()
                .filter(pair -> rowOf.containsKey(pair.provider().iri())
                        && columnOf.containsKey(pair.recipient().iri()))
                .map(pair -> cell(pair, rowOf, columnOf))
                .toList();
        return new Field(rows, columns, cells);
    }

    private Matrix.Cell cell(Pair pair, Map<String, Integer> rowOf, Map<String, Integer> columnOf) {
        return new Matrix.Cell(
                rowOf.getOrDefault(pair.provider().iri(), 0),
                columnOf.getOrDefault(pair.recipient().iri(), 0),
                pair.datasets().size(),
                said(pair),
                list(pair));
    }

    private Matrix.Name edge(Lists.Named named) {
        return new Matrix.Name(names.of(named).text(), around(named));
    }

    /** In words, for whoever does not see it and for whoever points at it. */
    private String said(Pair pair) {
        return view.t(
                "relations.pair",
                names.of(pair.provider()).text(),
                names.of(pair.recipient()).text(),
                pair.datasets().size());
    }

    /** Those with the most, in the order of their names. */
    private List<Lists.Named> largest(List<Pair> pairs, Function<Pair, Lists.Named> side, int most) {
        var sums = new HashMap<String, Integer>();
        var named = new LinkedHashMap<String, Lists.Named>();
        pairs.forEach(pair -> {
            var one = side.apply(pair);
            named.putIfAbsent(one.iri(), one);
            sums.merge(one.iri(), pair.datasets().size(), Integer::sum);
        });
        return named.values().stream()
                .sorted((one, other) -> sums.getOrDefault(other.iri(), 0) - sums.getOrDefault(one.iri(), 0))
                .limit(most)
                .sorted(names.order())
                .toList();
    }

    private static Map<String, Integer> places(List<Lists.Named> some) {
        var places = new HashMap<String, Integer>();
        some.forEach(one -> places.put(one.iri(), places.size()));
        return places;
    }

    Drawn neighbourhood(List<Pair> pairs, String centre, String name) {
        if (pairs.isEmpty()) {
            return new Drawn(Optional.empty(), 0);
        }
        var givers = pairs.stream()
                .filter(pair -> pair.recipient().iri().equals(centre))
                .map(pair -> neighbour(pair, pair.provider()))
                .toList();
        var takers = pairs.stream()
                .filter(pair -> pair.provider().iri().equals(centre))
                .map(pair -> neighbour(pair, pair.recipient()))
                .toList();
        var around = new Neighbourhood(name, givers, takers);
        var caption = new Caption(
                "neighbourhood",
                view.t("relations.neighbourhood", name),
                view.t("relations.neighbourhood.text", givers.size(), takers.size()));
        var drawn = around.givers().size() + around.takers().size();
        return new Drawn(Optional.of(around.picture(caption).svg()), givers.size() + takers.size() - drawn);
    }

    private Neighbourhood.Neighbour neighbour(Pair pair, Lists.Named other) {
        return new Neighbourhood.Neighbour(
                names.of(other).text(), pair.datasets().size(), said(pair), list(pair));
    }

    /** How long what passes holds, a line for each dataset. */
    Optional<String> bars(Map<String, List<Lists.Flow>> byDataset, Instant now, ZoneId zone) {
        var lines = byDataset.values().stream()
                .filter(flows ->
                        flows.stream().anyMatch(flow -> flow.validUntil().isPresent()))
                .limit(MOST_BARS)
                .map(this::line)
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var caption = new Caption("validity", view.t("relations.validity"), "");
        return Optional.of(new Spans(lines, now, view.t("relations.today"), zone)
                .picture(caption)
                .svg());
    }

    private Spans.Line line(List<Lists.Flow> flows) {
        var spans = flows.stream()
                .map(flow -> new Spans.Span(flow.validFrom(), flow.validUntil(), Tone.PLAIN))
                .distinct()
                .toList();
        var from = flows.stream().flatMap(flow -> flow.validFrom().stream()).min(Instant::compareTo);
        var until = flows.stream().flatMap(flow -> flow.validUntil().stream()).max(Instant::compareTo);
        var said = view.t(
                "relations.span",
                from.map(view::date).orElse(view.t("relations.always")),
                until.map(view::date).orElse(view.t("relations.open")));
        return new Spans.Line(names.of(flows.get(0).dataset()).text(), spans, said, "");
    }

    String list(Pair pair) {
        return wanted.address(id(pair.provider()), id(pair.recipient()), "");
    }

    String around(Lists.Named organization) {
        return wanted.address("", "", id(organization));
    }

    static String id(Lists.Named organization) {
        return Names.id(organization.iri(), "organization");
    }
}
