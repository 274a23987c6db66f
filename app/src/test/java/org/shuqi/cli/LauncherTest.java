package org.shuqi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code bin/shuqi}, with Javas that only say what they were asked. */
class LauncherTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void project() throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("app/target"));
        Files.createDirectories(folder.resolve("jvm"));
        Files.copy(Path.of("../bin/shuqi"), folder.resolve("bin/shuqi"));
        Files.writeString(folder.resolve("app/target/shuqi.jar"), "a jar");
    }

    @Test
    void takesTheNewestJdkThatIsNewEnough() throws Exception {
        java("jvm/old", 17, 0);
        java("jvm/new", 25, 0);
        java("jvm/newer", 26, 0);

        var ran = run(Map.of(), "decide", "--json");

        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .startsWith("jvm/newer ")
                .contains("--sun-misc-unsafe-memory-access=allow", "-XX:+UseSerialGC")
                .endsWith("-jar " + folder.toRealPath() + "/app/target/shuqi.jar decide --json\n");
    }

    @Test
    void javaHomeComesFirstIfItIsNewEnough() throws Exception {
        java("jvm/new", 25, 0);
        java("mine", 17, 0);
        java("ancient", 11, 0);

        assertThat(run(Map.of("JAVA_HOME", folder.resolve("mine").toString()), "serve")
                        .out())
                .startsWith("mine ")
                .contains("-XX:+UseG1GC")
                .doesNotContain("unsafe", "CompactObjectHeaders");
        assertThat(run(Map.of("JAVA_HOME", folder.resolve("ancient").toString()), "serve")
                        .out())
                .startsWith("jvm/new ");
    }

    @Test
    void aServerHasLargePagesWhereTheSystemGivesThem() throws Exception {
        java("jvm/new", 25, 0);
        var pages = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
        var given = Files.isReadable(pages) && !Files.readString(pages).contains("[never]");

        assertThat(run(Map.of(), "serve").out().contains("-XX:+UseTransparentHugePages"))
                .isEqualTo(given);
        assertThat(run(Map.of(), "decide").out()).doesNotContain("UseTransparentHugePages");
    }

    @Test
    void exitCodeIsPassedOn() throws Exception {
        java("jvm/new", 25, 1);

        assertThat(run(Map.of(), "decide").code()).isEqualTo(1);
    }

    @Test
    void worksThroughALinkAndFromAnotherFolder() throws Exception {
        java("jvm/new", 25, 0);
        var link = Files.createSymbolicLink(folder.resolve("shuqi"), Path.of("bin/shuqi"));

        var ran = run(link, Map.of(), "verify");

        assertThat(ran.out()).contains("/app/target/shuqi.jar verify");
    }

    @Test
    void withoutAJdkItSaysSoInBothLanguages() throws Exception {
        java("jvm/ancient", 11, 0);

        var ran = run(Map.of("PATH", onlyTools().toString()), "decide");

        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("找不到 Java 17", "no Java 17 or later found; install a JDK");
    }

    @Test
    void withoutAJarAndMavenItSaysWhatIsMissing() throws Exception {
        java("jvm/new", 25, 0);
        Files.delete(folder.resolve("app/target/shuqi.jar"));

        var ran = run(Map.of("PATH", onlyTools().toString(), "SHUQI_NO_BUILD", "0"), "decide");

        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err()).contains("not built yet, and no mvn found; install Maven");
    }

    @Test
    void buildsWhenASourceIsNewerThanTheJar() throws Exception {
        java("jvm/new", 25, 0);
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        Files.setLastModifiedTime(folder.resolve("app/target/shuqi.jar"), FileTime.fromMillis(1_000_000_000_000L));
        var tools = onlyTools();
        script(tools.resolve("mvn"), "echo \"$*\" >" + folder.resolve("built") + "\n");

        var first = run(Map.of("PATH", tools.toString(), "SHUQI_NO_BUILD", "0"), "decide");
        var built = Files.readString(folder.resolve("built"));
        Files.delete(folder.resolve("built"));
        run(Map.of("PATH", tools.toString(), "SHUQI_NO_BUILD", "0"), "decide");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(built).contains("-f " + folder.toRealPath() + "/pom.xml", "package");
        assertThat(folder.resolve("built")).doesNotExist();
    }

    /** The tools that the script needs, and no Java or Maven. */
    private Path onlyTools() throws IOException {
        var tools = Files.createDirectories(folder.resolve("tools"));
        for (var tool : new String[] {
            "bash",
            "env",
            "sed",
            "grep",
            "dirname",
            "readlink",
            "find",
            "mkdir",
            "touch",
            "rm",
            "mv",
            "tail",
            "flock",
            "cat"
        }) {
            for (var place : new String[] {"/usr/bin/", "/bin/"}) {
                var real = Path.of(place + tool);
                if (Files.exists(real)) {
                    script(tools.resolve(tool), "exec " + real + " \"$@\"\n");
                }
            }
        }
        return tools;
    }

    private void java(String home, int release, int code) throws IOException {
        var place = Files.createDirectories(folder.resolve(home).resolve("bin")).getParent();
        Files.writeString(place.resolve("release"), "JAVA_VERSION=\"" + release + ".0.1\"\n");
        script(place.resolve("bin/java"), "echo \"" + home + " $*\"\nexit " + code + "\n");
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/bash\n" + body);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Shell.Ran run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        return run(folder.resolve("bin/shuqi"), environment, words);
    }

    private Shell.Ran run(Path script, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("SHUQI_JVM_FOLDER", folder.resolve("jvm").toString());
        builder.environment().put("SHUQI_NO_CACHE", "1");
        builder.environment().put("SHUQI_NO_BUILD", "1");
        builder.environment().putAll(environment);
        var out = folder.resolve("out.txt").toFile();
        var err = folder.resolve("err.txt").toFile();
        var code = builder.redirectOutput(out).redirectError(err).start().waitFor();
        return new Shell.Ran(code, Files.readString(out.toPath(), UTF_8), Files.readString(err.toPath(), UTF_8));
    }
}
