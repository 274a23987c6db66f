package org.shuqi.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What holds from when until when: agreements and their suspensions, assessments, appointments.
 *
 * @param lines from top to bottom
 * @param now where the mark of the present stands
 * @param today what the mark is called
 * @param zone where the days of the scale begin
 */
public record Spans(List<Line> lines, Instant now, String today, ZoneId zone) {

    private static final double WIDTH = 720;
    private static final double STEP = 30;
    private static final double THICK = 14;
    private static final double ABOVE = 38;
    private static final double GAP = 10;
    private static final double LONGEST_LABEL = 240;
    private static final int MOST_TICKS = 7;
    private static final List<Integer> MONTHS = List.of(1, 3, 6, 12, 24, 60, 120, 240, 600);

    public Spans {
        lines = List.copyOf(lines);
    }

    /**
     * One line.
     *
     * @param label what it is about
     * @param spans what holds, in any order; later ones are drawn over earlier ones
     * @param said all of it in words, dates with it
     * @param href address of what it is about; empty if there is none
     */
    public record Line(String label, List<Span> spans, String said, String href) {
        public Line {
            spans = List.copyOf(spans);
        }
    }

    /**
     * One bar.
     *
     * @param from its beginning; empty if it always was
     * @param until its end, exclusive; empty if it has none
     * @param tone how it is meant
     */
    public record Span(Optional<Instant> from, Optional<Instant> until, Tone tone) {}

    /** Draws them. */
    public Picture picture(Caption caption) {
        var linked = lines.stream().anyMatch(line -> !line.href().isEmpty());
        var height = ABOVE + Math.max(1, lines.size()) * STEP;
        var svg = Svg.begin(linked ? caption : inWords(caption), linked ? "group" : "img", WIDTH, height);
        var left = Math.min(
                        LONGEST_LABEL,
                        lines.stream()
                                .mapToDouble(line -> Letters.width(line.label()))
                                .max()
                                .orElse(0))
                + GAP;
        var scale = Scale.of(lines, now, zone, left);
        scale.ticks().forEach(tick -> tick(svg, scale, tick, height));
        for (var at = 0; at < lines.size(); at++) {
            draw(svg, lines.get(at), scale, left, ABOVE + at * STEP);
        }
        var here = scale.x(now);
        svg.shape("line", "x1", here, "y1", 16.0, "x2", here, "y2", height, "class", "now");
        var anchor = here > WIDTH - Letters.width(today) ? "now-name last" : "now-name middle";
        svg.element("text", today, "x", here, "y", 12.0, "class", anchor);
        return svg.end(WIDTH, height);
    }

    private void tick(Svg svg, Scale scale, LocalDate day, double height) {
        var x = scale.x(day.atStartOfDay(zone).toInstant());
        svg.shape("line", "x1", x, "y1", ABOVE - 6, "x2", x, "y2", height, "class", "grid");
        svg.element("text", day.toString(), "x", x, "y", ABOVE - 10, "class", "tick middle");
    }

    private static void draw(Svg svg, Line line, Scale scale, double left, double top) {
        svg.part(line.href(), line.label() + ": " + line.said());
        svg.open("g").element("title", line.said());
        svg.shape("rect", "x", 0, "y", top, "width", WIDTH, "height", STEP, "class", "hit");
        svg.label(line.label(), 0, top + STEP / 2, left - GAP, "name");
        for (var span : line.spans()) {
            var from = span.from().map(scale::x).orElse(scale.left());
            var until = span.until().map(scale::x).orElse(WIDTH);
            svg.shape(
                    "rect",
                    "x",
                    from,
                    "y",
                    top + (STEP - THICK) / 2,
                    // even a day can be seen
                    "width",
                    Math.max(2, until - from),
                    "height",
                    THICK,
                    "class",
                    "fill " + span.tone().style());
        }
        svg.close("g").endPart(line.href());
    }

    private Caption inWords(Caption caption) {
        var all = lines.stream().map(line -> line.label() + ": " + line.said()).collect(Collectors.joining("; "));
        return new Caption(caption.id(), caption.title(), (caption.description() + " " + all).strip());
    }

    /** Where an instant lies on the paper. */
    private record Scale(Instant from, Instant until, ZoneId zone, double left) {

        static Scale of(List<Line> lines, Instant now, ZoneId zone, double left) {
            var ends = new ArrayList<Instant>();
            ends.add(now);
            lines.stream().flatMap(line -> line.spans().stream()).forEach(span -> {
                span.from().ifPresent(ends::add);
                span.until().ifPresent(ends::add);
            });
            var first = ends.stream().min(Instant::compareTo).orElse(now);
            var last = ends.stream().max(Instant::compareTo).orElse(now);
            var room = Math.max(ChronoUnit.DAYS.getDuration().multipliedBy(30).toMillis(), millis(first, last)) / 20;
            return new Scale(first.minusMillis(room), last.plusMillis(room), zone, left);
        }

        private static long millis(Instant from, Instant until) {
            return until.toEpochMilli() - from.toEpochMilli();
        }

        double x(Instant at) {
            var share = (double) millis(from, at) / Math.max(1, millis(from, until));
            return left + (WIDTH - left) * Math.min(1, Math.max(0, share));
        }

        /** First days of months, few enough that their names do not touch. */
        List<LocalDate> ticks() {
            var first = from.atZone(zone).toLocalDate();
            var last = until.atZone(zone).toLocalDate();
            for (var months : MONTHS) {
                var ticks = ticks(first, last, months);
                if (ticks.size() <= MOST_TICKS) {
                    return ticks;
                }
            }
            return List.of();
        }

        private List<LocalDate> ticks(LocalDate first, LocalDate last, int months) {
            var ticks = new ArrayList<LocalDate>();
            var years = Math.max(1, months / 12);
            var day = LocalDate.of(first.getYear() - Math.floorMod(first.getYear(), years), 1, 1);
            for (; !day.isAfter(last); day = day.plusMonths(months)) {
                var half = Letters.width(day.toString()) / 2;
                var x = x(day.atStartOfDay(zone).toInstant());
                if (!day.isBefore(first) && x - half >= left && x + half <= WIDTH) {
                    ticks.add(day);
                }
            }
            return ticks;
        }
    }
}
