package org.shuqi.web.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shuqi.chart.Bars;
import org.shuqi.chart.Caption;
import org.shuqi.chart.Months;
import org.shuqi.supervision.Figure;
import org.shuqi.web.View;

/** Draws figures. */
record Drawing(View view, Period period) {

    private static final int MOST_BARS = 40;
    private static final int MOST_MONTHS = 24;

    /** Several figures, a bar each. */
    String figures(String id, String title, List<Figure> figures) {
        var numbers = new Numbers(view);
        var bars = figures.stream()
                .map(figure -> new Bars.Bar(
                        view.t(figure.label()),
                        figure.total().value().orElse(0.0),
                        numbers.said(figure.kind(), figure.total()),
                        period.address("/figures/" + figure.code()),
                        Numbers.tone(figure.code(), figure.total())))
                .toList();
        return new Bars(bars, 1).picture(new Caption(id, title, "")).svg();
    }

    /** One figure by organisation or group; the lowest first where that is what needs looking at. */
    Optional<String> parts(String id, String title, Figure figure, String dimension) {
        var numbers = new Numbers(view);
        var parts = of(figure, dimension).stream()
                .sorted(Comparator.comparing(
                        (Figure.Part part) -> part.cell().value().orElse(0.0), order(dimension)))
                .limit(MOST_BARS)
                .toList();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var isShare = figure.kind() == Figure.Kind.RATE || figure.kind() == Figure.Kind.MIX;
        var bars = parts.stream()
                .map(part -> new Bars.Bar(
                        view.t(part.name()),
                        part.cell().value().orElse(0.0),
                        numbers.said(figure.kind(), part.cell()),
                        period.address("/figures/" + figure.code(), dimension, part.key()),
                        dimension.equals("group")
                                ? org.shuqi.chart.Tone.PLAIN
                                : Numbers.tone(figure.code(), part.cell())))
                .toList();
        return Optional.of(new Bars(bars, isShare ? 1 : 0)
                .picture(new Caption(id, title, ""))
                .svg());
    }

    private static Comparator<Double> order(String dimension) {
        return dimension.equals("group") ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }

    /** One figure month by month. */
    Optional<String> months(String id, String title, Figure figure) {
        var all = new ArrayList<>(of(figure, "month"));
        if (all.size() < 2) {
            return Optional.empty();
        }
        var numbers = new Numbers(view);
        var isShare = figure.kind() == Figure.Kind.RATE;
        var columns = all.subList(Math.max(0, all.size() - MOST_MONTHS), all.size()).stream()
                .map(part -> new Months.Column(
                        part.key(),
                        part.cell().value().orElse(0.0),
                        isShare
                                ? part.cell().value().map(Numbers::percent).orElse("—")
                                : numbers.value(figure.kind(), part.cell()),
                        period.address("/figures/" + figure.code(), "month", part.key()),
                        Numbers.tone(figure.code(), part.cell())))
                .toList();
        return Optional.of(new Months(columns, isShare ? 1 : 0)
                .picture(new Caption(id, title, ""))
                .svg());
    }

    private static List<Figure.Part> of(Figure figure, String dimension) {
        return figure.parts().stream()
                .filter(part -> part.dimension().equals(dimension))
                .toList();
    }
}
