package org.shuqi.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shuqi.access.Caller;
import org.shuqi.exchange.LoadReport;
import org.shuqi.exchange.Loading;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Does all that loading does, but writing: against the shipped lists, and a registry if one is named. */
@Command(name = "validate")
final class ValidateCommand implements Callable<Integer> {

    @Mixin
    private final Intent intent = new Intent();

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "validate.data")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--base-iri", paramLabel = "IRI", descriptionKey = "baseIri")
    private String baseIri = Settings.DEFAULT_BASE_IRI;

    private final Terminal terminal;

    ValidateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        intent.requireUsable();
        return data.map(this::against).orElseGet(this::againstTheLists);
    }

    private int against(Path folder) {
        var place = new Place();
        place.data = folder;
        place.baseIri = baseIri;
        try (var registry = place.openExisting()) {
            return check(registry);
        }
    }

    private int againstTheLists() {
        return Scratch.use("shuqi-validate-", folder -> {
            try (var registry = Registry.open(Settings.of(folder).withBaseIri(baseIri))) {
                return check(registry);
            }
        });
    }

    private int check(Registry registry) {
        try (var bar = Bar.on(terminal)) {
            var loading = new Loading(registry.store(), registry.changes(), baseIri);
            var report = loading.rehearse(intent.order("validate", bar), Caller.operator());
            bar.close();
            new Summary(terminal).tell(report);
            intent.write(report, terminal);
            return report.verdict() == LoadReport.Verdict.SOUND ? Exit.FINE : Exit.NO;
        }
    }
}
