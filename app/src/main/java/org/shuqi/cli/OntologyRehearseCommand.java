package org.shuqi.cli;

import java.util.concurrent.Callable;
import org.shuqi.problem.Text;
import org.shuqi.proposal.Rehearsal;
import org.shuqi.proposal.Rehearsing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says what publishing would do to the records and to the answers. */
@Command(name = "rehearse")
final class OntologyRehearseCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Mixin
    private final Edited edited = new Edited();

    private final Terminal terminal;

    OntologyRehearseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (var registry = place.openExisting();
                var bar = Bar.on(terminal)) {
            var edits = edited.edits(Edited.proposals(registry));
            var rehearsing = new Rehearsing(
                    registry.store(),
                    registry.standard(),
                    registry.decisions(),
                    registry.settings().clock());
            bar.counts(Text.of("预演", "rehearsing"));
            var found = rehearsing.of(edits, (stage, done, total) -> bar.at(done));
            bar.ends();
            tell(found);
            return found.isPublishable() ? Exit.FINE : Exit.NO;
        }
    }

    private void tell(Rehearsal found) {
        found.uses().forEach(use -> terminal.print(use.term() + " " + use.statements()));
        terminal.print(
                Text.of(
                                "记录：检查 %d 条，%d 条将不符合规则，%d 条将被提醒",
                                "records: %d checked, %d would break a rule, %d would be warned about",
                                found.looked(),
                                found.failing(),
                                found.warned())
                        .in(terminal.language()),
                Text.of(
                                "判定：问了 %d 个问题（共 %d 个），%d 个结果会改变",
                                "answers: %d questions asked of %d, %d would be other ones",
                                found.answers().asked(),
                                found.answers().possible(),
                                found.answers().changed())
                        .in(terminal.language()));
        found.answers()
                .turns()
                .forEach(turn -> terminal.print(
                        "  " + turn.before().code() + " -> " + turn.after().code() + " " + turn.count()));
        Findings.list(terminal, found.faults());
        Findings.list(terminal, found.findings());
    }
}
