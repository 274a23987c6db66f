package org.shuqi.cli;

import java.util.concurrent.Callable;
import org.shuqi.problem.Text;
import org.shuqi.proposal.Proposals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says how words and shapes differ from those in force. */
@Command(name = "diff")
final class OntologyDiffCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Mixin
    private final Edited edited = new Edited();

    private final Terminal terminal;

    OntologyDiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var registry = place.openExisting()) {
            var edits = edited.edits(Edited.proposals(registry));
            edits.forEach(edit -> {
                terminal.print(edit.term().getURI() + (edit.former().isEmpty() ? " *" : ""));
                Proposals.lines(edit)
                        .forEach(line -> terminal.print("  " + line.change().sign() + " " + line.text()));
            });
            terminal.complain(Text.of(
                    "现行版本 %s；%d 个词项不同",
                    "version %s is in force; %d terms differ",
                    registry.standard().current().number(),
                    edits.size()));
            return edits.isEmpty() ? Exit.FINE : Exit.NO;
        }
    }
}
