package org.shuqi.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;
import picocli.CommandLine.Option;

/** The options that say which registry a command is about. */
final class Place {

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "data")
    Path data = Path.of("data");

    @Option(names = "--base-iri", paramLabel = "IRI", descriptionKey = "baseIri")
    String baseIri = Settings.DEFAULT_BASE_IRI;

    @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "zone")
    ZoneId zone = Settings.DEFAULT_ZONE;

    Settings settings() {
        return new Settings(data, baseIri, zone, Optional.empty(), Clock.systemUTC());
    }

    /** Opens the registry, or begins one. */
    Registry open() {
        if (Files.exists(data) && !Files.isDirectory(data)) {
            throw Refusal.of(
                    Kind.UNUSABLE, "`%s` 不是文件夹；请用 --data 另指", "`%s` is not a folder; name another with --data", data);
        }
        return unlessInUse(() -> Registry.open(settings()));
    }

    /** Does what needs the folder for itself, and says what to do if somebody else has it. */
    <T> T unlessInUse(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            throw refusal.problem().kind() == Kind.OVERLOADED ? inUse() : refusal;
        }
    }

    /** Opens a registry that is there already. */
    Registry openExisting() {
        requireThere();
        return open();
    }

    void requireThere() {
        if (!Files.exists(data.resolve("changes.log"))) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`%s` 中没有登记库；请先 `shuqi load` 或 `shuqi serve`，或用 --data 另指",
                    "there is no registry in `%s`; begin one with `shuqi load` or `shuqi serve`, or name another with --data",
                    data);
        }
    }

    Refusal inUse() {
        return Refusal.of(
                Kind.OVERLOADED,
                "数据目录 `%s` 正被运行中的服务使用；请先停止它，或用 `decide --server URL`、HTTP 接口访问",
                "the data folder `%s` is in use by a running server; stop it, or ask it with `decide --server URL` or over HTTP",
                data);
    }
}
