package org.shuqi.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.shuqi.account.Passwords;
import org.shuqi.graph.Stores;
import org.shuqi.journal.Journal;
import org.shuqi.journal.JournalCheck;
import org.shuqi.problem.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a registry back from a backup, into a folder of its own, and verifies it. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "restore.data")
    private Path data = Path.of("data");

    @Parameters(paramLabel = "DIR", descriptionKey = "restore.from")
    private Path from = Path.of("");

    private final Terminal terminal;

    RestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var found = Stores.restore(from, data);
        Passwords.copy(from, data);
        Journal.copy(from, data);
        var journal = JournalCheck.of(data.resolve(Journal.FOLDER), List.of(), List.of());
        journal.faults().forEach(fault -> terminal.complain(fault.what()));
        found.faults().forEach(fault -> terminal.complain(fault));
        terminal.say(
                found.isSound()
                        ? Text.of(
                                "已恢复到 `%s` 并核对无误：修订 %d，%d 条陈述",
                                "restored to `%s` and verified: revision %d, %d statements",
                                data,
                                found.revision(),
                                found.quads())
                        : Text.of(
                                "已恢复到 `%s`，但核对有 %d 处不符",
                                "restored to `%s`, but verifying found %d faults",
                                data,
                                found.faults().size()));
        return found.isSound() && journal.isSound() ? Exit.FINE : Exit.NO;
    }
}
