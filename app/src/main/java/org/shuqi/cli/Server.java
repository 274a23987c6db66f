package org.shuqi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shuqi.decision.QuestionForm;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import picocli.CommandLine.Option;

/** A running server to ask instead of opening the data folder. */
final class Server {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Option(names = "--server", paramLabel = "URL", descriptionKey = "server")
    private Optional<URI> url = Optional.empty();

    @Option(names = "--key-file", paramLabel = "FILE", descriptionKey = "keyFile")
    private Optional<Path> keyFile = Optional.empty();

    Optional<URI> url() {
        return url;
    }

    /** The server's answer; its refusals are those of the command. */
    Map<String, Object> decide(URI server, QuestionForm form, Locale language) {
        return ask(server, "api/v1/decisions?" + query(form), Optional.empty(), language);
    }

    /** The same, kept: the answer and the receipt. */
    Map<String, Object> keep(URI server, QuestionForm form, Locale language) {
        return ask(server, "api/v1/receipts", Optional.of(json(form)), language);
    }

    /** What a kept question says when it is asked again. */
    Map<String, Object> replay(URI server, String id, Locale language) {
        return ask(
                server,
                "api/v1/receipts/" + URLEncoder.encode(id, UTF_8).replace("+", "%20") + "/replay",
                Optional.empty(),
                language);
    }

    /** An object within what a server answered. */
    @SuppressWarnings("unchecked") // JSON has text keys only
    static Map<String, Object> part(Map<String, Object> body, String name) {
        return body.get(name) instanceof Map<?, ?> part ? (Map<String, Object>) part : Map.of();
    }

    private Map<String, Object> ask(URI server, String path, Optional<String> sent, Locale language) {
        var response = send(server, path, sent, language);
        var body = read(server, response.body());
        if (response.statusCode() / 100 == 2) {
            return body;
        }
        var detail = String.valueOf(body.getOrDefault("detail", body.getOrDefault("title", response.statusCode())));
        throw Refusal.of(kind(response.statusCode()), "%s", "%s", detail);
    }

    private HttpResponse<String> send(URI server, String path, Optional<String> sent, Locale language) {
        try {
            var root = server.toString().endsWith("/") ? server : URI.create(server + "/");
            var request = HttpRequest.newBuilder(root.resolve(path))
                    .timeout(PATIENCE)
                    .header("Accept", "application/json")
                    .header("Accept-Language", language.getLanguage());
            sent.ifPresent(body ->
                    request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
            if (keyFile.isPresent()) {
                request.header(
                        "Authorization",
                        "Bearer " + Files.readString(keyFile.get()).strip());
            }
            var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (IllegalArgumentException e) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`%s` 不是服务地址；应如 http://localhost:8080",
                    "`%s` is not the address of a server; write it like http://localhost:8080",
                    server);
        } catch (IOException e) {
            throw Refusal.of(
                    Kind.OVERLOADED,
                    "`%s` 没有应答；请核对地址，或先 `shuqi serve`",
                    "no answer from `%s`; check the address, or start it with `shuqi serve`",
                    server);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(Kind.OVERLOADED, "等待应答时被中断", "interrupted while waiting for the answer");
        }
    }

    private static Map<String, Object> read(URI server, String body) {
        try {
            return JSON.readValue(body, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw Refusal.of(
                    Kind.BROKEN, "`%s` 的应答不是 JSON；请核对地址", "what `%s` answers is not JSON; check the address", server);
        }
    }

    private static String query(QuestionForm form) {
        return words(form).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String json(QuestionForm form) {
        try {
            return JSON.writeValueAsString(words(form));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
        }
    }

    private static Map<String, String> words(QuestionForm form) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("recipient", form.recipient());
        parameters.put("dataset", form.dataset());
        if (!form.items().isEmpty()) {
            parameters.put("items", String.join(",", form.items()));
        }
        form.purpose().ifPresent(value -> parameters.put("purpose", value));
        form.method().ifPresent(value -> parameters.put("method", value));
        form.action().ifPresent(value -> parameters.put("action", value));
        form.thirdParty().ifPresent(value -> parameters.put("thirdParty", value));
        form.destination().ifPresent(value -> parameters.put("destination", value));
        form.provider().ifPresent(value -> parameters.put("provider", value));
        form.region().ifPresent(value -> parameters.put("region", value));
        form.at().ifPresent(value -> parameters.put("at", value));
        form.knownAt().ifPresent(value -> parameters.put("knownAt", Long.toString(value)));
        return parameters;
    }

    private static Kind kind(int status) {
        return status >= 500 ? Kind.OVERLOADED : status == 401 || status == 403 ? Kind.FORBIDDEN : Kind.UNUSABLE;
    }
}
