package org.shuqi.api;

import io.micronaut.http.HttpRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.shuqi.clock.Clocks;
import org.shuqi.clock.State;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;
import org.shuqi.time.Instants;

/**
 * Which clocks a caller wants.
 *
 * @param filter which
 * @param at as they stand at this instant
 */
record ClockQuery(Clocks.Filter filter, Instant at) {

    private static final Set<String> NAMES = Set.of("organization", "state", "code", "until", "at");

    /** Reads the parameters of a list; those of paging are not looked at. */
    static ClockQuery of(HttpRequest<?> request, Records records, Settings settings) {
        var names = Stream.concat(NAMES.stream(), Paging.NAMES.stream()).collect(Collectors.toSet());
        var at = at(request, names, settings);
        var organizations = new HashSet<Node>();
        values(request, "organization")
                .forEach(id -> organizations.add(
                        records.read(RecordKind.ORGANIZATIONS, id).iri()));
        var states = values(request, "state").stream().map(ClockQuery::state).collect(Collectors.toSet());
        var codes = Set.copyOf(values(request, "code"));
        return new ClockQuery(new Clocks.Filter(organizations, codes, states, until(request)), at);
    }

    /**
     * The instant that is asked about; now if none is named.
     *
     * @param names the parameters that the route takes; any other is refused
     */
    static Instant at(HttpRequest<?> request, Set<String> names, Settings settings) {
        Given.requireKnown(request.getParameters().names(), names::contains, names);
        return one(request, "at")
                .map(text -> text.replace(' ', '+'))
                .map(text -> (text.indexOf('T') > 0 ? Instants.zoned(text) : Instants.date(text, settings.zone()))
                        .orElseThrow(() -> Refusal.of(
                                Kind.UNUSABLE,
                                "参数 `at` 的值 `%s` 不是时刻；应为带时区的时刻或者日期",
                                "the parameter `at` is `%s`; give an instant with its zone, or a date",
                                text)))
                .orElseGet(() -> settings.clock().instant());
    }

    private static State state(String code) {
        return State.of(code)
                .orElseThrow(() -> Refusal.of(
                        Kind.UNUSABLE,
                        "没有状态 `%s`；可用 running、paused、met、met-late、overdue",
                        "there is no state `%s`; use running, paused, met, met-late or overdue",
                        code));
    }

    private static Optional<LocalDate> until(HttpRequest<?> request) {
        return one(request, "until").map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException unreadable) {
                throw Refusal.of(
                        Kind.UNUSABLE,
                        "参数 `until` 的值 `%s` 不是日期；应如 2026-10-15",
                        "the parameter `until` is `%s`; give a date such as 2026-10-15",
                        text);
            }
        });
    }

    private static Optional<String> one(HttpRequest<?> request, String name) {
        return Questions.one(request.getParameters().asMap(), name);
    }

    private static List<String> values(HttpRequest<?> request, String name) {
        return Questions.items(request.getParameters().asMap().getOrDefault(name, List.of()));
    }
}
