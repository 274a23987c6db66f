package org.shuqi.web.imports;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.change.Changes;
import org.shuqi.graph.Store;
import org.shuqi.problem.Refusal;
import org.shuqi.registry.Settings;
import org.shuqi.sheet.ImportOrder;
import org.shuqi.sheet.ImportReport;
import org.shuqi.sheet.Imports;
import org.shuqi.sheet.Progress;

/** Files that are being checked or written, one after the other; a page that is loaded again finds its own. */
@Singleton
final class Runs {

    private static final int MOST = 12;
    /** No file that is taken needs as long. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Imports imports;
    private final Uploads uploads;
    private final Settings settings;
    private final ExecutorService workers = Executors.newFixedThreadPool(2, work -> {
        var thread = new Thread(work, "import");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Run> runs = new LinkedHashMap<>();

    Runs(Store store, Changes changes, Uploads uploads, Settings settings) {
        this.imports = new Imports(store, changes, settings.baseIri());
        this.uploads = uploads;
        this.settings = settings;
    }

    /**
     * One check, or one writing.
     *
     * @param since when it was asked for
     * @param heard how far it is
     * @param report what came of it
     */
    record Run(Instant since, ImportOrder.Mode mode, Heard heard, CompletableFuture<ImportReport> report) {}

    /** What a check last said of how far it is. */
    static final class Heard implements Progress {

        private volatile ImportsPage.Rows rows = new ImportsPage.Rows(0, 0);

        @Override
        public void at(long done, long of) {
            rows = new ImportsPage.Rows(done, of);
        }

        ImportsPage.Rows rows() {
            return rows;
        }
    }

    /** The check of this version, begun now if it was not yet. */
    synchronized Run check(Caller caller, Upload upload) {
        var known = runs.get(key(caller, upload));
        return known != null ? known : begin(caller, upload, ImportOrder.Mode.DRY_RUN);
    }

    /** Writes it. */
    synchronized Run write(Caller caller, Upload upload, ImportOrder.Mode mode) {
        return begin(caller, upload, mode);
    }

    /** Forgets what was found, so that the next look checks anew. */
    synchronized void forget(Caller caller, Upload upload) {
        runs.remove(key(caller, upload));
    }

    private Run begin(Caller caller, Upload upload, ImportOrder.Mode mode) {
        var order = new ImportOrder(
                uploads.file(caller.id(), upload),
                upload.name().replaceAll("\\.[A-Za-z0-9]{1,5}$", ""),
                mode,
                Optional.empty(),
                Optional.of(upload.catalog()).filter(name -> !name.isEmpty()),
                "import " + upload.name(),
                upload.corrections());
        var heard = new Heard();
        var run = new Run(
                settings.clock().instant(),
                mode,
                heard,
                CompletableFuture.supplyAsync(
                        () -> Acting.as(caller, () -> done(caller, upload, imports.run(order, caller, heard))),
                        workers));
        runs.put(key(caller, upload), run);
        while (runs.size() > MOST) {
            runs.remove(runs.keySet().iterator().next());
        }
        return run;
    }

    /** What was written is noted with the file, so that it is known after a restart too. */
    private ImportReport done(Caller caller, Upload upload, ImportReport report) {
        if (report.mode() != ImportOrder.Mode.DRY_RUN && report.verdict() != ImportReport.Verdict.REFUSED) {
            var counts = report.counts();
            uploads.keep(
                    caller.id(),
                    upload.written(
                            report.revision(),
                            ImportsPage.COUNTED.stream()
                                    .map(name -> counts.getOrDefault(name, 0L))
                                    .toList()));
        }
        return report;
    }

    /**
     * What came of it, if that is known soon.
     *
     * @throws Refusal what the import itself refused
     */
    static Optional<ImportReport> soon(Run run, Duration patience) {
        try {
            return Optional.of(run.report().get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException later) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** What came of it, however long it takes. */
    static ImportReport over(Run run) {
        return soon(run, LONGEST).orElseThrow(() -> new IllegalStateException("the check was stopped"));
    }

    private static String key(Caller caller, Upload upload) {
        return caller.id() + " " + upload.id() + " " + upload.version();
    }

    @PreDestroy
    void close() {
        workers.shutdown();
    }
}
