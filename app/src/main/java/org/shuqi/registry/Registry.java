package org.shuqi.registry;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shuqi.casework.Cases;
import org.shuqi.casework.Tables;
import org.shuqi.change.ChangeDoor;
import org.shuqi.change.Changes;
import org.shuqi.decision.Asker;
import org.shuqi.decision.Decisions;
import org.shuqi.decision.Engine;
import org.shuqi.gate.Gate;
import org.shuqi.graph.Store;
import org.shuqi.graph.Stores;
import org.shuqi.journal.Journal;
import org.shuqi.journal.Tallies;
import org.shuqi.proof.Checkpoints;
import org.shuqi.proof.SigningKeys;
import org.shuqi.record.Records;
import org.shuqi.rights.Rights;
import org.shuqi.signature.Signatures;
import org.shuqi.standard.Standard;

/** One open registry: its parts, put together. Only one process at a time may open a data folder. */
public final class Registry implements AutoCloseable {

    private final Settings settings;
    private final Store store;
    private final Standard standard;
    private final Rights rights;
    private final ChangeDoor changes;
    private final Records records;
    private final Cases cases;
    private final Decisions decisions;
    private final Journal journal;
    private final Tallies tallies;
    private final Doors doors;

    private Registry(Settings settings, Store store) {
        this.settings = settings;
        this.store = store;
        this.standard = Standard.over(store);
        var shapes = standard.guard();
        var tables = Tables.of(store);
        var steps = Cases.guard(tables, settings.clock(), settings.zone());
        this.rights = Rights.over(store);
        var signatures = Signatures.guard(settings.clock(), settings.zone());
        this.changes = ChangeDoor.open(
                store,
                (after, delta) -> Stream.of(
                                shapes.check(after, delta), steps.check(after, delta), signatures.check(after, delta))
                        .flatMap(List::stream)
                        .toList(),
                rights.writing(),
                standard.publishing());
        this.records = new Records(store, changes, settings.baseIri(), settings.clock());
        this.cases = new Cases(store, records, tables, settings.clock(), settings.zone());
        this.decisions = Engine.over(store, settings.baseIri(), settings.zone(), settings.profile(), settings.clock());
        this.journal = Journal.in(settings.data().resolve(Journal.FOLDER), settings.clock());
        this.tallies = new Tallies(journal, settings.clock());
        this.doors = doors(tables);
    }

    private Doors doors(Tables tables) {
        var seen = rights.sighted();
        var records = new Records(seen, changes, settings.baseIri(), settings.clock()).following(store);
        return new Doors(
                seen,
                records,
                new Cases(seen, records, tables, settings.clock(), settings.zone()),
                decisions.heardBy(
                        knownAt -> rights.questioner(knownAt)
                                .<Asker>map(Questioned::new)
                                .orElse(Asker.UNBOUND),
                        new Counting(tallies)));
    }

    /**
     * Opens the registry in its data folder, or begins one there; brings in the shipped release if it is new.
     *
     * @throws org.shuqi.problem.Refusal OVERLOADED if another process has the folder, BROKEN if the log is damaged
     */
    public static Registry open(Settings settings) {
        var store = settings.fullScan() ? Stores.openReadingAll(settings.data()) : Stores.open(settings.data());
        try {
            Bootstrap.bringIn(store);
            return new Registry(settings, store);
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }

    /** What the operator has set. */
    public Settings settings() {
        return settings;
    }

    /** Log, graph and what is derived from them, for reading. */
    public Store store() {
        return store;
    }

    /** The shapes, for checking without writing. */
    public Gate gate() {
        return standard.gate();
    }

    /** The words and shapes in force. */
    public Standard standard() {
        return standard;
    }

    /** What callers may read, ask and write. */
    public Rights rights() {
        return rights;
    }

    /** The one door for writes. */
    public Changes changes() {
        return changes;
    }

    /**
     * Signed checkpoints of the log, and of the journal with it.
     *
     * @param folder where they are kept; {@code checkpoints} in the data folder if absent
     */
    public Checkpoints checkpoints(Optional<Path> folder) {
        var data = settings.data();
        return Checkpoints.over(
                store,
                journal,
                folder.orElseGet(() -> data.resolve("checkpoints")),
                SigningKeys.in(data, settings.baseIri(), settings.clock()),
                settings.clock());
    }

    /** The records, one by one. */
    public Records records() {
        return records;
    }

    /** The procedures that records go through. */
    public Cases cases() {
        return cases;
    }

    /** May P share D with R for U? */
    public Decisions decisions() {
        return decisions;
    }

    /** Who took data out, and who was denied what. */
    public Journal journal() {
        return journal;
    }

    /** What is counted until it is written into the journal. */
    public Tallies tallies() {
        return tallies;
    }

    /** The parts as callers with limited rights may have them; all others here are whole. */
    public Doors doors() {
        return doors;
    }

    @Override
    public void close() {
        try {
            tallies.write();
        } finally {
            List.<Runnable>of(changes::close, store::close).forEach(Runnable::run);
        }
    }
}
