package org.shuqi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is shipped, held against known advisories and licences. */
class DependencyCheckTest {

    private static final Path SHIPPED = Path.of("target", "lib");
    private static final Path SBOM = Path.of("target", "sbom.cdx.json");
    private static final Pattern JAR = Pattern.compile(
            "(.+?)-(\\d[\\w.]*(?:-(?:\\d|rc|alpha|beta|M|jre|android)[\\w.]*)?)(?:-[a-z][\\w-]*)?\\.jar");

    /** Permissive licences, and those of which only changes to the library itself would have to be given away. */
    private static final Set<String> LICENCES = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD-4-Clause",
            "CC0-1.0",
            "Unicode-3.0",
            "EPL-2.0",
            "MPL-2.0",
            "Mozilla Public License Version 2.0",
            "BouncyCastle-License",
            "Bouncy Castle Licence");

    @Test
    void nothingIsShippedBelowTheVersionThatFixedAnAdvisory() throws IOException {
        var jars = jars();
        var faults = new ArrayList<String>();
        for (var advisory : advisories()) {
            for (var jar : jars) {
                if (advisory.concerns(jar) && compare(jar.version(), advisory.fixed()) < 0) {
                    faults.add(jar + " is below " + advisory);
                }
            }
        }

        assertThat(jars).hasSizeGreaterThan(80);
        assertThat(faults).isEmpty();
    }

    @Test
    void theListMatchesWhatIsThere() throws IOException {
        var jars = jars();
        var matched = advisories().stream()
                .filter(advisory -> jars.stream().anyMatch(advisory::concerns))
                .toList();

        // else a renamed jar would slip through every line of the list
        assertThat(matched).hasSizeGreaterThan(15);
        assertThat(matched.stream().map(Advisory::group))
                .contains(
                        "io.netty", "io.micronaut", "org.apache.jena", "com.fasterxml.jackson.core", "ch.qos.logback");
    }

    @Test
    void versionsAreComparedAsNumbers() {
        assertThat(compare("4.2.9.Final", "4.2.13.Final")).isNegative();
        assertThat(compare("4.10.26", "4.10.17")).isPositive();
        assertThat(compare("2.21", "2.15.0")).isPositive();
        assertThat(compare("2.0", "2.0.0")).isZero();
        assertThat(compare("5.0.0-rc1", "5.0.0")).isNegative();
    }

    @Test
    void theBillOfMaterialsNamesWhatIsShipped() throws IOException {
        var told = new TreeMap<String, String>();
        components()
                .forEach(one ->
                        told.put(one.path("name").asText(), one.path("version").asText()));
        var shipped = jars().stream()
                // an earlier build without `clean` may have left another version behind
                .filter(jar -> jar.version().equals(told.getOrDefault(jar.artifact(), jar.version())))
                .collect(Collectors.toMap(Jar::artifact, Jar::version));

        assertThat(shipped).isEqualTo(told);
    }

    @Test
    void everyLicenceIsOneOfThoseWeMayShip() throws IOException {
        assertThat(components()).allSatisfy(component -> assertThat(licences(component))
                .as(component.path("purl").asText())
                .anyMatch(LICENCES::contains));
    }

    /** The components told; Maven writes them only online, and a list older than the dependencies says nothing. */
    private static List<JsonNode> components() throws IOException {
        assumeFalse(Boolean.getBoolean("shuqi.sbom.skipped"), "built without its bill of materials (-Pquick)");
        assumeTrue(isFresh(), "built offline, where Maven writes no bill of materials");
        var found = new ArrayList<JsonNode>();
        new ObjectMapper().readTree(SBOM.toFile()).path("components").forEach(found::add);
        return found;
    }

    private static boolean isFresh() throws IOException {
        if (Files.notExists(SBOM)) {
            return false;
        }
        var written = Files.getLastModifiedTime(SBOM);
        return written.compareTo(Files.getLastModifiedTime(Path.of("pom.xml"))) >= 0
                && written.compareTo(Files.getLastModifiedTime(Path.of("..", "pom.xml"))) >= 0;
    }

    private static List<String> licences(JsonNode component) {
        var found = new ArrayList<String>();
        component.path("licenses").forEach(one -> Stream.of("/license/id", "/license/name", "/expression")
                .map(one::at)
                .filter(JsonNode::isTextual)
                .forEach(text -> found.add(text.asText())));
        return found;
    }

    private static List<Jar> jars() throws IOException {
        try (var files = Files.list(SHIPPED)) {
            return files.map(file -> file.getFileName().toString())
                    .sorted()
                    .map(DependencyCheckTest::jar)
                    .toList();
        }
    }

    private static Jar jar(String file) {
        var parts = JAR.matcher(file);
        assertThat(parts.matches()).as(file).isTrue();
        return new Jar(parts.group(1), parts.group(2));
    }

    private static List<Advisory> advisories() throws IOException {
        try (var lines = Files.lines(Path.of("src", "test", "resources", "advisories.csv"))) {
            return lines.skip(1)
                    .map(line -> line.split(",", 5))
                    .map(cells -> new Advisory(cells[0], cells[1], cells[2], cells[3]))
                    .toList();
        }
    }

    /** Number by number; a name in a version (rc, beta) comes before none, and {@code Final} is none. */
    private static int compare(String one, String other) {
        var left = one.replace(".Final", "").split("[.-]");
        var right = other.replace(".Final", "").split("[.-]");
        for (var at = 0; at < Math.max(left.length, right.length); at++) {
            var order = Integer.compare(number(left, at), number(right, at));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int number(String[] parts, int at) {
        if (at >= parts.length) {
            return 0;
        }
        return parts[at].matches("\\d{1,9}") ? Integer.parseInt(parts[at]) : -1;
    }

    private record Jar(String artifact, String version) {}

    /** What was found in a library, and from which version on it is no more. */
    private record Advisory(String group, String artifact, String fixed, String name) {

        boolean concerns(Jar jar) {
            return artifact.equals("*")
                    ? jar.artifact().startsWith(stem())
                    : jar.artifact().equals(artifact);
        }

        /** How the artifacts of a group begin: {@code netty-}, {@code jena-}. */
        private String stem() {
            return switch (group) {
                case "org.bouncycastle" -> "bc";
                default -> group.substring(group.lastIndexOf('.') + 1) + "-";
            };
        }
    }
}
