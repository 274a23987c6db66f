package org.shuqi.shield;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A whole server on a free port, and raw sockets to it. */
public final class Running implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 15_000;

    private final EmbeddedServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Running(EmbeddedServer server) {
        this.server = server;
    }

    /** Starts one; settings are names and values by turns. */
    public static Running with(Path data, Object... settings) {
        return new Running(ApplicationContext.run(EmbeddedServer.class, properties(data, settings)));
    }

    /** The same, with one more bean in it. */
    static Running withBean(Path data, Object bean, Object... settings) {
        var context = ApplicationContext.builder(properties(data, settings)).singletons(bean);
        return new Running(context.start().getBean(EmbeddedServer.class).start());
    }

    private static Map<String, Object> properties(Path data, Object... settings) {
        var properties = new HashMap<String, Object>(
                Map.of("micronaut.server.port", -1, "shuqi.data", data.toString(), "shuqi.open-on-loopback", true));
        for (var at = 0; at < settings.length; at += 2) {
            properties.put((String) settings[at], settings[at + 1]);
        }
        return properties;
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + server.getPort() + path);
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(uri(path)).method(method, HttpRequest.BodyPublishers.ofString(body));
        for (var at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    /** A connection on which every byte is ours. */
    public Socket connect() throws IOException {
        var socket = new Socket("localhost", server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** Sends the bytes on a connection of its own, and reads until the server closes it. */
    public Said raw(String request) throws IOException {
        return raw(request, PATIENCE_MILLIS);
    }

    /** The same, until the server says nothing for a while. */
    public Said raw(String request, int patienceMillis) throws IOException {
        try (var socket = connect()) {
            socket.setSoTimeout(patienceMillis);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return heard(socket.getInputStream());
        }
    }

    static Said heard(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var closed = true;
        try {
            in.transferTo(bytes);
        } catch (SocketTimeoutException stillOpen) {
            closed = false;
        } catch (SocketException reset) {
            closed = true;
        }
        return new Said(bytes.toString(StandardCharsets.UTF_8), closed);
    }

    /**
     * What came back.
     *
     * @param text all of it
     * @param closed whether the server closed the connection
     */
    public record Said(String text, boolean closed) {

        /** How many responses there are. */
        public int responses() {
            return text.split("HTTP/1\\.[01] \\d{3} ", -1).length - 1;
        }

        /** The status of the first. */
        public int status() {
            return text.startsWith("HTTP/1.") ? Integer.parseInt(text.substring(9, 12)) : 0;
        }
    }

    @Override
    public void close() {
        server.getApplicationContext().close();
    }
}
