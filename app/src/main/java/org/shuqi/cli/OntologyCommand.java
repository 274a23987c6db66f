package org.shuqi.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.shuqi.problem.Text;
import picocli.CommandLine.Command;

/** Changes of the words and shapes. */
@Command(name = "ontology")
final class OntologyCommand implements Callable<Integer> {

    private final Terminal terminal;

    OntologyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The commands under this one. */
    static Map<String, Callable<Integer>> parts(Terminal terminal) {
        return Map.of(
                "diff", new OntologyDiffCommand(terminal),
                "rehearse", new OntologyRehearseCommand(terminal),
                "publish", new OntologyPublishCommand(terminal));
    }

    @Override
    public Integer call() {
        terminal.complain(Text.of(
                "请写明 diff、rehearse 或 publish；见 `shuqi ontology --help`",
                "name diff, rehearse or publish; see `shuqi ontology --help`"));
        return Exit.USAGE;
    }
}
