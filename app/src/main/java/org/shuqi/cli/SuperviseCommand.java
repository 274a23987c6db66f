package org.shuqi.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.shuqi.clock.Clocks;
import org.shuqi.problem.Text;
import org.shuqi.registry.Registry;
import org.shuqi.supervision.Breach;
import org.shuqi.supervision.ClockLimits;
import org.shuqi.supervision.Supervision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks for the violations of the Order that the records show. */
@Command(name = "supervise")
final class SuperviseCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Option(names = "--code", paramLabel = "CODE", split = ",", descriptionKey = "supervise.code")
    private List<String> codes = new ArrayList<>();

    @Option(names = "--organization", paramLabel = "ORG", descriptionKey = "supervise.organization")
    private Optional<String> organization = Optional.empty();

    @Option(names = "--at", paramLabel = "INSTANT", descriptionKey = "at")
    private Optional<String> at = Optional.empty();

    @Option(names = "--known-at", paramLabel = "N", descriptionKey = "knownAt")
    private Optional<Long> knownAt = Optional.empty();

    @Option(names = "--json", descriptionKey = "supervise.json")
    private boolean json;

    private final Terminal terminal;
    private final ObjectMapper mapper = new ObjectMapper();

    SuperviseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var question = new Supervision.Question(
                codes, organization, at, knownAt.map(OptionalLong::of).orElseGet(OptionalLong::empty));
        try (var registry = place.openExisting()) {
            var found = supervision(registry).violations(question);
            found.rows().forEach(this::show);
            terminal.complain(Text.of(
                    "发现 %d 项；修订 %d，时点 %s",
                    "%d violations; revision %d, at %s", found.rows().size(), found.revision(), found.at()));
            var counts = new TreeMap<>(
                    found.rows().stream().collect(Collectors.groupingBy(Breach::code, Collectors.counting())));
            counts.forEach((code, count) -> terminal.complain(Text.of("  %s %d", "  %s %d", code, count)));
            return found.rows().isEmpty() ? Exit.FINE : Exit.NO;
        }
    }

    private static Supervision supervision(Registry registry) {
        var settings = registry.settings();
        var clocks = new Clocks(settings.zone(), settings.profile(), settings.baseIri());
        return new Supervision(
                registry.store(), registry.records(), ClockLimits.of(clocks), settings.zone(), settings.clock());
    }

    /** One line of JSON a violation, or two lines for people. */
    private void show(Breach breach) {
        var records = breach.records().stream().map(Object::toString).toList();
        if (!json) {
            terminal.print(
                    "[" + breach.code() + "] " + breach.text().in(terminal.language()),
                    "  " + breach.since() + " " + String.join(" ", records));
            return;
        }
        var line = new LinkedHashMap<String, Object>();
        line.put("id", breach.id());
        line.put("code", breach.code());
        line.put("organization", breach.party().toString());
        line.put("records", records);
        line.put("since", breach.since().toString());
        line.put("text", breach.text().in(terminal.language()));
        try {
            terminal.print(mapper.writeValueAsString(line));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
