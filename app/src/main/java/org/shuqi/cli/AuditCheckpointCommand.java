package org.shuqi.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs the log as it is, and prints the note for whoever is to keep it elsewhere. */
@Command(name = "checkpoint")
final class AuditCheckpointCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Option(names = "--checkpoints", paramLabel = "DIR", descriptionKey = "audit.checkpoints")
    private @Nullable Path checkpoints;

    private final Terminal terminal;

    AuditCheckpointCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var registry = place.openExisting()) {
            var signed = registry.checkpoints(Optional.ofNullable(checkpoints)).sign();
            terminal.print(signed.note().spell().stripTrailing());
            return Exit.FINE;
        }
    }
}
