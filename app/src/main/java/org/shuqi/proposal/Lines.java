package org.shuqi.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.shuqi.proposal.Proposal.Change;
import org.shuqi.proposal.Proposal.Line;
import org.shuqi.standard.Wording;

/** The difference of two descriptions: statement by statement for a word, line by line for a shape. */
final class Lines {

    /** Lines around a change that are shown too. */
    private static final int AROUND = 2;

    private static final PrefixMap PREFIXES = PrefixMapFactory.create(Wording.known());

    private Lines() {}

    static List<Line> between(Graph former, Graph proposed, boolean shape) {
        var nameless = has(former) || has(proposed);
        return shape || nameless ? lines(text(former), text(proposed)) : statements(former, proposed);
    }

    private static boolean has(Graph graph) {
        return graph.find().filterKeep(triple -> triple.getObject().isBlank()).hasNext();
    }

    private static List<Line> statements(Graph former, Graph proposed) {
        var all = new TreeSet<String>();
        former.find().mapWith(Lines::said).forEachRemaining(all::add);
        proposed.find().mapWith(Lines::said).forEachRemaining(all::add);
        var before = former.find().mapWith(Lines::said).toSet();
        var after = proposed.find().mapWith(Lines::said).toSet();
        var lines = new ArrayList<Line>();
        all.stream()
                .filter(statement -> !after.contains(statement))
                .forEach(statement -> lines.add(new Line(Change.REMOVED, statement)));
        all.stream()
                .filter(statement -> !before.contains(statement))
                .forEach(statement -> lines.add(new Line(Change.ADDED, statement)));
        // what is said anew stands under what was said before of the same property
        lines.sort(Comparator.comparing(line -> line.text().split(" ", 2)[0]));
        return lines;
    }

    private static String said(Triple triple) {
        return word(triple.getPredicate()) + " " + word(triple.getObject());
    }

    private static String word(Node node) {
        return NodeFmtLib.str(node, PREFIXES);
    }

    /** The Turtle without its prefixes; blocks in an order of their own, so that the same text is the same lines. */
    private static List<String> text(Graph graph) {
        return graph.isEmpty()
                ? List.of()
                : Wording.write(graph)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("PREFIX") && !line.startsWith("@prefix"))
                        .toList();
    }

    private static List<Line> lines(List<String> before, List<String> after) {
        var common = common(before, after);
        var all = new ArrayList<Line>();
        var i = 0;
        var j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                all.add(new Line(Change.SAME, before.get(i)));
                i++;
                j++;
            } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
                all.add(new Line(Change.REMOVED, before.get(i++)));
            } else {
                all.add(new Line(Change.ADDED, after.get(j++)));
            }
        }
        return nearChanges(all);
    }

    /** How long the longest common part of what follows is, from each place in both. */
    private static int[][] common(List<String> before, List<String> after) {
        var longest = new int[before.size() + 1][after.size() + 1];
        for (var i = before.size() - 1; i >= 0; i--) {
            for (var j = after.size() - 1; j >= 0; j--) {
                longest[i][j] = before.get(i).equals(after.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        return longest;
    }

    private static List<Line> nearChanges(List<Line> all) {
        var near = new ArrayList<Line>();
        for (var place = 0; place < all.size(); place++) {
            var from = Math.max(0, place - AROUND);
            var to = Math.min(all.size(), place + AROUND + 1);
            if (all.subList(from, to).stream().anyMatch(line -> line.change() != Change.SAME)) {
                near.add(all.get(place));
            }
        }
        return near;
    }
}
