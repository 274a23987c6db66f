package org.shuqi.web.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shuqi.form.Answers;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.JsonTree;
import org.shuqi.registry.Settings;
import org.shuqi.web.AccountFolder;

/**
 * Forms that somebody has begun to fill in: files of their own in the data folder, each for one account only. They are no
 * records, and nobody else sees them.
 */
@Singleton
public final class Drafts {

    /** More than this one account does not keep; the oldest has to go first. */
    static final int MOST = 100;

    private final Path folder;
    private final Settings settings;

    Drafts(Settings settings) {
        this.settings = settings;
        this.folder = settings.data().resolve("drafts");
    }

    /**
     * A form that was begun.
     *
     * @param id which
     * @param address of the page that it is filled in on, without the parameter {@code draft}
     * @param title what to call it
     * @param savedAt when it was kept
     * @param answers what is filled in
     */
    public record Draft(String id, String address, String title, Instant savedAt, Answers answers) {}

    /**
     * Keeps what is filled in.
     *
     * @param id of the draft that it takes the place of, if there is one
     * @return under which it is found again
     */
    public String keep(String account, Optional<String> id, String address, String title, Answers answers) {
        var mine = of(account);
        var name = id.filter(known -> mine.stream().anyMatch(draft -> draft.id().equals(known)))
                .orElseGet(() -> UUID.randomUUID().toString());
        if (mine.size() >= MOST && mine.stream().noneMatch(draft -> draft.id().equals(name))) {
            throw Refusal.of(
                    Kind.LIMIT, "草稿已有 %d 份；请先删去不用的", "there are %d drafts already; delete some first", mine.size());
        }
        var body = JsonTree.object();
        body.put("address", address);
        body.put("title", title);
        body.put(
                "savedAt",
                settings.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString());
        body.set("answers", JsonTree.tree(answers.asMap()));
        try {
            Files.createDirectories(home(account));
            var waiting = Files.createTempFile(home(account), "draft", ".new");
            Files.write(waiting, JsonTree.bytes(body));
            Files.move(
                    waiting, file(account, name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return name;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** The drafts of an account, the newest first. */
    public List<Draft> of(String account) {
        if (!Files.isDirectory(home(account))) {
            return List.of();
        }
        try (var files = Files.list(home(account))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .flatMap(file -> read(file).stream())
                    .sorted(Comparator.comparing(Draft::savedAt).reversed())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One draft of the account. */
    public Optional<Draft> find(String account, String id) {
        return of(account).stream().filter(draft -> draft.id().equals(id)).findFirst();
    }

    /** Forgets a draft, if there is one. */
    public void forget(String account, String id) {
        if (find(account, id).isPresent()) {
            try {
                Files.deleteIfExists(file(account, id));
            } catch (IOException stuck) {
                throw new UncheckedIOException(stuck);
            }
        }
    }

    private static Optional<Draft> read(Path file) {
        try {
            if (!(JsonTree.of(Files.readAllBytes(file)) instanceof ObjectNode body)) {
                return Optional.empty();
            }
            var inputs = new LinkedHashMap<String, List<String>>();
            body.path("answers").properties().forEach(entry -> {
                var values = new ArrayList<String>();
                entry.getValue().forEach(value -> values.add(value.asText()));
                inputs.put(entry.getKey(), values);
            });
            return Optional.of(new Draft(
                    file.getFileName().toString().replace(".json", ""),
                    body.path("address").asText(),
                    body.path("title").asText(),
                    Instant.parse(body.path("savedAt").asText()),
                    Answers.of(inputs)));
        } catch (IOException gone) {
            // another page has just taken it away
            return Optional.empty();
        }
    }

    private Path home(String account) {
        return AccountFolder.in(folder, account);
    }

    private Path file(String account, String id) {
        return home(account).resolve(id + ".json");
    }
}
