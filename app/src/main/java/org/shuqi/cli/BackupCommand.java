package org.shuqi.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.shuqi.account.Passwords;
import org.shuqi.journal.Journal;
import org.shuqi.problem.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies all that is needed to bring the registry back. */
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Parameters(paramLabel = "DIR", descriptionKey = "backup.to")
    private Path to = Path.of("");

    private final Terminal terminal;

    BackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var registry = place.openExisting()) {
            var backup = registry.store().backup(to);
            // beside the store, which knows nothing of them
            Passwords.copy(place.data, to);
            Journal.copy(place.data, to);
            terminal.say(Text.of(
                    "已备份到 `%s`：修订 %d，哈希 %s",
                    "backed up to `%s`: revision %d, hash %s", to, backup.revision(), backup.hash()));
        }
        return Exit.FINE;
    }
}
