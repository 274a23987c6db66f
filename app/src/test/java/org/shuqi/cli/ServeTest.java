package org.shuqi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.WorkedExample;
import org.shuqi.registry.Registry;
import org.shuqi.registry.Settings;

/** The server as a process of its own, from the classes as they are packaged. */
class ServeTest {

    @TempDir
    private Path folder;

    @Test
    void demoServerSaysReadyAnswersAndStopsCleanly() throws Exception {
        var data = folder.resolve("data");
        try (var server = Running.start(
                folder, "serve", "--port", 0, "--data", data, "--demo", "--open-on-loopback", "--lang", "en")) {
            var found = server.get("/api/v1/datasets");
            var second = Shell.run("load", "--data", data, "--lang", "en", write("x.ttl", "# nothing\n"));

            assertThat(server.line()).matches("ready http://127\\.0\\.0\\.1:\\d+");
            assertThat(found.statusCode()).isEqualTo(200);
            assertThat(found.body()).contains("dataset/");
            assertThat(second.code()).isEqualTo(3);
            assertThat(second.err()).contains("is in use by a running server");
            assertThat(server.stop()).isZero();
            assertThat(server.rest()).isEmpty();
            assertThat(server.err()).doesNotContain("DEBUG", "ERROR", "Exception");
        }
        assertThat(Shell.run("verify", "--data", data, "--no-shapes").code()).isZero();
    }

    @Test
    void everyWorkedQuestionGetsItsAnswerFromARunningServer() throws Exception {
        var data = folder.resolve("data");
        var file = Files.write(
                folder.resolve("registry.trig"), WorkedExample.registry().readAllBytes());
        assertThat(Shell.run("load", "--data", data, file).code()).isZero();
        try (var server = Running.start(folder, "serve", "--port", 0, "--data", data, "--open-on-loopback")) {
            for (var line : WorkedExample.questions()) {
                var words = DecideCommandTest.words(line.form());
                words.addAll(List.of("--server", server.address(), "--json"));

                var ran = Shell.run(words.toArray());

                var answer = new ObjectMapper().readTree(ran.out());
                assertThat(answer.get("outcome").asText())
                        .as(line + " " + ran.err())
                        .isEqualTo(line.outcome());
                assertThat(answer.get("stage").asText()).as(line.toString()).isEqualTo(line.stage());
                assertThat(ran.code()).isEqualTo(line.outcome().equals("permit") ? 0 : 1);
            }
            var words = DecideCommandTest.words(WorkedExample.questions().get(8).form());
            words.addAll(List.of("--server", server.address(), "--json", "--receipt"));
            var kept = new ObjectMapper().readTree(Shell.run(words.toArray()).out());
            assertThat(kept.path("outcome").asText()).isEqualTo("permit");
            assertThat(Shell.run(
                                    "replay",
                                    "--server",
                                    server.address(),
                                    kept.path("receipt").asText())
                            .out())
                    .startsWith("一致");
            var unknown = Shell.run(
                    "decide",
                    "--server",
                    server.address(),
                    "--recipient",
                    "nobody",
                    "--dataset",
                    "yearbook",
                    "--purpose",
                    "statistics",
                    "--lang",
                    "en");
            assertThat(unknown.code()).isEqualTo(2);
            assertThat(unknown.err()).contains("`nobody`");
        }
    }

    @Test
    void damagedLogIsNamedWithThePlaceAndWhatToDo() throws Exception {
        var data = folder.resolve("data");
        Registry.open(Settings.of(data)).close();
        Files.delete(data.resolve("changes.log.positions"));
        var log = data.resolve("changes.log");
        var bytes = Files.readAllBytes(log);
        bytes[bytes.length / 2] ^= 1;
        Files.write(log, bytes);

        var ran = Shell.run("serve", "--port", 0, "--data", data, "--lang", "en");

        assertThat(ran.code()).isEqualTo(3);
        assertThat(ran.err())
                .startsWith("the log is damaged at byte 12 (after revision 0): the checksum of a block is wrong")
                .contains("restore the backup")
                .doesNotContain("Bean");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void portThatIsTakenIsNamedWithWhatToDo() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var ran = Shell.run(
                    "serve", "--port", taken.getLocalPort(), "--data", folder.resolve("data"), "--lang", "en");

            assertThat(ran.code()).isEqualTo(3);
            assertThat(ran.err())
                    .contains("port " + taken.getLocalPort() + "; it may be taken, choose another with --port");
            assertThat(ran.out()).isEmpty();
        }
        assertThat(Shell.run("serve", "--port", 70000).code()).isEqualTo(2);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    /** A server process that has said that it is ready. */
    private record Running(Process process, BufferedReader out, String line, Path errors) implements AutoCloseable {

        static Running start(Path folder, Object... words) throws IOException {
            var errors = folder.resolve("stderr.txt");
            var process = Shell.child(words).redirectError(errors.toFile()).start();
            var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
            var line = out.readLine();
            assertThat(line).as(Files.readString(errors)).isNotNull();
            return new Running(process, out, line, errors);
        }

        String address() {
            return line.substring("ready ".length());
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            var request = HttpRequest.newBuilder(URI.create(address() + path)).build();
            return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
        }

        int stop() throws InterruptedException {
            // the handle leaves the streams open, so that what was said last can be read
            process.toHandle().destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }

        String rest() throws IOException {
            return String.join("\n", out.lines().toList());
        }

        String err() throws IOException {
            return Files.readString(errors);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
