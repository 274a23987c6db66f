package org.shuqi.web.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shuqi.search.Facet;
import org.shuqi.search.Found;
import org.shuqi.search.Group;
import org.shuqi.search.Hit;
import org.shuqi.search.Wanted;
import org.shuqi.web.Pager;
import org.shuqi.web.Said;
import org.shuqi.web.View;

/** Draws what was found. */
final class Findings {

    /** Values of a facet that are shown. */
    private static final int CHOICES = 8;

    private final View view;
    private final Addresses addresses;

    Findings(View view, Addresses addresses) {
        this.view = view;
        this.addresses = addresses;
    }

    /** The page before anything was asked for. */
    FindPage nothing() {
        return new FindPage("", false, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), false, 0);
    }

    FindPage page(Wanted wanted, Found found, int page) {
        var pager = wanted.group().map(group -> new Pager(page, Pager.ROWS, found.total()));
        return new FindPage(
                wanted.text(),
                true,
                tabs(wanted, found),
                sections(wanted, found),
                filters(wanted, found),
                wanted.narrowed().isEmpty() ? Optional.empty() : Optional.of(loosened()),
                pager.filter(some -> some.total() > 0),
                found.isLoose(),
                found.revision());
    }

    private String loosened() {
        var changes = new ArrayList<String>();
        for (var facet : Facet.values()) {
            changes.add(facet.code());
            changes.add("");
        }
        return view.with(changes);
    }

    private List<FindPage.Tab> tabs(Wanted wanted, Found found) {
        var tabs = new ArrayList<FindPage.Tab>();
        var all = found.groups().values().stream().mapToLong(Long::longValue).sum();
        tabs.add(new FindPage.Tab(
                "all", all, view.with("kind", ""), wanted.group().isEmpty()));
        for (var group : Group.values()) {
            var isChosen = wanted.group().filter(group::equals).isPresent();
            if (found.of(group) > 0 || isChosen) {
                tabs.add(new FindPage.Tab(group.code(), found.of(group), view.with("kind", group.code()), isChosen));
            }
        }
        return tabs;
    }

    private List<FindPage.Section> sections(Wanted wanted, Found found) {
        return Stream.of(Group.values())
                .filter(group -> !found.hits(group).isEmpty())
                .map(group -> section(group, wanted, found))
                .toList();
    }

    private FindPage.Section section(Group group, Wanted wanted, Found found) {
        var rows = found.hits(group).stream().map(hit -> row(hit, found)).toList();
        var all = wanted.group().isEmpty() && found.of(group) > rows.size()
                ? Optional.of(view.with("kind", group.code()))
                : Optional.<String>empty();
        return new FindPage.Section(group.code(), found.of(group), rows, all, group == Group.DATASETS);
    }

    private FindPage.Row row(Hit hit, Found found) {
        return new FindPage.Row(
                Picks.said(hit.name().isEmpty() ? found.name(hit.iri().getURI()) : hit.name(), view),
                addresses.of(hit),
                addresses.code(hit),
                hit.code().orElse(""),
                hit.within().map(dataset -> Picks.said(found.name(dataset.getURI()), view)),
                said(hit.of(hit.group() == Group.TERMS ? Facet.SCHEME : Facet.ORGANIZATION), found),
                said(
                        Stream.of(Facet.ATTRIBUTE, Facet.STATUS)
                                .flatMap(facet -> hit.of(facet).stream())
                                .toList(),
                        found));
    }

    private List<Said> said(List<String> iris, Found found) {
        return iris.stream().map(iri -> Picks.said(found.name(iri), view)).toList();
    }

    private List<FindPage.Filter> filters(Wanted wanted, Found found) {
        var filters = new ArrayList<FindPage.Filter>();
        for (var facet : Facet.values()) {
            var values = found.facets().getOrDefault(facet, List.of());
            var chosen = wanted.narrowed().getOrDefault(facet, Set.of());
            if (values.size() > 1 || !chosen.isEmpty()) {
                filters.add(filter(facet, values, chosen, found));
            }
        }
        return filters;
    }

    private FindPage.Filter filter(Facet facet, List<Found.Counted> values, Set<String> chosen, Found found) {
        var shown = Stream.concat(
                        values.stream().filter(value -> isAmong(value.value(), chosen)),
                        values.stream().filter(value -> !isAmong(value.value(), chosen)))
                .limit(CHOICES)
                .map(value -> choice(facet, value, isAmong(value.value(), chosen), found))
                .toList();
        return new FindPage.Filter(facet.code(), shown, Math.max(0, values.size() - shown.size()));
    }

    private FindPage.Choice choice(Facet facet, Found.Counted value, boolean isChosen, Found found) {
        var last = value.value().substring(value.value().lastIndexOf('/') + 1);
        return new FindPage.Choice(
                Picks.said(found.name(value.value()), view),
                value.count(),
                view.with(facet.code(), isChosen ? "" : last),
                isChosen);
    }

    private static boolean isAmong(String value, Set<String> chosen) {
        return chosen.stream().anyMatch(one -> value.equals(one) || value.endsWith("/" + one));
    }
}
