package org.shuqi.web.cases;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.shuqi.api.TableFile;
import org.shuqi.casework.Cases;
import org.shuqi.supervision.Line;
import org.shuqi.supervision.Supervision;
import org.shuqi.supervision.ThreeLists;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Address;
import org.shuqi.web.Badge;
import org.shuqi.web.Pager;
import org.shuqi.web.View;

/** Puts the page of the three lists together. */
@Singleton
final class ThreeTabs {

    private static final Map<String, Node> TYPES = Map.of(
            "demand", Sq.DemandListEntry,
            "responsibility", Sq.ResponsibilityListEntry,
            "negative", Sq.NegativeListEntry);
    private static final List<String> TABS = List.of("demand", "responsibility", "negative");

    private final Office office;
    private final Cases cases;
    private final Supervision supervision;

    ThreeTabs(Office office, Cases cases, Supervision supervision) {
        this.office = office;
        this.cases = cases;
        this.supervision = supervision;
    }

    /** What of the lists is asked for: one of them, and words that have to occur in the title. */
    private record Wish(String tab, String text) {

        static Wish of(HttpRequest<?> request) {
            var asked = request.getParameters();
            return new Wish(
                    Optional.ofNullable(asked.get("tab")).filter(TABS::contains).orElse("demand"),
                    Optional.ofNullable(asked.get("q")).orElse("").strip());
        }

        List<Node> found(Look look) {
            return entries(look, tab).stream()
                    .filter(entry -> text.isEmpty()
                            || look.link(entry)
                                    .name()
                                    .text()
                                    .toLowerCase(Locale.ROOT)
                                    .contains(text.toLowerCase(Locale.ROOT)))
                    .toList();
        }
    }

    /** The whole list as a table to take away. */
    TableFile file(HttpRequest<?> request, View view) {
        var wish = Wish.of(request);
        var titles = List.of("entry", "by", "data", "purposes", "basis", "status", "finding").stream()
                .map(name -> view.t("cases.lists.column." + name))
                .collect(Collectors.toCollection(ArrayList::new));
        titles.add("IRI");
        return office.look(view, look -> {
            var negative = wish.tab().equals("negative") ? negative() : Map.<Node, Line>of();
            return new TableFile(
                    wish.tab(),
                    titles,
                    wish.found(look).stream()
                            .map(entry -> cells(
                                    entry, row(look, entry, wish.tab(), Optional.ofNullable(negative.get(entry)))))
                            .toList());
        });
    }

    private static List<String> cells(Node entry, ListsPage.Row row) {
        var cells = new ArrayList<String>();
        cells.add(row.title().name().text());
        for (var links : List.of(row.listed(), row.data(), row.purposes(), row.bases())) {
            cells.add(links.stream().map(link -> link.name().text()).collect(Collectors.joining("; ")));
        }
        cells.add(row.status().said().text());
        cells.add(row.finding().stream().map(badge -> badge.said().text()).collect(Collectors.joining("; ")));
        cells.add(entry.toString());
        return cells;
    }

    ListsPage page(HttpRequest<?> request, View view) {
        var wish = Wish.of(request);
        var tab = wish.tab();
        var text = wish.text();
        var wanted = Pager.wanted(request);
        return office.look(view, look -> {
            var found = wish.found(look);
            var pager = new Pager(wanted, Pager.ROWS, found.size());
            var negative = tab.equals("negative") ? negative() : Map.<Node, Line>of();
            return new ListsPage(
                    tab,
                    TABS.stream()
                            .map(name ->
                                    new ListsPage.Tab(name, entries(look, name).size()))
                            .toList(),
                    text,
                    Address.of("/lists/export").with("tab", tab).with("q", text),
                    found.stream()
                            .skip(pager.before())
                            .limit(Pager.ROWS)
                            .map(entry -> row(look, entry, tab, Optional.ofNullable(negative.get(entry))))
                            .toList(),
                    pager);
        });
    }

    private static List<Node> entries(Look look, String tab) {
        return look
                .registry()
                .find(Node.ANY, Rdf.type, Optional.ofNullable(TYPES.get(tab)).orElseThrow())
                .mapWith(Triple::getSubject)
                .toList()
                .stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(Node::toString))
                .toList();
    }

    private Map<Node, Line> negative() {
        var question = new ThreeLists.Question(Optional.empty(), Optional.empty(), OptionalLong.empty());
        var lines = new HashMap<Node, Line>();
        supervision.lists().negative(question, false).rows().forEach(line -> lines.put(line.record(), line));
        return lines;
    }

    private ListsPage.Row row(Look look, Node entry, String tab, Optional<Line> line) {
        var bases = new ArrayList<>(look.links(entry, Sq.legalBasis));
        bases.addAll(look.links(entry, Sq.matchedBy));
        return new ListsPage.Row(
                look.link(entry),
                look.links(entry, Sq.listedBy),
                look.links(entry, Sq.assetScope),
                look.links(entry, Sq.purposeScope),
                bases,
                look.status(cases.status(entry, look.registry())),
                finding(look, entry, tab, line));
    }

    private static List<Badge> finding(Look look, Node entry, String tab, Optional<Line> line) {
        return switch (tab) {
            case "negative" ->
                line
                        .map(one -> {
                            var isEnough = Boolean.TRUE.equals(one.facts().get("sufficient"));
                            return new Badge(
                                    isEnough ? Badge.Tone.GOOD : Badge.Tone.BAD,
                                    look.word(isEnough ? "cases.lists.sufficient" : "cases.lists.insufficient"));
                        })
                        .stream()
                        .toList();
            case "demand" -> {
                var isMet = !look.all(entry, Sq.matchedBy).isEmpty();
                yield List.of(new Badge(
                        isMet ? Badge.Tone.GOOD : Badge.Tone.WARN,
                        look.word(isMet ? "cases.lists.met" : "cases.lists.unmet")));
            }
            default -> List.of();
        };
    }
}
