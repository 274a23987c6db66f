package org.shuqi.login;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shuqi.record.JsonTree;

/** Keycloak as a process of its own on loopback, with a realm read from a file, and a person at its pages. */
final class Keycloak implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("([^=;]+)=([^;]*).*");

    private final Process process;
    private final int port;
    private final Path log;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private Keycloak(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts the distribution in that folder with the realm of that file, and waits until it answers. */
    static Keycloak start(Path home, Path realm) throws IOException, InterruptedException {
        var imports = Files.createDirectories(home.resolve("data/import"));
        Files.copy(realm, imports.resolve("city.json"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        var port = freePort();
        var log = home.resolve("keycloak.log");
        var command = new ProcessBuilder(
                        "sh",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--cache=local",
                        "--db=dev-mem")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        command.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin-for-tests");
        command.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx600m");
        var keycloak = new Keycloak(command.start(), port, log);
        try {
            keycloak.await();
        } catch (IOException | InterruptedException | RuntimeException e) {
            keycloak.close();
            throw e;
        }
        return keycloak;
    }

    String issuer() {
        return "http://localhost:" + port + "/realms/city";
    }

    /** What a person who signs in there is sent back to; the form that refuses if the password is wrong. */
    HttpResponse<String> signsIn(String there, String name, String password) {
        var cookies = new LinkedHashMap<String, String>();
        var page = send(HttpRequest.newBuilder(URI.create(there)), cookies);
        var form = FORM.matcher(page.body());
        if (!form.find()) {
            return page;
        }
        var action = form.group(1).replace("&amp;", "&");
        return send(
                HttpRequest.newBuilder(URI.create(action))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                form(Map.of("username", name, "password", password)))),
                cookies);
    }

    /** The answer of the token endpoint. */
    HttpResponse<String> token(String clientId, String secret, Map<String, String> fields) {
        return send(
                HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8)))
                        .POST(HttpRequest.BodyPublishers.ofString(form(fields))),
                new LinkedHashMap<>());
    }

    /** An access token of a program. */
    String tokenOf(String clientId, String secret) {
        return json(token(clientId, secret, Map.of("grant_type", "client_credentials")))
                .path("access_token")
                .asText();
    }

    /** Signs with another key from now on, and forgets those before. */
    void rotate() {
        var admin = json(send(
                        HttpRequest.newBuilder(at("/realms/master/protocol/openid-connect/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form(Map.of(
                                        "grant_type",
                                        "password",
                                        "client_id",
                                        "admin-cli",
                                        "username",
                                        "admin",
                                        "password",
                                        "admin-for-tests")))),
                        new LinkedHashMap<>()))
                .path("access_token")
                .asText();
        var before = json(asAdmin(
                admin, HttpRequest.newBuilder(at("/admin/realms/city/components?type=org.keycloak.keys.KeyProvider"))));
        var made = asAdmin(
                admin,
                HttpRequest.newBuilder(at("/admin/realms/city/components"))
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        """
                                        {"name":"newer","providerId":"rsa-generated","providerType":"org.keycloak.keys.KeyProvider",
                                         "config":{"priority":["200"],"enabled":["true"],"active":["true"],"algorithm":["RS256"]}}""")));
        if (made.statusCode() != 201) {
            throw new IllegalStateException(made.body());
        }
        before.forEach(one -> {
            if (one.path("providerId").asText().equals("rsa-generated")) {
                asAdmin(
                        admin,
                        HttpRequest.newBuilder(at("/admin/realms/city/components/"
                                        + one.path("id").asText()))
                                .DELETE());
            }
        });
    }

    private HttpResponse<String> asAdmin(String token, HttpRequest.Builder request) {
        return send(request.header("Authorization", "Bearer " + token), new LinkedHashMap<>());
    }

    static JsonNode json(HttpResponse<String> reply) {
        return JsonTree.of(reply.body().getBytes(StandardCharsets.UTF_8));
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Its cookies say `Secure` also over http on this machine, which browsers take as secure and Java does not. */
    private HttpResponse<String> send(HttpRequest.Builder request, Map<String, String> cookies) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var reply = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            for (var header : reply.headers().allValues("Set-Cookie")) {
                var cookie = COOKIE.matcher(header);
                if (cookie.matches()) {
                    cookies.put(cookie.group(1), cookie.group(2));
                }
            }
            return reply;
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void await() throws IOException, InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (!process.isAlive()) {
                throw new IOException("Keycloak ended by itself:\n" + Files.readString(log));
            }
            try {
                var description = URI.create(issuer() + "/.well-known/openid-configuration");
                if (send(HttpRequest.newBuilder(description), new LinkedHashMap<>())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (java.io.UncheckedIOException notYet) {
                // it does not listen yet
            }
            TimeUnit.SECONDS.sleep(1);
        }
        throw new IOException("Keycloak did not answer within " + PATIENCE + ":\n" + Files.readString(log));
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Ends the process and what it started. */
    @Override
    public void close() {
        var all = process.descendants().toList();
        all.forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
