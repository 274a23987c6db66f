package org.shuqi.supervision;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;

/** What one organisation has catalogued and asked for. */
final class Covered {

    private final Node party;
    private final Map<String, Integer> missing = new TreeMap<>();
    private final Map<String, Integer> demands = new TreeMap<>();
    private int entries;
    private int published;
    private int complete;

    Covered(Node party) {
        this.party = party;
    }

    void count(Asking.Row entry) {
        entries++;
        published += entry.isTrue("published") ? 1 : 0;
        var lacking = ThreeLists.ELEMENTS.stream()
                .filter(element -> !entry.isTrue(element))
                .toList();
        complete += lacking.isEmpty() ? 1 : 0;
        lacking.forEach(element -> missing.merge(element, 1, Integer::sum));
    }

    void demand(String state) {
        demands.merge(state, 1, Integer::sum);
    }

    Line line(Desk.Look look) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("entries", entries);
        facts.put("published", published);
        facts.put("complete", complete);
        facts.put("missing", missing);
        facts.put("demands", demands);
        var name = look.names().of(party);
        return new Line(party, name, Optional.of(party), Optional.of(name), facts);
    }
}
