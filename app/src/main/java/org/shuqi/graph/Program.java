package org.shuqi.graph;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import java.util.zip.CRC32C;

/**
 * Tells one build of this program from another: what an older build derived from the graph may not be what this one
 * would.
 */
final class Program {

    private static final String OURS = "org/shuqi/";
    private static final Map<Path, String> KNOWN = new ConcurrentHashMap<>();

    private Program() {}

    /** A sum over our own classes in the jar or folder that the class comes from; of no other if there is none. */
    static String fingerprint(Class<?> type) {
        var source = type.getProtectionDomain().getCodeSource();
        if (source == null) {
            return UUID.randomUUID().toString();
        }
        try {
            return KNOWN.computeIfAbsent(Path.of(source.getLocation().toURI()), Program::sum);
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return UUID.randomUUID().toString();
        }
    }

    private static String sum(Path place) {
        try {
            var sum = new CRC32C();
            (Files.isDirectory(place) ? folder(place) : jar(place))
                    .forEach((name, word) -> sum.update((name + ' ' + word + '\n').getBytes(StandardCharsets.UTF_8)));
            return Long.toHexString(sum.getValue());
        } catch (IOException e) {
            return UUID.randomUUID().toString();
        }
    }

    /** From the directory of the jar, which has a sum for every entry. */
    private static Map<String, String> jar(Path place) throws IOException {
        var sums = new TreeMap<String, String>();
        try (var jar = new JarFile(place.toFile())) {
            jar.stream()
                    .filter(entry -> entry.getName().startsWith(OURS))
                    .forEach(entry -> sums.put(entry.getName(), entry.getCrc() + " " + entry.getSize()));
        }
        return sums;
    }

    private static Map<String, String> folder(Path place) throws IOException {
        var sums = new TreeMap<String, String>();
        try (var files = Files.walk(place.resolve(OURS))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var sum = new CRC32C();
                sum.update(Files.readAllBytes(file));
                sums.put(place.relativize(file).toString(), Long.toString(sum.getValue()));
            }
        }
        return sums;
    }
}
