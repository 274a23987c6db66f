package org.shuqi.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shuqi.journal.Disposal;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.registry.Registry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Disposes of what the journal has kept for long enough, and leaves its seals and a line that says so. */
@Command(name = "dispose")
final class DisposeCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Option(names = "--before", paramLabel = "DATE", required = true, descriptionKey = "dispose.before")
    private LocalDate before = LocalDate.MAX;

    @Option(names = "--by", paramLabel = "NAME", required = true, descriptionKey = "dispose.by")
    private String by = "";

    @Option(names = "--approved-by", paramLabel = "NAME", required = true, descriptionKey = "dispose.approvedBy")
    private String approvedBy = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "dispose.reason")
    private String reason = "";

    @Option(names = "--dry-run", descriptionKey = "dispose.dryRun")
    private boolean dryRun;

    @Option(names = "--checkpoints", paramLabel = "DIR", descriptionKey = "audit.checkpoints")
    private Optional<Path> checkpoints = Optional.empty();

    private final Terminal terminal;

    DisposeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var decided = new Disposal.Decided(by, approvedBy, reason);
        try (var registry = place.openExisting()) {
            requireSound(registry);
            var disposal = registry.journal().disposal(before);
            if (disposal.months().isEmpty()) {
                terminal.say(Text.of(
                        "`%s` 之前没有可销毁的台账", "of what was noted before `%s` nothing is left to dispose of", before));
                return Exit.FINE;
            }
            terminal.say(what(disposal));
            if (dryRun) {
                terminal.say(Text.of("只是试算，什么也没有销毁", "a dry run: nothing was disposed of"));
                return Exit.FINE;
            }
            var line = registry.journal().dispose(disposal, decided);
            registry.checkpoints(checkpoints).sign();
            terminal.say(Text.of(
                    "已销毁，记入台账第 %d 行并已签署", "disposed of; noted in line %d of the journal, and signed", line.number()));
            return Exit.FINE;
        }
    }

    /** What was changed is evidence, and stays until somebody has looked into it. */
    private void requireSound(Registry registry) {
        var found = Journals.check(registry, checkpoints);
        found.faults().forEach(fault -> terminal.complain(fault.what()));
        if (!found.isSound()) {
            throw Refusal.of(
                    Kind.BROKEN,
                    "台账有问题，查明之前不销毁任何一行",
                    "the journal has faults; nothing of it goes until they are cleared up");
        }
    }

    private static Text what(Disposal disposal) {
        var months = disposal.months();
        return Text.of(
                "台账 %s 至 %s，第 %d 到 %d 行，共 %d 行，根 %s",
                "the journal of %s to %s, lines %d to %d, %d of them, root %s",
                months.get(0),
                months.get(months.size() - 1),
                disposal.first(),
                disposal.last(),
                disposal.lines(),
                disposal.root());
    }
}
