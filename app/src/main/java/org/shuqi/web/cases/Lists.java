package org.shuqi.web.cases;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.access.Caller;
import org.shuqi.casework.Cases;
import org.shuqi.clock.TimeLimit;
import org.shuqi.record.RecordKind;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Crumb;
import org.shuqi.web.Pager;
import org.shuqi.web.Said;
import org.shuqi.web.View;
import org.shuqi.web.Where;

/** The lists of requests, agreements, corrections and disputes, ordered by clock: what is due first comes first. */
@Singleton
final class Lists {

    private static final Set<String> SIDES = Set.of("all", "due", "ours", "asked");

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 20;

    private final Office office;
    private final Cases cases;
    /** Where records stand is found once for a reader and a revision, since whoever looks through a list looks again. */
    private final Cache<Standing, Map<Node, Node>> standing =
            Caffeine.newBuilder().expireAfterAccess(KEPT).maximumSize(MOST_KEPT).build();

    Lists(Office office, Cases cases) {
        this.office = office;
        this.cases = cases;
    }

    /** A page of the list, as the address narrows it. */
    ListPage page(RecordKind kind, HttpRequest<?> request, View view, Caller caller) {
        var wanted = Pager.wanted(request);
        var filter = new Filter(
                parameter(request, "status"),
                Optional.of(parameter(request, "side")).filter(SIDES::contains).orElse("all"),
                parameter(request, "q"));
        return office.look(view, look -> {
            var limits = limits(look, kind);
            var found = inOrder(
                    records(look, kind)
                            .filter(taking(look, kind, filter, limits, caller))
                            .toList(),
                    limits);
            var pager = new Pager(wanted, Pager.ROWS, found.size());
            var rows = found.stream()
                    .skip(pager.before())
                    .limit(Pager.ROWS)
                    .map(record -> row(look, kind, record, Optional.ofNullable(limits.get(record))))
                    .toList();
            return new ListPage(
                    Where.list(kind).substring(1),
                    new ListPage.Filters(statuses(look, kind, filter), filter.side(), filter.text()),
                    rows,
                    pager);
        });
    }

    /** Whose view of which revision was asked about records of which kind. */
    private record Standing(Caller caller, long revision, RecordKind kind) {}

    private record Filter(String status, String side, String text) {}

    private static String parameter(HttpRequest<?> request, String name) {
        return Optional.ofNullable(request.getParameters().get(name)).orElse("").strip();
    }

    /** Of each record the limit that ends first. */
    private Map<Node, TimeLimit> limits(Look look, RecordKind kind) {
        var limits = new HashMap<Node, TimeLimit>();
        office.open(look, kind, Set.of()).forEach(limit -> limits.putIfAbsent(limit.record(), limit));
        return limits;
    }

    private Stream<Node> records(Look look, RecordKind kind) {
        return office.records().all(kind, look.now()).map(NodeFactory::createURI);
    }

    /** What has a time limit comes before what has none, which is most of them: these stand in order already. */
    private static List<Node> inOrder(List<Node> records, Map<Node, TimeLimit> limits) {
        var ordered = new ArrayList<Node>(records.size());
        records.stream()
                .filter(record -> dueOn(limits, record).isPresent())
                .sorted(Comparator.comparing(
                                (Node record) -> dueOn(limits, record).orElse(LocalDate.MAX))
                        .thenComparing(Node::getURI, Comparator.reverseOrder()))
                .forEach(ordered::add);
        for (var at = records.size() - 1; at >= 0; at--) {
            if (dueOn(limits, records.get(at)).isEmpty()) {
                ordered.add(records.get(at));
            }
        }
        return ordered;
    }

    private static Optional<LocalDate> dueOn(Map<Node, TimeLimit> limits, Node record) {
        return Optional.ofNullable(limits.get(record)).flatMap(TimeLimit::dueOn);
    }

    private Predicate<Node> taking(
            Look look, RecordKind kind, Filter filter, Map<Node, TimeLimit> limits, Caller caller) {
        var mine = caller.organizations();
        Predicate<Node> isOnSide =
                switch (filter.side()) {
                    case "due" ->
                        record -> Optional.ofNullable(limits.get(record))
                                .filter(limit -> mine.isEmpty()
                                        || limit.responsible().stream().anyMatch(mine::contains))
                                .isPresent();
                    case "ours" -> record -> from(look, kind, record).stream().anyMatch(mine::contains);
                    case "asked" -> record -> to(look, kind, record).stream().anyMatch(mine::contains);
                    default -> record -> true;
                };
        return isOnSide.and(standing(look, kind, filter.status(), caller))
                .and(record -> filter.text().isEmpty() || isCalled(look, record, filter.text()));
    }

    private Predicate<Node> standing(Look look, RecordKind kind, String status, Caller caller) {
        if (status.isEmpty()) {
            return record -> true;
        }
        var statuses = standing.get(
                new Standing(caller, look.now().revision(), kind),
                any -> cases.statuses(kind.types(), records(look, kind).toList(), look.registry()));
        return record -> Optional.ofNullable(statuses.get(record))
                .map(Look::last)
                .filter(status::equals)
                .isPresent();
    }

    private static boolean isCalled(Look look, Node record, String text) {
        var sought = text.toLowerCase(Locale.ROOT);
        return Stream.concat(look.all(record, Dct.identifier).stream(), look.all(record, Dct.title).stream())
                .filter(Node::isLiteral)
                .anyMatch(value ->
                        value.getLiteralLexicalForm().toLowerCase(Locale.ROOT).contains(sought));
    }

    private List<Handling.Word> statuses(Look look, RecordKind kind, Filter filter) {
        return cases.statuses(kind.types().get(0)).stream()
                .map(status -> new Handling.Word(
                        Look.last(status),
                        look.name(status),
                        Optional.empty(),
                        Look.last(status).equals(filter.status())))
                .toList();
    }

    private ListPage.Row row(Look look, RecordKind kind, Node record, Optional<TimeLimit> limit) {
        var data = data(look, kind, record);
        var number = look.said(record, Dct.identifier).map(Said::text).orElseGet(() -> office.records()
                .id(kind, record));
        return new ListPage.Row(
                new Crumb(Said.code(number), look.link(record).address()),
                look.said(record, Dct.title).orElse(Said.code("—")),
                from(look, kind, record).stream().map(look::link).toList(),
                to(look, kind, record).stream().map(look::link).toList(),
                data.stream().limit(2).map(look::link).toList(),
                Math.max(0, data.size() - 2),
                look.status(cases.status(record, look.registry())),
                limit.map(look::due));
    }

    /** Who asks; of an agreement who gives. */
    static List<Node> from(Look look, RecordKind kind, Node record) {
        return switch (kind) {
            case AGREEMENTS -> ends(look, record, Odrl.assigner);
            case DISPUTES -> look.all(record, Sq.disputant).stream().limit(1).toList();
            default -> {
                var named = look.all(record, Sq.requester);
                yield named.isEmpty() ? ends(look, record, Odrl.assignee) : named;
            }
        };
    }

    /** Who is asked; of an agreement who receives. */
    static List<Node> to(Look look, RecordKind kind, Node record) {
        return switch (kind) {
            case AGREEMENTS -> ends(look, record, Odrl.assignee);
            case DISPUTES -> look.all(record, Sq.disputant).stream().skip(1).toList();
            case CORRECTIONS -> look.all(record, Sq.respondent);
            default -> ends(look, record, Odrl.assigner);
        };
    }

    private static List<Node> ends(Look look, Node record, Node end) {
        var found = new HashSet<Node>();
        look.all(record, Odrl.permission).forEach(permission -> found.addAll(look.all(permission, end)));
        return found.stream().sorted(Comparator.comparing(Node::toString)).toList();
    }

    private static List<Node> data(Look look, RecordKind kind, Node record) {
        var targets = new ArrayList<Node>();
        if (kind == RecordKind.CORRECTIONS || kind == RecordKind.DISPUTES) {
            targets.addAll(look.all(record, Sq.about));
        } else {
            look.all(record, Odrl.permission).forEach(permission -> targets.addAll(look.all(permission, Odrl.target)));
        }
        var grants = new Grants(look);
        return targets.stream().map(grants::dataset).distinct().toList();
    }
}
