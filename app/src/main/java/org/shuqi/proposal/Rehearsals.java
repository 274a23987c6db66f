package org.shuqi.proposal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.standard.TermEdit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rehearsals under way and done, one a working copy.
 *
 * <p>One runs at a time, whoever looks at it or goes away. What is under way, and what came of it, is kept in a folder: who
 * comes back later, and a server that was stopped, finds it again; one that was cut off begins anew.
 */
public final class Rehearsals implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsals.class);
    private static final Caller WORKER = new Caller("shuqi-rehearsal", Set.of(Role.OPERATOR));
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(com.fasterxml.jackson.databind.SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Rehearsing rehearsing;
    private final Proposals proposals;
    private final Path folder;
    private final Map<String, State> states = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "shuqi-rehearsal");
        thread.setDaemon(true);
        return thread;
    });

    private Rehearsals(Rehearsing rehearsing, Proposals proposals, Path folder) {
        this.rehearsing = rehearsing;
        this.proposals = proposals;
        this.folder = folder;
    }

    /** Those of one registry; takes up what was under way when it was last closed. */
    public static Rehearsals in(Path folder, Rehearsing rehearsing, Proposals proposals) {
        var all = new Rehearsals(rehearsing, proposals, folder);
        all.takeUp();
        return all;
    }

    /**
     * Where a rehearsal stands.
     *
     * @param of digest of the edits that it is of
     * @param stage what it is at; none before it begins and after it ends
     * @param done how many it has looked at
     * @param total of how many, 0 if that is not known
     * @param result what came of it
     * @param failure why nothing came of it
     */
    public record State(
            String of,
            Optional<Rehearsing.Stage> stage,
            long done,
            long total,
            Optional<Rehearsal> result,
            Optional<Text> failure) {

        /** Whether it has ended, well or not. */
        public boolean isOver() {
            return result.isPresent() || failure.isPresent();
        }
    }

    /**
     * Begins to rehearse a working copy as it stands, unless that is under way.
     *
     * @throws Refusal UNKNOWN if there is no such working copy
     */
    public State begin(String id) {
        var edits = proposals.edits(id);
        var of = proposals.digest(id);
        var running = states.get(id);
        if (running != null && !running.isOver() && running.of().equals(of)) {
            return running;
        }
        var state = new State(of, Optional.empty(), 0, 0, Optional.empty(), Optional.empty());
        keep(id, state);
        worker.execute(() -> Acting.as(WORKER, () -> run(id, of, edits)));
        return state;
    }

    /** Where the rehearsal of a working copy stands, if it is of its present edits. */
    public Optional<State> of(String id) {
        var of = proposals.digest(id);
        return Optional.ofNullable(states.get(id)).or(() -> kept(id)).filter(state -> state.of()
                .equals(of));
    }

    private void run(String id, String of, List<TermEdit> edits) {
        if (!Optional.ofNullable(states.get(id)).map(State::of).orElse("").equals(of)) {
            return;
        }
        try {
            var result = rehearsing.of(
                    edits,
                    (stage, done, total) -> states.put(
                            id, new State(of, Optional.of(stage), done, total, Optional.empty(), Optional.empty())));
            keep(id, new State(of, Optional.empty(), 0, 0, Optional.of(result), Optional.empty()));
        } catch (Refusal refused) {
            var detail = refused.problem().detail();
            keep(id, new State(of, Optional.empty(), 0, 0, Optional.empty(), Optional.of(detail)));
        } catch (RuntimeException broken) {
            LOG.warn("rehearsal of {} failed", id, broken);
            var detail = Text.of("预演中断；请重新预演", "the rehearsal broke off; begin it again");
            keep(id, new State(of, Optional.empty(), 0, 0, Optional.empty(), Optional.of(detail)));
        }
    }

    private void takeUp() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .forEach(this::takeUp);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void takeUp(String id) {
        kept(id).filter(state -> !state.isOver()).ifPresent(state -> {
            try {
                Acting.as(WORKER, () -> begin(id));
            } catch (Refusal gone) {
                LOG.info("the rehearsal of {} is not taken up: {}", id, gone.getMessage());
            }
        });
    }

    /** On disk first: who sees that it has ended may stop the server the moment after. */
    private void keep(String id, State state) {
        try {
            Files.createDirectories(folder);
            var file = file(id);
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, JSON.writeValueAsBytes(state));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritten) {
            // the result is shown all the same; it is only not found again after a restart
            LOG.warn("the rehearsal of {} cannot be kept", id, unwritten);
        }
        states.put(id, state);
    }

    private Optional<State> kept(String id) {
        var file = file(id);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var state = JSON.readValue(Files.readAllBytes(file), State.class);
            states.putIfAbsent(id, state);
            return Optional.of(state);
        } catch (IOException unreadable) {
            LOG.warn("the rehearsal of {} cannot be read; begin it again", id, unreadable);
            return Optional.empty();
        }
    }

    private Path file(String id) {
        return folder.resolve(id.replaceAll("[^A-Za-z0-9_-]", "_") + ".json");
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
