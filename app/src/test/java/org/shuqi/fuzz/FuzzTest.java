package org.shuqi.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Parsers of ours take any bytes: what they cannot read they refuse in words.
 *
 * <p>By default a kept corpus is read, and some hundred mutants of each of its files, the same ones every time. The long
 * profile lets Jazzer search, guided by the branches that it sees taken: {@code -Dshuqi.fuzz.runs} executions of each parser,
 * or as many as {@code -Dshuqi.fuzz.seconds} allow. What was executed is written to {@code target/fuzz.csv},
 * what made one fail to {@code target/fuzz-found}. Parsers that
 * need a server, or an open registry, are searched only.
 */
class FuzzTest {

    private static final Path CORPUS = Path.of("src", "test", "resources", "fuzz");
    private static final int MUTANTS = 200;
    private static final List<String> JAZZER = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:-OmitStackTraceInFastThrow",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "com.code_intelligence.jazzer.Jazzer",
            "--instrumentation_includes=org.shuqi.**:org.apache.jena.riot.**:org.apache.jena.sparql.lang.**"
                    + ":org.dhatim.**:org.apache.commons.csv.**",
            "--custom_hook_excludes=io.netty.**:io.micronaut.**:ch.qos.logback.**",
            "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection",
            "-max_len=4096",
            "-timeout=120",
            "-rss_limit_mb=4096",
            "-print_final_stats=1",
            "-seed=809");

    private static final Pattern REACHED = Pattern.compile("cov: (\\d+) .*corp: (\\d+)/");
    private static final Pattern EXECUTED = Pattern.compile("stat::number_of_executed_units:\\s+(\\d+)");

    @ParameterizedTest
    @MethodSource("parsers")
    void theCorpusIsTakenWithoutAFault(String parser) throws Exception {
        var random = new Random(Long.getLong("shuqi.seed", 809));
        var kept = kept(parser);

        assertThat(kept).isNotEmpty();
        for (var seed : kept) {
            run(parser, seed);
            for (var i = 0; i < MUTANTS; i++) {
                run(parser, mutant(seed, random));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("wanted")
    @Tag("slow")
    void aSearchFindsNoFault(String parser, @TempDir Path folder) throws Exception {
        var seconds = Integer.getInteger("shuqi.fuzz.seconds", 600);
        var runs = Long.getLong("shuqi.fuzz.runs", 20_000);
        var found = Files.createDirectories(Path.of("target", "fuzz-found"));
        var corpus = Files.createDirectories(folder.resolve("corpus"));
        var said = folder.resolve("said.txt");
        keep(parser, corpus);
        var command = new ArrayList<>(JAZZER);
        command.addAll(List.of(
                "--target_class=" + parser,
                "-runs=" + runs,
                "-max_total_time=" + seconds,
                "-artifact_prefix=" + found.resolve(simpleName(parser) + "-"),
                corpus.toString()));

        var began = System.nanoTime();
        var jazzer = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        var ended = jazzer.waitFor(seconds + 180L, TimeUnit.SECONDS);
        if (!ended) {
            jazzer.destroyForcibly();
        }

        var text = Files.readString(said, StandardCharsets.ISO_8859_1);
        var sound = ended && jazzer.exitValue() == 0;
        note(parser, text, sound, Duration.ofNanos(System.nanoTime() - began));
        assertThat(sound).as(tail(text)).isTrue();
        // what ends so early was not reached by the search at all
        assertThat(last(EXECUTED, text, 1)).as(tail(text)).isGreaterThan(Math.min(100, runs - 1));
    }

    /** What a search begins with. */
    private static void keep(String parser, Path corpus) throws ReflectiveOperationException, IOException {
        var seeds = new ArrayList<byte[]>();
        if (Files.isDirectory(CORPUS.resolve(simpleName(parser)))) {
            seeds.addAll(kept(parser));
        }
        if (isGuest(parser)) {
            for (var seed : (List<?>) Class.forName(parser).getMethod("seeds").invoke(null)) {
                seeds.add((byte[]) seed);
            }
        }
        for (var each = 0; each < seeds.size(); each++) {
            Files.write(corpus.resolve("seed-" + each), seeds.get(each));
        }
    }

    /** Parser, executions, branches seen, inputs that were worth keeping, faults, seconds. */
    private static void note(String parser, String text, boolean sound, Duration took) throws IOException {
        Files.writeString(
                Path.of("target", "fuzz.csv"),
                "%s,%d,%d,%d,%d,%d%n"
                        .formatted(
                                simpleName(parser),
                                last(EXECUTED, text, 1),
                                last(REACHED, text, 1),
                                last(REACHED, text, 2),
                                sound ? 0 : 1,
                                took.toSeconds()),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static long last(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(group)))
                .reduce(0, (former, latter) -> latter);
    }

    /** Every parser, found by its name. */
    private static List<String> all() throws IOException {
        var classes = Path.of("target", "test-classes");
        try (var files = Files.walk(classes.resolve(Path.of("org", "shuqi")))) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith("Fuzz.class"))
                    .map(file -> file.replace(".class", "").replace(File.separatorChar, '.'))
                    .sorted()
                    .toList();
        }
    }

    /** Those that a search is asked for: all of them, or those that {@code -Dshuqi.fuzz.parsers} matches. */
    static List<String> wanted() throws IOException {
        var wanted = Pattern.compile(System.getProperty("shuqi.fuzz.parsers", "."));
        return all().stream().filter(parser -> wanted.matcher(parser).find()).toList();
    }

    /** Those that need no server or registry of their own. */
    static List<String> parsers() throws IOException {
        return all().stream().filter(parser -> !isGuest(parser)).toList();
    }

    private static boolean isGuest(String parser) {
        try {
            return Stream.of(Class.forName(parser).getMethods())
                    .anyMatch(method -> method.getName().equals("fuzzerInitialize"));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 6_000));
    }

    private static String simpleName(String parser) {
        return parser.substring(parser.lastIndexOf('.') + 1);
    }

    private static List<byte[]> kept(String parser) throws IOException {
        try (var files = Files.list(CORPUS.resolve(simpleName(parser)))) {
            var kept = new ArrayList<byte[]>();
            for (var file : files.sorted().toList()) {
                kept.add(Files.readAllBytes(file));
            }
            return kept;
        }
    }

    private static void run(String parser, byte[] data) throws ReflectiveOperationException {
        try {
            Class.forName(parser).getMethod("fuzzerTestOneInput", byte[].class).invoke(null, (Object) data);
        } catch (InvocationTargetException e) {
            fail("%s at %s".formatted(parser, HexFormat.of().formatHex(data)), e.getCause());
        }
    }

    /** A few small changes: bytes turned, taken out, repeated, put in. */
    private static byte[] mutant(byte[] seed, Random random) {
        var bytes = seed.clone();
        for (var changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
            var at = random.nextInt(bytes.length);
            var to = Math.min(bytes.length, at + 1 + random.nextInt(16));
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
                case 3 -> bytes = joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
                default -> bytes = Arrays.copyOf(bytes, at);
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
