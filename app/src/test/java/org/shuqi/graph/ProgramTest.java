package org.shuqi.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two builds of the program are told apart by their classes, and by nothing else. */
class ProgramTest {

    private static final String NAME = "org/shuqi/graph/QuadSink.class";

    @TempDir
    private Path folder;

    @Test
    void theSameClassesAreTheSameProgramWhateverTheJarIsCalled() throws Exception {
        var one = fingerprint(jar("one.jar", "org/shuqi/rule.txt", "a", 1));
        var two = fingerprint(jar("two.jar", "org/shuqi/rule.txt", "a", 2_000_000_000_000L));

        assertThat(one).isEqualTo(two);
    }

    @Test
    void anotherClassOrFileOfOursIsAnotherProgram() throws Exception {
        var one = fingerprint(jar("one.jar", "org/shuqi/rule.txt", "a", 1));
        var other = fingerprint(jar("other.jar", "org/shuqi/rule.txt", "b", 1));
        var renamed = fingerprint(jar("renamed.jar", "org/shuqi/rules.txt", "a", 1));

        assertThat(one).isNotEqualTo(other).isNotEqualTo(renamed);
    }

    @Test
    void whatIsNotOursDoesNotCount() throws Exception {
        var one = fingerprint(jar("one.jar", "com/example/rule.txt", "a", 1));
        var other = fingerprint(jar("other.jar", "com/example/rule.txt", "b", 1));

        assertThat(one).isEqualTo(other);
    }

    @Test
    void aFolderOfClassesHasAFingerprintThatStays() {
        assertThat(Program.fingerprint(Census.class)).isEqualTo(Program.fingerprint(KeptValueTest.class));
        assertThat(Program.fingerprint(Census.class)).isNotEqualTo(Program.fingerprint(Store.class));
    }

    @Test
    void aClassOfUnknownOriginIsNeverTheSameProgram() {
        assertThat(Program.fingerprint(String.class)).isNotEqualTo(Program.fingerprint(String.class));
    }

    private String fingerprint(Path jar) throws Exception {
        try (var loader = new URLClassLoader(
                new URL[] {jar.toUri().toURL()},
                ClassLoader.getSystemClassLoader().getParent())) {
            return Program.fingerprint(Class.forName("org.shuqi.graph.QuadSink", false, loader));
        }
    }

    private Path jar(String name, String file, String content, long time) throws IOException {
        var jar = folder.resolve(name);
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var in = getClass().getClassLoader().getResourceAsStream(NAME)) {
            entry(out, NAME, in.readAllBytes(), time);
            entry(out, file, content.getBytes(java.nio.charset.StandardCharsets.UTF_8), time);
        }
        return jar;
    }

    private static void entry(JarOutputStream out, String name, byte[] content, long time) throws IOException {
        var entry = new JarEntry(name);
        entry.setLastModifiedTime(FileTime.fromMillis(time));
        out.putNextEntry(entry);
        out.write(content);
    }
}
