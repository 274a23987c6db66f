package org.shuqi.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.proof.LogCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a proof out of a log file, for somebody who shall not have the log. */
@Command(name = "prove")
final class AuditProveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "LOG", arity = "0..1", descriptionKey = "audit.log")
    private Path log = Path.of("data/changes.log");

    @Option(names = "--revision", paramLabel = "N", descriptionKey = "audit.revision")
    private @Nullable Long revision;

    @Option(names = "--size", paramLabel = "N", descriptionKey = "audit.size")
    private @Nullable Long size;

    @Option(names = "--from", paramLabel = "N", descriptionKey = "audit.from")
    private @Nullable Long from;

    @Option(names = "--to", paramLabel = "N", descriptionKey = "audit.to")
    private @Nullable Long to;

    private final Terminal terminal;

    AuditProveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        AuditVerifyCommand.requireFile(log);
        if (revision != null && from == null) {
            print(LogCheck.inclusion(log, revision, number(size)).form());
        } else if (from != null && revision == null) {
            print(LogCheck.consistency(log, from, number(to)).form());
        } else {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "请给出 --revision（某一修订在日志中）或 --from（日志只增不改）之一",
                    "give either --revision, to prove that an entry is in the log, or --from, to prove that the log only grew");
        }
        return Exit.FINE;
    }

    private void print(Object form) throws JsonProcessingException {
        terminal.print(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(form));
    }

    private static OptionalLong number(@Nullable Long number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
