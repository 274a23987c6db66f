package org.shuqi.proof;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.proof.Checkpoint.Journalled;

/**
 * Signs what the log, and the journal beside it, are from time to time, and proves what the log holds.
 *
 * <p>Before it signs for the first time after a start it makes sure that both still are what was signed last: one
 * that was cut or written anew is not signed, whoever asks for it.
 */
public final class Checkpoints {

    private final Store store;
    private final SigningKeys keys;
    private final KeptCheckpoints kept;
    private final Clock clock;
    private final Tree tree;
    private final Optional<Chain> journal;
    private final Optional<Tree> journalTree;
    private Optional<SignedCheckpoint> newest = Optional.empty();
    private boolean trusted;

    private Checkpoints(Store store, Optional<Chain> journal, Path folder, SigningKeys keys, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.kept = new KeptCheckpoints(folder);
        this.clock = clock;
        this.tree = new Tree((from, count) -> leaves(store.seals(from, count)));
        this.journal = journal;
        this.journalTree = journal.map(lines -> new Tree((from, count) -> leaves(lines.seals(from, count))));
    }

    /**
     * The checkpoints of one registry.
     *
     * @param folder where they are kept; made when the first is signed
     */
    public static Checkpoints over(Store store, Path folder, SigningKeys keys, Clock clock) {
        return new Checkpoints(store, Optional.empty(), folder, keys, clock);
    }

    /** The same, with the journal beside the log, which every checkpoint signs too. */
    public static Checkpoints over(Store store, Chain journal, Path folder, SigningKeys keys, Clock clock) {
        return new Checkpoints(store, Optional.of(journal), folder, keys, clock);
    }

    /** The keys that sign. */
    public SigningKeys keys() {
        return keys;
    }

    /** The one that was signed last. */
    public synchronized Optional<SignedCheckpoint> newest() {
        if (newest.isEmpty()) {
            newest = kept.newest();
        }
        return newest;
    }

    /** Some that were signed, the last first. */
    public List<SignedCheckpoint> page(long offset, int limit) {
        return kept.page(offset, limit);
    }

    /** All that were signed, the oldest first. */
    public List<SignedCheckpoint> all() {
        var all = new ArrayList<>(kept.page(0, Integer.MAX_VALUE));
        Collections.reverse(all);
        return all;
    }

    /**
     * Signs the log and the journal as they are now; the last one again if nothing was written since.
     *
     * @throws Refusal BROKEN if either is not the one that was signed before
     */
    public synchronized SignedCheckpoint sign() {
        var size = store.revision();
        var lines = lines();
        var last = newest();
        requireTheSame(last);
        if (last.isPresent()
                && last.get().checkpoint().size() == size
                && last.get().checkpoint().journal().map(Journalled::size).orElse(0L) == lines) {
            return last.get();
        }
        var signed = signed(size, lines);
        kept.add(signed);
        newest = Optional.of(signed);
        return signed;
    }

    /**
     * Signs if so many entries and lines were written since the last one, or if any were and it is so old.
     *
     * @throws Refusal BROKEN if log or journal are not those that were signed before
     */
    public synchronized void signIfDue(long entries, Duration age) {
        var last = newest().map(SignedCheckpoint::checkpoint);
        var entered = store.revision() - last.map(Checkpoint::size).orElse(0L);
        var noted = lines()
                - last.flatMap(Checkpoint::journal).map(Journalled::size).orElse(0L);
        var old = last.map(Checkpoint::at)
                .map(at -> !at.plus(age).isAfter(clock.instant()))
                .orElse(true);
        var written = entered + noted;
        if (entered < 0 || noted < 0 || written >= entries || (written > 0 && old)) {
            sign();
        }
    }

    private long lines() {
        return journal.map(Chain::size).orElse(0L);
    }

    /**
     * Proves that an entry is in the log.
     *
     * @param size of the log to prove it for; that of the newest checkpoint if absent and it has the entry, else all
     * @throws Refusal UNKNOWN if there is no such entry, UNUSABLE if the log was or is not so long
     */
    public Inclusion inclusion(long revision, OptionalLong size) {
        var end =
                size.orElseGet(() -> newest().map(signed -> signed.checkpoint().size())
                        .filter(signed -> signed >= revision)
                        .orElseGet(store::revision));
        if (revision < 1 || revision > store.revision()) {
            throw Refusal.of(
                    Kind.UNKNOWN,
                    "没有修订 `%d`；最新修订是 %d",
                    "no revision `%d`; the newest is %d",
                    revision,
                    store.revision());
        }
        requireSize(end, revision);
        return new Inclusion(
                revision, store.seal(revision), end, Hex.of(tree.root(end)), Hex.of(tree.inclusion(revision - 1, end)));
    }

    /**
     * Proves that the log only grew.
     *
     * @param to the later size; that of the newest checkpoint if absent
     * @throws Refusal UNUSABLE if the log was or is not so long
     */
    public Consistency consistency(long from, OptionalLong to) {
        var end = to.orElseGet(() -> newest().map(signed -> signed.checkpoint().size())
                .filter(signed -> signed >= from)
                .orElseGet(store::revision));
        requireSize(from, 1);
        requireSize(end, from);
        return new Consistency(
                from, end, Hex.of(tree.root(from)), Hex.of(tree.root(end)), Hex.of(tree.consistency(from, end)));
    }

    private void requireSize(long size, long least) {
        if (size < least || size > store.revision()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "日志长度 `%d` 不可用；应为 %d 到 %d 的整数",
                    "the size `%d` of the log is of no use; give a whole number from %d to %d",
                    size,
                    least,
                    store.revision());
        }
    }

    private SignedCheckpoint signed(long size, long lines) {
        var checkpoint = new Checkpoint(
                keys.name(),
                size,
                Hex.of(tree.root(size)),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                store.seal(size),
                journalTree.filter(any -> lines > 0).map(of -> new Journalled(lines, Hex.of(of.root(lines)))));
        return new SignedCheckpoint(checkpoint, keys.sign(checkpoint.text()));
    }

    private void requireTheSame(Optional<SignedCheckpoint> last) {
        if (last.isEmpty() || trusted) {
            return;
        }
        var signed = last.get().checkpoint();
        if (last.get().note().signer(keys.verifiers()).isEmpty()) {
            throw Refusal.of(
                    Kind.BROKEN,
                    "上一个检查点（修订 %d）的签名不是本登记库的；请核对 checkpoints 目录与 signing.keys",
                    "the last checkpoint, of revision %d, has no signature of this registry; look at the checkpoints and at signing.keys",
                    signed.size());
        }
        if (signed.size() > store.revision()
                || !Hex.of(tree.root(signed.size())).equals(signed.root())) {
            throw Refusal.of(
                    Kind.BROKEN,
                    "日志（修订 %d）不是检查点（修订 %d）所签的日志：曾被截断或改写；在查明之前不再签署",
                    "the log, at revision %d, is not the one that the checkpoint of revision %d signs: it was cut or written anew; nothing is signed until that is cleared up",
                    store.revision(),
                    signed.size());
        }
        signed.journal().ifPresent(this::requireTheSame);
        trusted = true;
    }

    private void requireTheSame(Journalled signed) {
        if (signed.size() > lines()
                || journalTree
                        .filter(of -> Hex.of(of.root(signed.size())).equals(signed.root()))
                        .isEmpty()) {
            throw Refusal.of(
                    Kind.BROKEN,
                    "台账（%d 行）不是检查点（%d 行）所签的台账：曾被截断或改写；在查明之前不再签署",
                    "the journal, of %d lines, is not the one that the checkpoint of %d lines signs: it was cut or written anew; nothing is signed until that is cleared up",
                    lines(),
                    signed.size());
        }
    }

    private static List<byte[]> leaves(List<String> seals) {
        return seals.stream().map(Checkpoints::leaf).toList();
    }

    private static byte[] leaf(String seal) {
        return Merkle.leaf(Hex.bytes(seal).orElseThrow(() -> new IllegalArgumentException("no hash: " + seal)));
    }
}
