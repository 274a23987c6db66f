package org.shuqi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What others wrote for browsers, and is unpacked into the program, is what its bill of materials names. */
class WebFilesTest {

    private static final String VENDOR = "web/vendor";
    private static final Pattern ITEM = Pattern.compile(
            "<groupId>org\\.webjars[^<]*</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");

    @Test
    void everyFileIsNamedWithItsHashAndNothingElseIs() throws IOException, NoSuchAlgorithmException {
        var named = new TreeMap<String, String>();
        for (var library : libraries()) {
            library.path("components").forEach(file -> {
                assertThat(file.at("/hashes/0/alg").asText()).isEqualTo("SHA-512");
                named.put(
                        file.path("name").asText(), file.at("/hashes/0/content").asText());
            });
        }
        var there = new TreeMap<String, String>();
        try (var files = Files.list(Path.of("target", "classes").resolve(VENDOR))) {
            for (var file : files.toList()) {
                var hash = MessageDigest.getInstance("SHA-512").digest(Files.readAllBytes(file));
                there.put(VENDOR + "/" + file.getFileName(), HexFormat.of().formatHex(hash));
            }
        }

        assertThat(named).isNotEmpty().isEqualTo(there);
    }

    @Test
    void versionsAreThoseOfTheBuildAndLicencesAllowIt() throws IOException {
        var built = new TreeMap<String, String>();
        var items = ITEM.matcher(Files.readString(Path.of("pom.xml")));
        while (items.find()) {
            built.put(items.group(1), items.group(2));
        }
        var told = new TreeMap<String, String>();
        for (var library : libraries()) {
            told.put(library.path("name").asText(), library.path("version").asText());
            assertThat(library.path("purl").asText())
                    .endsWith("@" + library.path("version").asText());
            assertThat(library.at("/licenses/0/license/id").asText()).isIn(Set.of("0BSD", "MIT", "Apache-2.0"));
        }

        assertThat(told).isNotEmpty().isEqualTo(built);
    }

    private static List<JsonNode> libraries() throws IOException {
        try (var bill = WebFilesTest.class.getResourceAsStream("/META-INF/sbom/web.cdx.json")) {
            var components = new ObjectMapper().readTree(bill).path("components");
            return new ArrayList<>(
                    StreamSupport.stream(components.spliterator(), false).toList());
        }
    }
}
