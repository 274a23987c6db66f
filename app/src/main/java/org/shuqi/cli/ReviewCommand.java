package org.shuqi.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.shuqi.problem.Text;
import org.shuqi.review.Finding;
import org.shuqi.review.FindingForm;
import org.shuqi.review.FindingKind;
import org.shuqi.review.FindingKind.Severity;
import org.shuqi.review.Reviews;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks through the whole register for what cannot hold. */
@Command(name = "review")
final class ReviewCommand implements Callable<Integer> {

    private static final Map<Severity, Text> SEVERITIES = new EnumMap<>(Map.of(
            Severity.ERROR, new Text("错误", "error"),
            Severity.WARNING, new Text("提醒", "warning"),
            Severity.INFO, new Text("提示", "info")));

    @Mixin
    private final Place place = new Place();

    @Option(names = "--at", paramLabel = "INSTANT", descriptionKey = "at")
    private Optional<String> at = Optional.empty();

    @Option(names = "--known-at", paramLabel = "N", descriptionKey = "knownAt")
    private Optional<Long> knownAt = Optional.empty();

    @Option(names = "--kind", paramLabel = "KIND", split = ",", descriptionKey = "review.kind")
    private List<String> kinds = new ArrayList<>();

    @Option(names = "--json", descriptionKey = "review.json")
    private boolean json;

    private final Terminal terminal;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<FindingKind, Integer> counts = new EnumMap<>(FindingKind.class);

    ReviewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var scope =
                new Reviews.Scope(wanted(), at, knownAt.map(OptionalLong::of).orElseGet(OptionalLong::empty));
        try (var registry = place.openExisting()) {
            var settings = registry.settings();
            var done = Reviews.over(registry.store(), registry.decisions(), settings.zone(), settings.clock())
                    .review(scope, this::show);
            terminal.complain(Text.of(
                    "发现 %d 处；修订 %d，时点 %s，问了 %d 个问题",
                    "%d findings; revision %d, at %s, %d questions asked",
                    counts.values().stream().mapToInt(Integer::intValue).sum(),
                    done.revision(),
                    done.at(),
                    done.questions()));
            counts.forEach((kind, count) -> terminal.complain(Text.of("  %s %d", "  %s %d", kind.code(), count)));
        }
        return counts.isEmpty() ? Exit.FINE : Exit.NO;
    }

    private Set<FindingKind> wanted() {
        var wanted = EnumSet.noneOf(FindingKind.class);
        kinds.forEach(code -> wanted.addAll(Reviews.Scope.kinds(code)));
        return wanted;
    }

    /** One line of JSON a finding, or a few lines for people. */
    private void show(Finding finding) {
        counts.merge(finding.kind(), 1, Integer::sum);
        if (json) {
            terminal.print(line(finding));
            return;
        }
        var severity = SEVERITIES.getOrDefault(finding.kind().severity(), new Text("", ""));
        terminal.print(
                "[" + severity.in(terminal.language()) + " " + finding.kind().code() + "] "
                        + finding.text().in(terminal.language()),
                "  " + String.join(" ", finding.records()),
                "  " + outcome(finding) + ": " + question(finding));
    }

    private String line(Finding finding) {
        try {
            return mapper.writeValueAsString(FindingForm.of(finding, terminal.language()));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private String outcome(Finding finding) {
        var witness = finding.witness();
        return witness.outcome()
                .map(outcome -> outcome.code() + " " + witness.stage().orElse(""))
                .orElseGet(() -> new Text("不予受理", "refused").in(terminal.language()));
    }

    /** The question as a command. */
    private static String question(Finding finding) {
        var words = new ArrayList<>(List.of("shuqi", "decide"));
        FindingForm.question(finding.witness().question()).forEach((name, value) -> {
            words.add("--" + name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT));
            words.add(
                    value instanceof List<?> list
                            ? String.join(
                                    ",", list.stream().map(String::valueOf).toList())
                            : String.valueOf(value));
        });
        return String.join(" ", words);
    }
}
