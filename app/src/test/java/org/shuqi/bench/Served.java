package org.shuqi.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server in a process of its own, so that its CPU time can be told from that of the load program. */
final class Served implements AutoCloseable {

    private static final String HEAP = System.getProperty("shuqi.server.heap", "6g");

    private static final String OPTIONS = System.getProperty("shuqi.server.options", "-XX:+UseG1GC");

    private final Process process;
    private final int port;
    private final double secondsToReady;

    private Served(Process process, int port, double secondsToReady) {
        this.process = process;
        this.port = port;
        this.secondsToReady = secondsToReady;
    }

    /** The registry in a data folder. */
    static Served registry(Path data) throws IOException {
        return start("org.shuqi.cli.Main", "serve", "--port", "0", "--data", data.toString(), "--open-on-loopback");
    }

    /** A bare Micronaut server with one answer. */
    static Served constant() throws IOException {
        return start(ConstantServer.class.getName());
    }

    private static Served start(String main, String... arguments) throws IOException {
        var words = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP,
                // the connections of one door rest while the others are measured
                "-Dshuqi.wire.idle=PT1H",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        words.addAll(List.of(arguments));
        words.addAll(1, List.of(OPTIONS.strip().split("\\s+")));
        var begin = System.nanoTime();
        var process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("ready ")) {
                return new Served(
                        process,
                        URI.create(line.substring("ready ".length()).strip()).getPort(),
                        (System.nanoTime() - begin) / 1e9);
            }
        }
        process.destroy();
        throw new IllegalStateException("the server did not start");
    }

    int port() {
        return port;
    }

    long id() {
        return process.pid();
    }

    /** From the start of the process to its readiness. */
    double secondsToReady() {
        return secondsToReady;
    }

    /** CPU time since it started. */
    long cpuNanos() {
        return process.info().totalCpuDuration().orElseThrow().toNanos();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
