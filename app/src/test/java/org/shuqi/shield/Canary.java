package org.shuqi.shield;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that nobody has any business with, and a file that nobody may show: whoever comes here was led astray. */
public final class Canary implements AutoCloseable {

    /** What stands in the file, and what the server says. */
    public static final String SECRET = "canary-9f27c1-secret";

    private final HttpServer server;
    private final Path file;
    private final List<String> visits = new CopyOnWriteArrayList<>();

    /** Starts one, with its file in the folder. */
    public Canary(Path folder) {
        try {
            file = Files.writeString(folder.resolve("canary.txt"), SECRET);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                visits.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                var said = ("{\"@context\": {\"secret\": \"urn:" + SECRET + "\"}}").getBytes();
                exchange.getResponseHeaders().set("Content-Type", "application/ld+json");
                exchange.sendResponseHeaders(200, said.length);
                exchange.getResponseBody().write(said);
                exchange.close();
            });
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Address of the server. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/bait";
    }

    /** Address of the file. */
    public String fileUrl() {
        return file.toUri().toString();
    }

    /** Who came. */
    public List<String> visits() {
        return List.copyOf(visits);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
