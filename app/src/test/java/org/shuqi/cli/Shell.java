package org.shuqi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shuqi.WorkedExample;

/** Runs commands inside the test, and children of their own. */
final class Shell {

    private Shell() {}

    /** What a command did. */
    record Ran(int code, String out, String err) {}

    /** Runs a command, as {@code bin/shuqi} would. */
    static Ran run(Object... words) {
        var args = List.of(words).stream().map(String::valueOf).toArray(String[]::new);
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var language = Terminal.language(List.of(args), Map.of());
        var code = Main.run(Terminal.of(out, err, language), args);
        return new Ran(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** A data folder with the worked example, loaded by the command; {@code registry.trig} stays beside it. */
    static Path example(Path folder) throws IOException {
        var data = folder.resolve("data");
        var file = Files.write(
                folder.resolve("registry.trig"), WorkedExample.registry().readAllBytes());
        var ran = run("load", "--data", data, file);
        if (ran.code() != 0) {
            throw new IllegalStateException(ran.err());
        }
        return data;
    }

    /** A process that runs the packaged classes with the jars beside them. */
    static ProcessBuilder child(Object... words) {
        var command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                "target/classes:target/lib/*",
                "org.shuqi.cli.Main"));
        List.of(words).stream().map(String::valueOf).forEach(command::add);
        return new ProcessBuilder(command);
    }
}
