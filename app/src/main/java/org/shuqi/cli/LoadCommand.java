package org.shuqi.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.shuqi.access.Caller;
import org.shuqi.exchange.LoadReport;
import org.shuqi.exchange.Loading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings files into the registry. */
@Command(name = "load")
final class LoadCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Mixin
    private final Intent intent = new Intent();

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "reason")
    private Optional<String> reason = Optional.empty();

    private final Terminal terminal;

    LoadCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        intent.requireUsable();
        try (var registry = place.open();
                var bar = Bar.on(terminal)) {
            var loading = new Loading(registry.store(), registry.changes(), place.baseIri);
            var report = loading.load(intent.order(why(), bar), Caller.operator());
            bar.close();
            new Summary(terminal).tell(report);
            intent.write(report, terminal);
            return report.verdict() == LoadReport.Verdict.WRITTEN
                            && report.receipt().droppedTotal() == 0
                    ? Exit.FINE
                    : Exit.NO;
        }
    }

    private String why() {
        return reason.orElseGet(() -> "load " + String.join(" ", intent.names()));
    }
}
