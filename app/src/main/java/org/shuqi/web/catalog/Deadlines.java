package org.shuqi.web.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.shuqi.clock.Clocks;
import org.shuqi.clock.State;
import org.shuqi.clock.TimeLimit;
import org.shuqi.graph.Snapshot;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;
import org.shuqi.web.Crumb;
import org.shuqi.web.Said;
import org.shuqi.web.View;
import org.shuqi.web.Where;
import org.shuqi.web.cases.Due;

/** The time limits of entries: until when they have to be updated, and reviewed. */
final class Deadlines {

    private static final Set<State> OPEN = Set.of(State.RUNNING, State.PAUSED, State.OVERDUE);

    private final Where where;
    private final Clocks clocks;
    private final Settings settings;
    private final Snapshot now;
    private final View view;

    Deadlines(Records records, Settings settings, Snapshot now, View view) {
        this.where = new Where(records);
        this.clocks = new Clocks(settings.zone(), settings.profile(), settings.baseIri());
        this.settings = settings;
        this.now = now;
        this.view = view;
    }

    /** All of one entry, also those that have been met. */
    List<Due> of(Node entry) {
        return drawn(clocks.of(now, entry, settings.clock().instant()));
    }

    /** Those of several entries that are still running. */
    Map<Node, List<Due>> open(Collection<Node> entries) {
        return clocks.of(now, entries, settings.clock().instant()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> drawn(each.getValue().stream()
                                .filter(limit -> OPEN.contains(limit.state()))
                                .toList())));
    }

    private List<Due> drawn(List<TimeLimit> limits) {
        return limits.stream()
                .map(limit -> Due.of(limit, now.union(), view, this::link))
                .toList();
    }

    private Crumb link(Node party) {
        return new Crumb(Said.name(now.union(), party, view.language()), where.of(party, now.union()));
    }
}
