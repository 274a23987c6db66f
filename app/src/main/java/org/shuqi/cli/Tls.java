package org.shuqi.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import picocli.CommandLine.Option;

/** How the server is reached by TLS: files in PEM, read again when they change, so that a new certificate needs no restart. */
final class Tls {

    @Option(names = "--tls-certificate", paramLabel = "FILE", descriptionKey = "tls-certificate")
    private Optional<Path> certificate = Optional.empty();

    @Option(names = "--tls-key", paramLabel = "FILE", descriptionKey = "tls-key")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--tls-clients", paramLabel = "FILE", descriptionKey = "tls-clients")
    private Optional<Path> clients = Optional.empty();

    boolean isOn() {
        return certificate.isPresent();
    }

    /**
     * The settings of the server; none without TLS.
     *
     * @param port as for the server, which then listens on no other
     * @throws Refusal UNUSABLE if a file is missing
     */
    Map<String, Object> settings(int port) {
        if (certificate.isPresent() != key.isPresent() || (clients.isPresent() && certificate.isEmpty())) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "请同时给出 --tls-certificate 和 --tls-key",
                    "give --tls-certificate and --tls-key together");
        }
        Stream.of(certificate, key, clients).flatMap(Optional::stream).forEach(Tls::requireReadable);
        if (!isOn()) {
            return Map.of();
        }
        var settings = new HashMap<String, Object>(Map.of(
                "micronaut.server.ssl.enabled",
                true,
                "micronaut.server.ssl.port",
                port,
                "micronaut.server.ssl.protocols",
                new String[] {"TLSv1.3", "TLSv1.2"},
                "micronaut.server.ssl.key-name",
                "server"));
        add(settings, "server", key.orElseThrow());
        settings.put(
                "micronaut.certificate.file.server.certificate-path",
                certificate.orElseThrow().toString());
        clients.ifPresent(authorities -> {
            settings.put("micronaut.server.ssl.client-authentication", "want");
            settings.put("micronaut.server.ssl.trust-name", "clients");
            add(settings, "clients", authorities);
        });
        return settings;
    }

    private static void add(Map<String, Object> settings, String name, Path file) {
        var start = "micronaut.certificate.file." + name + ".";
        settings.put(start + "path", file.toString());
        settings.put(start + "format", "PEM");
        settings.put(start + "refresh-mode", "FILE_WATCHER_OR_SCHEDULER");
    }

    private static void requireReadable(Path file) {
        if (!Files.isReadable(file)) {
            throw Refusal.of(Kind.UNUSABLE, "无法读取文件 `%s`", "the file `%s` cannot be read", file);
        }
    }
}
