package org.shuqi.web.figures;

import java.util.Locale;
import java.util.Set;
import org.shuqi.chart.Tone;
import org.shuqi.supervision.Figure;
import org.shuqi.web.View;

/** Figures in words. */
record Numbers(View view) {

    /** What is as it should be if it is high. */
    private static final Set<String> HIGH = Set.of(
            "reply-on-time-unconditional",
            "reply-on-time-conditional",
            "delivery-on-time",
            "correction-on-time",
            "catalogue-coverage",
            "catalogue-timeliness",
            "inclusion-on-time",
            "return-flow-fulfilment");

    private static final double GOOD = 0.95;
    private static final double FAIR = 0.8;

    String value(Figure.Kind kind, Figure.Cell cell) {
        return cell.value()
                .map(value -> switch (kind) {
                    case RATE -> percent(value);
                    case MIX -> view.number(cell.denominator());
                    case MEDIAN -> view.t("figures.days", String.format(Locale.ROOT, "%.1f", value));
                    case SUM -> view.number(Math.round(value));
                })
                .orElse("—");
    }

    String of(Figure.Kind kind, Figure.Cell cell) {
        if (cell.denominator() == 0) {
            return view.t("figures.nothing");
        }
        return kind == Figure.Kind.RATE
                ? view.t("figures.of", view.number(cell.numerator()), view.number(cell.denominator()))
                : view.t("figures.records", view.number(cell.denominator()));
    }

    /** A part of a picture: the share with the counts that it was made of. */
    String said(Figure.Kind kind, Figure.Cell cell) {
        if (kind != Figure.Kind.RATE && kind != Figure.Kind.MIX) {
            return value(kind, cell);
        }
        return cell.value()
                .map(value -> percent(value) + " (" + view.number(cell.numerator()) + "/"
                        + view.number(cell.denominator()) + ")")
                .orElse("—");
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }

    static Tone tone(String code, Figure.Cell cell) {
        if (!HIGH.contains(code) || cell.value().isEmpty()) {
            return Tone.PLAIN;
        }
        double share = cell.value().get();
        if (share >= GOOD) {
            return Tone.GOOD;
        }
        return share >= FAIR ? Tone.WARN : Tone.BAD;
    }
}
