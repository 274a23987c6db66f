package org.shuqi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Every claim of SECURITY.md names a test that there is. */
class SecurityTest {

    private static final Path PAGE = Path.of("..", "SECURITY.md");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)(?:#(\\w+))?`");

    @Test
    void everyClaimNamesATest() throws IOException {
        assertThat(claims()).hasSizeGreaterThan(30).allSatisfy((claim, tests) -> assertThat(tests)
                .as("tests of: " + claim)
                .isNotEmpty());
    }

    @Test
    void everyTestNamedIsThereAndRuns() throws IOException {
        var missing = new ArrayList<String>();
        for (var tests : claims().values()) {
            for (var test : tests) {
                fault(test).ifPresent(missing::add);
            }
        }

        assertThat(missing).isEmpty();
    }

    /** Each claim with the tests that stand beside it. */
    private static Map<String, List<Named>> claims() throws IOException {
        var claims = new TreeMap<String, List<Named>>();
        var inClaims = false;
        for (var line : Files.readAllLines(PAGE)) {
            if (line.startsWith("## ")) {
                inClaims = line.startsWith("## Claims");
            }
            if (inClaims && line.startsWith("| ") && !line.startsWith("| claim |")) {
                var cells = line.split("\\|", -1);
                assertThat(cells).as(line).hasSizeGreaterThanOrEqualTo(4);
                var named = NAMED.matcher(cells[cells.length - 2])
                        .results()
                        .map(found -> new Named(found.group(1), found.group(2) == null ? "" : found.group(2)))
                        .toList();
                claims.put(cells[1].strip(), named);
            }
        }
        return claims;
    }

    private static java.util.Optional<String> fault(Named named) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(TESTS)) {
            files = all.filter(file -> file.getFileName().toString().equals(named.type() + ".java"))
                    .toList();
        }
        if (files.size() != 1) {
            return java.util.Optional.of(named + ": " + files.size() + " classes of that name");
        }
        var type = load(files.get(0));
        if (type.isAnnotationPresent(Disabled.class)) {
            return java.util.Optional.of(named + ": switched off");
        }
        if (named.method().isEmpty()) {
            return java.util.Optional.empty();
        }
        return Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.getName().equals(named.method()))
                        .anyMatch(SecurityTest::runs)
                ? java.util.Optional.empty()
                : java.util.Optional.of(named + ": no such test");
    }

    private static boolean runs(Method method) {
        return !method.isAnnotationPresent(Disabled.class) && AnnotationSupport.isAnnotated(method, Testable.class);
    }

    private static Class<?> load(Path file) {
        var name = TESTS.relativize(file).toString().replace(".java", "").replace('/', '.');
        try {
            return Class.forName(name, false, SecurityTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Named(String type, String method) {}
}
