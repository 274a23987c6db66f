package org.shuqi.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shuqi.gate.Report;
import org.shuqi.problem.Text;
import org.shuqi.registry.Registry;
import org.shuqi.search.SearchIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proves that the registry is what its log says, and that it keeps the rules. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Option(names = "--no-shapes", descriptionKey = "noShapes")
    private boolean noShapes;

    @Option(names = "--checkpoints", paramLabel = "DIR", descriptionKey = "audit.checkpoints")
    private Optional<Path> checkpoints = Optional.empty();

    private final Terminal terminal;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var registry = place.openExisting()) {
            var sound = agrees(registry) & isFound(registry) & isWhole(registry);
            return (noShapes || keepsTheRules(registry)) && sound ? Exit.FINE : Exit.NO;
        }
    }

    /** Log, graph and what is derived from it say the same. */
    private boolean agrees(Registry registry) {
        try (var bar = Bar.on(terminal)) {
            bar.counts(Text.of("核对日志", "verifying the log"));
            var found = registry.store().verify(bar::at);
            bar.close();
            terminal.say(
                    found.isSound()
                            ? Text.of(
                                    "日志、图与索引一致：修订 %d，%d 条陈述",
                                    "log, graph and index agree: revision %d, %d statements",
                                    found.revision(),
                                    found.quads())
                            : Text.of(
                                    "日志、图与索引不一致：%d 处",
                                    "log, graph and index do not agree: %d faults",
                                    found.faults().size()));
            terminal.print(new Text("日志哈希 ", "hash of the log ").in(terminal.language()) + found.hash());
            found.faults().forEach(fault -> terminal.complain(new Text("  " + fault.zh(), "  " + fault.en())));
            return found.isSound();
        }
    }

    /** The search index finds what is there. */
    private boolean isFound(Registry registry) {
        try (var bar = Bar.on(terminal)) {
            bar.counts(Text.of("核对检索索引", "verifying the search index"));
            var faults = SearchIndex.check(registry.store(), registry.settings().data(), bar::at);
            bar.close();
            faults.forEach(terminal::complain);
            return faults.isEmpty();
        }
    }

    /** The journal is what its own lines and the checkpoints say. */
    private boolean isWhole(Registry registry) {
        var found = Journals.check(registry, checkpoints);
        found.faults().forEach(fault -> terminal.complain(fault.what()));
        terminal.say(
                found.isSound()
                        ? Text.of(
                                "台账完好：%d 行，其中 %d 行有检查点为证",
                                "the journal is sound: %d lines, of which a checkpoint proves %d",
                                found.size(),
                                found.agreed())
                        : Text.of(
                                "台账有 %d 处问题",
                                "the journal has %d faults", found.faults().size()));
        return found.isSound();
    }

    private boolean keepsTheRules(Registry registry) {
        Report report;
        try (var now = registry.store().read()) {
            report = registry.gate().checkAll(now.dataset());
        }
        terminal.say(Text.of(
                "规则检查：违反 %d 处，提醒 %d 处",
                "rules: %d violations, %d warnings",
                report.violations().size(),
                report.warnings().size()));
        Findings.list(terminal, report.violations());
        return report.conforms();
    }
}
