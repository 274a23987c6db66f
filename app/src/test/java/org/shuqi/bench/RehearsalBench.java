package org.shuqi.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.generate.Generator;
import org.shuqi.proposal.Proposals;
import org.shuqi.proposal.Rehearsing;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;
import org.shuqi.standard.Wording;
import org.shuqi.vocabulary.Sq;

/**
 * How long it takes to say what changed words would do to a large registry: records that would fail, answers that would change.
 *
 * <p>The arguments are the number of datasets and, if it is to be kept, the folder of the registry. Times are by the clock,
 * two rounds of each; the stages are told apart. The CPU time of the process says the same on a busy machine.
 */
public final class RehearsalBench {

    private final Rehearsing rehearsing;
    private final Proposals proposals;

    private RehearsalBench(Registry registry) {
        this.rehearsing = new Rehearsing(
                registry.store(),
                registry.standard(),
                registry.decisions(),
                registry.settings().clock());
        this.proposals = new Proposals(registry.store(), registry.records(), registry.standard());
    }

    public static void main(String[] arguments) throws IOException {
        var datasets = arguments.length == 0 ? 100_000 : Long.parseLong(arguments[0]);
        var data = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("rehearsal-bench");
        if (!GeneratedData.isThere(data)) {
            var start = System.nanoTime();
            GeneratedData.into(data, Generator.of(datasets, 7, Settings.of(data).baseIri()));
            say("%,d datasets grown in %.0f s in %s", datasets, seconds(start), data);
        }
        var start = System.nanoTime();
        try (var registry = Registry.open(Settings.of(data))) {
            say("opened in %.1f s", seconds(start));
            var bench = new RehearsalBench(registry);
            for (var round = 1; round <= 2; round++) {
                say("round %d", round);
                bench.ask(
                        "a share type has another name",
                        Sq.code("sharing-attribute", "conditional"),
                        "有条件共享\"@zh",
                        "依条件共享\"@zh");
                bench.ask(
                        "a purpose stands below another",
                        Sq.code("purpose", "housing-fund"),
                        "skos:inScheme",
                        "skos:broader <https://w3id.org/shuqi/code/purpose/social-assistance> ; skos:inScheme");
                bench.ask("a level has another rank", Sq.code("level", "important"), "sq:rank", "sq:rank 4 , ");
                bench.stricter("a rule on catalogues is stricter", "S-CAT");
                bench.stricter("a rule on data sets is stricter", "S-CAT9");
            }
        }
    }

    private void stricter(String what, String shape) {
        ask(what, NodeFactory.createURI("https://w3id.org/shuqi/shapes#" + shape), "sh:minCount 1", "sh:minCount 2");
    }

    private void ask(String what, Node term, String was, String becomes) {
        var text = proposals.text(Optional.empty(), term);
        var at = text.replaceAll("(sh:minCount)\\s+1", "$1 1");
        if (!at.contains(was)) {
            throw new IllegalArgumentException(was + " is not in\n" + at);
        }
        var edits = proposals.edits(Wording.parse(at.replaceFirst(Pattern.quote(was), becomes)));
        var stages = new EnumMap<Rehearsing.Stage, Long>(Rehearsing.Stage.class);
        var cpu = cpuSeconds();
        var start = System.nanoTime();
        var found = rehearsing.of(edits, (stage, done, total) -> {
            synchronized (stages) {
                stages.putIfAbsent(stage, System.nanoTime());
            }
        });
        var end = System.nanoTime();
        var begins = List.of(
                stages.getOrDefault(Rehearsing.Stage.RECORDS, end), stages.getOrDefault(Rehearsing.Stage.ANSWERS, end));
        say(
                "%-34s %6.1f s, %.1f s CPU: words %.1f, records %.1f, answers %.1f; %,d records looked at, %,d would fail; %,d questions of %,d, %,d other answers",
                what,
                (end - start) / 1e9,
                cpuSeconds() - cpu,
                (begins.get(0) - start) / 1e9,
                (begins.get(1) - begins.get(0)) / 1e9,
                (end - begins.get(1)) / 1e9,
                found.looked(),
                found.failing(),
                found.answers().asked(),
                found.answers().possible(),
                found.answers().changed());
    }

    private static double cpuSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void say(String what, Object... values) {
        System.out.println(String.format(Locale.ROOT, what, values));
    }
}
