package org.shuqi.cli;

import java.util.concurrent.Callable;
import org.shuqi.graph.Stores;
import org.shuqi.problem.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the graph anew from the log, which gives back the disk that small changes have used up. */
@Command(name = "compact")
final class CompactCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    private final Terminal terminal;

    CompactCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        place.requireThere();
        var revision = place.unlessInUse(() -> Stores.rebuild(place.data));
        terminal.say(Text.of("已由日志重建：修订 %d", "made anew from the log: revision %d", revision));
        return Exit.FINE;
    }
}
