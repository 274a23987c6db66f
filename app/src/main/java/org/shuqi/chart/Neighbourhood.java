package org.shuqi.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One in the middle, to the left those who give to it, to the right those who receive from it. Nothing crosses and every
 * name can be read, which a free layout of as many does not give.
 *
 * @param centre the name in the middle
 * @param givers on the left
 * @param takers on the right
 */
public record Neighbourhood(String centre, List<Neighbour> givers, List<Neighbour> takers) {

    /** Most names that are drawn, the middle among them. */
    public static final int MOST = 60;

    private static final double STEP = 36;
    private static final double NAME = 230;
    private static final double LINES = 150;
    private static final double MIDDLE = 200;
    private static final double WIDTH = 2 * NAME + 2 * LINES + MIDDLE;
    private static final double TALL = 44;
    private static final double HEAD = 8;

    /** Takes those with the most, if there are too many to be drawn; they keep their order. */
    public Neighbourhood {
        var half = (MOST - 1) / 2;
        var leftRoom = Math.max(half, MOST - 1 - takers.size());
        givers = most(givers, leftRoom);
        takers = most(takers, MOST - 1 - givers.size());
    }

    /**
     * A name beside the middle.
     *
     * @param label the name
     * @param count how much passes
     * @param said what it means in words
     * @param href address of the list behind it; empty if there is none
     */
    public record Neighbour(String label, long count, String said, String href) {}

    /** Draws it. */
    public Picture picture(Caption caption) {
        var height = Math.max(2, Math.max(givers.size(), takers.size())) * STEP;
        var svg = Svg.begin(caption, "group", WIDTH, height);
        var centreLeft = NAME + LINES;
        var most = Stream.concat(givers.stream(), takers.stream())
                .mapToLong(Neighbour::count)
                .max()
                .orElse(1);
        side(svg, givers, true, height, most);
        side(svg, takers, false, height, most);
        svg.shape(
                "rect",
                "x",
                centreLeft,
                "y",
                height / 2 - TALL / 2,
                "width",
                MIDDLE,
                "height",
                TALL,
                "rx",
                4,
                "class",
                "centre");
        svg.label(centre, centreLeft + MIDDLE / 2, height / 2, MIDDLE - 16, "on-centre middle");
        return svg.end(WIDTH, height);
    }

    private static void side(Svg svg, List<Neighbour> some, boolean left, double height, long most) {
        var top = (height - some.size() * STEP) / 2;
        for (var at = 0; at < some.size(); at++) {
            var y = top + at * STEP + STEP / 2;
            // lines meet the middle spread over its side, in the order of the names
            var inner = height / 2 + (some.size() < 2 ? 0 : ((double) at / (some.size() - 1) - 0.5) * (TALL - 8));
            draw(svg, some.get(at), left, y, inner, most);
        }
    }

    private static void draw(Svg svg, Neighbour one, boolean left, double y, double inner, long most) {
        var outerX = left ? NAME + 6 : WIDTH - NAME - 6;
        var innerX = left ? NAME + LINES : WIDTH - NAME - LINES;
        var bend = left ? LINES / 2 : -LINES / 2;
        var thick = 1 + 4 * Math.log1p(one.count()) / Math.log1p(Math.max(1, most));
        svg.part(one.href(), one.said());
        svg.element("title", one.said());
        svg.shape(
                "rect", "x", left ? 0 : WIDTH - NAME, "y", y - STEP / 2, "width", NAME, "height", STEP, "class", "hit");
        svg.shape(
                "path",
                "d",
                "M" + Svg.number(outerX) + " " + Svg.number(y) + "C" + Svg.number(outerX + bend) + " " + Svg.number(y)
                        + " " + Svg.number(innerX - bend) + " " + Svg.number(inner) + " " + Svg.number(innerX) + " "
                        + Svg.number(inner),
                "class",
                "flow",
                "stroke-width",
                thick);
        arrow(svg, left ? innerX : outerX, left ? inner : y);
        svg.label(
                one.label() + " " + one.count(),
                left ? NAME - 4 : WIDTH - NAME + 4,
                y,
                NAME - 8,
                left ? "name last" : "name");
        svg.endPart(one.href());
    }

    /** Data go from left to right: into the middle, or to the name. */
    private static void arrow(Svg svg, double tip, double y) {
        var back = tip - HEAD;
        svg.shape(
                "path",
                "d",
                "M" + Svg.number(tip) + " " + Svg.number(y) + "L" + Svg.number(back) + " " + Svg.number(y - HEAD / 2)
                        + "V" + Svg.number(y + HEAD / 2) + "Z",
                "class",
                "head");
    }

    private static List<Neighbour> most(List<Neighbour> some, int room) {
        if (some.size() <= room) {
            return List.copyOf(some);
        }
        var kept = new ArrayList<>(some);
        kept.sort(Comparator.comparingLong(Neighbour::count).reversed());
        var chosen = Set.copyOf(kept.subList(0, Math.max(0, room)));
        return some.stream().filter(chosen::contains).limit(Math.max(0, room)).toList();
    }
}
