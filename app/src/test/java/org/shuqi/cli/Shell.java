package org.shuqi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
