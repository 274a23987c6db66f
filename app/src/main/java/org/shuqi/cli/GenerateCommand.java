package org.shuqi.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shuqi.generate.Generator;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.registry.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Grows an invented registry, as N-Quads. */
@Command(name = "generate")
final class GenerateCommand implements Callable<Integer> {

    @Option(names = "--datasets", paramLabel = "N", descriptionKey = "datasets", required = true)
    private long datasets;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed")
    private long seed = 1;

    @Option(names = "--base-iri", paramLabel = "IRI", descriptionKey = "baseIri")
    private String baseIri = Settings.DEFAULT_BASE_IRI;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "output")
    private Optional<Path> output = Optional.empty();

    private final Terminal terminal;

    GenerateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (datasets < 1) {
            throw Refusal.of(Kind.UNUSABLE, "`--datasets` 至少为 1", "`--datasets` must be at least 1");
        }
        var generator = Generator.of(
                datasets,
                seed,
                Settings.of(Path.of("data")).withBaseIri(baseIri).baseIri());
        try (var out = Output.to(output, terminal)) {
            generator.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Exit.FINE;
    }
}
