package org.shuqi.clock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Sq;

/** Who answers for a time limit, and in which division they are. */
final class Parties {

    private final Facts facts;
    private final Facts frame;
    private final Map<Node, Optional<Node>> divisions = new HashMap<>();

    /**
     * Asks two.
     *
     * @param facts about the record
     * @param frame about organisations and where they are
     */
    Parties(Facts facts, Facts frame) {
        this.facts = facts;
        this.frame = frame;
    }

    /**
     * Who answers, and where.
     *
     * @param responsible sorted
     * @param divisions theirs, or of those whose authority was looked for; in the order of the organisations
     */
    record Found(List<Node> responsible, List<Node> divisions) {}

    Found of(Rule rule, Node record) {
        var named = sorted(rule.part().in(record, facts));
        var places = named.stream()
                .flatMap(each -> division(each).stream())
                .distinct()
                .toList();
        return rule.part() == Part.SHARING_AUTHORITY
                ? new Found(sorted(places.stream().flatMap(place -> authority(place).stream())), places)
                : new Found(named, places);
    }

    /** The authority of the division, else of the nearest one that it lies in. */
    private Optional<Node> authority(Node division) {
        return frame.areas(division).stream()
                .flatMap(area -> frame.having(Sq.authorityFor, area).stream())
                .findFirst();
    }

    /** Where the organisation is; a unit that does not say is where its superior is. */
    private Optional<Node> division(Node organization) {
        return divisions.computeIfAbsent(organization, each -> frame.withSuperiors(each)
                .flatMap(one -> frame.all(one, Dct.spatial).stream())
                .findFirst());
    }

    private static List<Node> sorted(Stream<Node> nodes) {
        return nodes.distinct().sorted(Facts::compare).toList();
    }
}
