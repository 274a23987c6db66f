package org.shuqi.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.shuqi.graph.LogFile;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;

/**
 * Holds a log file against checkpoints that somebody kept elsewhere. Needs the file and the public key and nothing else: no
 * store, no server, nothing that the operator of the registry could have prepared.
 */
public final class LogCheck {

    private final List<Verdict.Fault> faults = new ArrayList<>();
    private final List<byte[]> seals = new ArrayList<>();
    private String seal = "0".repeat(64);
    private boolean complete = true;

    private LogCheck() {}

    /**
     * Checks every byte of the log, and every checkpoint.
     *
     * @param keys the public keys that are believed
     */
    public static Verdict of(Path log, Collection<SignedCheckpoint> checkpoints, Collection<VerifierKey> keys) {
        var check = new LogCheck();
        LogFile.at(log).read(check.new Reading());
        var agreed = check.against(checkpoints, keys);
        return new Verdict(check.seals.size(), check.root(), check.seal, agreed, check.faults);
    }

    /**
     * Proves from a log file that an entry is in it.
     *
     * @param size of the log to prove it for; all of it if absent
     * @throws Refusal BROKEN if the file is damaged, UNKNOWN or UNUSABLE if it is not so long
     */
    public static Inclusion inclusion(Path log, long revision, OptionalLong size) {
        var check = sound(log);
        var end = size.orElse(check.seals.size());
        check.requireSize(revision, 1);
        check.requireSize(end, revision);
        var tree = check.tree();
        return new Inclusion(
                revision,
                Hex.of(check.seals.get((int) revision - 1)),
                end,
                Hex.of(tree.root(end)),
                Hex.of(tree.inclusion(revision - 1, end)));
    }

    /**
     * Proves from a log file that it only grew between two sizes.
     *
     * @param to the later size; that of the file if absent
     * @throws Refusal BROKEN if the file is damaged, UNUSABLE if it is not so long
     */
    public static Consistency consistency(Path log, long from, OptionalLong to) {
        var check = sound(log);
        var end = to.orElse(check.seals.size());
        check.requireSize(from, 1);
        check.requireSize(end, from);
        var tree = check.tree();
        return new Consistency(
                from, end, Hex.of(tree.root(from)), Hex.of(tree.root(end)), Hex.of(tree.consistency(from, end)));
    }

    private static LogCheck sound(Path log) {
        var check = new LogCheck();
        LogFile.at(log).read(check.new Reading());
        check.faults.stream().findFirst().ifPresent(fault -> {
            throw new Refusal(Problem.of(Kind.BROKEN, fault.what()));
        });
        return check;
    }

    private void requireSize(long size, long least) {
        if (size < least || size > seals.size()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "日志长度 `%d` 不可用；应为 %d 到 %d 的整数",
                    "the size `%d` of the log is of no use; give a whole number from %d to %d",
                    size,
                    least,
                    seals.size());
        }
    }

    private Tree tree() {
        return new Tree((from, count) -> seals.subList((int) from, (int) from + count).stream()
                .map(Merkle::leaf)
                .toList());
    }

    private final class Reading implements LogFile.Reader {

        @Override
        public void entry(LogFile.Entry entry) {
            if (seals.size() + 1 == entry.commit().revision()) {
                add(entry.seal());
            } else {
                complete = false;
            }
        }

        @Override
        public void damage(LogFile.Damage damage) {
            faults.add(new Verdict.Fault(
                    damage.first(),
                    Math.max(damage.first(), damage.last()),
                    Text.of(
                            "第 %d 到 %d 字节（修订 %d）：%s",
                            "bytes %d to %d, revision %d: %s",
                            damage.from(),
                            damage.to(),
                            damage.first(),
                            damage.what())));
            damage.seal().ifPresent(named -> believe(damage.last(), named));
        }

        /** The next entry names the hash of the lost one: the root then shows whether it names the right one. */
        private void believe(long revision, String named) {
            if (revision == seals.size() && revision > 0) {
                seals.remove(seals.size() - 1);
                add(named);
            } else if (revision == seals.size() + 1) {
                add(named);
            } else {
                complete = complete && revision == 0;
            }
        }

        private void add(String hash) {
            seal = hash;
            seals.add(Hex.bytes(hash).orElseThrow());
        }
    }

    private String root() {
        return Hex.of(tree().root(seals.size()));
    }

    /** How far the log is what was signed: the size of the greatest checkpoint that agrees with it. */
    private long against(Collection<SignedCheckpoint> checkpoints, Collection<VerifierKey> keys) {
        var tree = tree();
        var agreed = 0L;
        var forked = false;
        for (var signed : checkpoints.stream()
                .sorted(Comparator.comparingLong(signed -> signed.checkpoint().size()))
                .toList()) {
            var checkpoint = signed.checkpoint();
            if (signed.note().signer(keys).isEmpty()) {
                faults.add(Verdict.Fault.of(
                        checkpoint.size(),
                        "修订 %d 的检查点没有所给公钥的签名",
                        "the checkpoint of revision %d has no signature of the keys given",
                        checkpoint.size()));
            } else if (checkpoint.size() > seals.size()) {
                faults.add(tooShort(checkpoint.size()));
            } else if (Hex.of(tree.root(checkpoint.size())).equals(checkpoint.root())) {
                agreed = checkpoint.size();
            } else if (!forked) {
                forked = true;
                faults.add(new Verdict.Fault(agreed + 1, checkpoint.size(), differs(agreed, checkpoint.size())));
            }
        }
        return agreed;
    }

    private Verdict.Fault tooShort(long signed) {
        return new Verdict.Fault(
                seals.size() + 1L,
                signed,
                complete
                        ? Text.of(
                                "日志止于修订 %d，而检查点签到了修订 %d：末尾被截去",
                                "the log ends at revision %d, and revision %d was signed: its end was cut off",
                                seals.size(),
                                signed)
                        : Text.of(
                                "修订 %d 之后有缺损，无法与修订 %d 的检查点核对",
                                "entries after revision %d are lost, so that the checkpoint of revision %d cannot be held against it",
                                seals.size(),
                                signed));
    }

    private static Text differs(long agreed, long signed) {
        return Text.of(
                "修订 %d 到 %d 之间的内容与检查点所签的不同：日志被改写",
                "what stands at revisions %d to %d is not what the checkpoint signs: the log was written anew",
                agreed + 1,
                signed);
    }
}
