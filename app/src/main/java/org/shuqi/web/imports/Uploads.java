package org.shuqi.web.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;
import org.shuqi.registry.Settings;
import org.shuqi.sheet.Correction;
import org.shuqi.web.AccountFolder;

/** The files that are being brought in, in the data folder, each for the account that sent it; a restart loses none. */
@Singleton
final class Uploads {

    /** More than this one account does not keep; the oldest goes. */
    private static final int MOST = 20;

    private final Path folder;
    private final Settings settings;

    Uploads(Settings settings) {
        this.settings = settings;
        this.folder = settings.data().resolve("uploads");
    }

    Upload begin(String account, String name, String catalog, byte[] file) {
        var old = of(account);
        old.stream().skip(MOST - 1L).forEach(each -> forget(account, each.id()));
        var upload = new Upload(
                UUID.randomUUID().toString(),
                name,
                catalog,
                List.of(),
                1,
                settings.clock().instant(),
                Optional.empty(),
                List.of());
        keep(account, upload, file);
        return upload;
    }

    /** Keeps the file in the place of the one before, and what is known of it. */
    void keep(String account, Upload upload, byte[] file) {
        try {
            Files.createDirectories(home(account));
            put(home(account).resolve(upload.id() + ".bin"), file);
            keep(account, upload);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    void keep(String account, Upload upload) {
        var body = JsonTree.object();
        body.put("name", upload.name());
        body.put("catalog", upload.catalog());
        body.put("version", upload.version());
        body.put("at", upload.at().toString());
        upload.written().ifPresent(revision -> body.put("written", revision));
        var counts = body.putArray("counts");
        upload.counts().forEach(counts::add);
        var corrections = body.putArray("corrections");
        upload.corrections().forEach(each -> corrections
                .addObject()
                .put("sheet", each.sheet())
                .put("row", each.row())
                .put("column", each.column())
                .put("text", each.text()));
        try {
            put(home(account).resolve(upload.id() + ".json"), JsonTree.bytes(body));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void put(Path file, byte[] bytes) throws IOException {
        var waiting = Files.createTempFile(file.getParent(), "upload", ".new");
        Files.write(waiting, bytes);
        // at once, so that whoever looks meanwhile finds the one or the other
        Files.move(waiting, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    byte[] file(String account, Upload upload) {
        try {
            return Files.readAllBytes(home(account).resolve(upload.id() + ".bin"));
        } catch (IOException gone) {
            throw unknown(upload.id());
        }
    }

    /** Those of an account, the newest first. */
    List<Upload> of(String account) {
        if (!Files.isDirectory(home(account))) {
            return List.of();
        }
        try (var files = Files.list(home(account))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .flatMap(file -> read(file).stream())
                    .sorted(Comparator.comparing(Upload::at).reversed())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * One of the account.
     *
     * @throws Refusal UNKNOWN
     */
    Upload find(String account, String id) {
        return id.matches("[0-9a-f-]{36}")
                ? read(home(account).resolve(id + ".json")).orElseThrow(() -> unknown(id))
                : Optional.<Upload>empty().orElseThrow(() -> unknown(id));
    }

    void forget(String account, String id) {
        try {
            Files.deleteIfExists(home(account).resolve(id + ".json"));
            Files.deleteIfExists(home(account).resolve(id + ".bin"));
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }

    private static Optional<Upload> read(Path file) {
        try {
            if (!(JsonTree.of(Files.readAllBytes(file)) instanceof ObjectNode body)) {
                return Optional.empty();
            }
            var corrections = new ArrayList<Correction>();
            body.path("corrections")
                    .forEach(each -> corrections.add(new Correction(
                            each.path("sheet").asText(),
                            each.path("row").asInt(),
                            each.path("column").asInt(),
                            each.path("text").asText())));
            var counts = new ArrayList<Long>();
            body.path("counts").forEach(each -> counts.add(each.asLong()));
            return Optional.of(new Upload(
                    file.getFileName().toString().replace(".json", ""),
                    body.path("name").asText(),
                    body.path("catalog").asText(),
                    corrections,
                    body.path("version").asInt(),
                    Instant.parse(body.path("at").asText()),
                    body.has("written") ? Optional.of(body.path("written").asLong()) : Optional.empty(),
                    counts));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private Path home(String account) {
        return AccountFolder.in(folder, account);
    }

    private static Refusal unknown(String id) {
        return Refusal.of(Kind.UNKNOWN, "没有上传的文件 `%s`；请重新上传", "there is no upload `%s`; send the file again", id);
    }
}
