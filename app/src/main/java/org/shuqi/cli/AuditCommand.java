package org.shuqi.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.shuqi.problem.Text;
import picocli.CommandLine.Command;

/** What proves that nobody changed the log since it was written. */
@Command(name = "audit")
final class AuditCommand implements Callable<Integer> {

    private final Terminal terminal;

    AuditCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The commands under this one. */
    static Map<String, Callable<Integer>> parts(Terminal terminal) {
        return Map.of(
                "checkpoint", new AuditCheckpointCommand(terminal),
                "keys", new AuditKeysCommand(terminal),
                "prove", new AuditProveCommand(terminal),
                "verify", new AuditVerifyCommand(terminal));
    }

    @Override
    public Integer call() {
        terminal.complain(Text.of(
                "请写明 checkpoint、keys、prove 或 verify；见 `shuqi audit --help`",
                "name checkpoint, keys, prove or verify; see `shuqi audit --help`"));
        return Exit.USAGE;
    }
}
