package org.shuqi.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.shuqi.problem.Text;

/** Holds the hashes of a journal against what checkpoints sign of it; needs nothing else. */
public final class SealCheck {

    private SealCheck() {}

    /** The root over the hashes, in hexadecimal. */
    public static String root(List<byte[]> seals) {
        return Hex.of(Merkle.root(seals.stream().map(Merkle::leaf).toList()));
    }

    /**
     * Checks every checkpoint.
     *
     * @param seals of all lines, from the first on
     * @param known how many of them are known; those behind are lost
     * @param keys the public keys that are believed
     */
    public static Verdict of(
            List<byte[]> seals, long known, Collection<SignedCheckpoint> checkpoints, Collection<VerifierKey> keys) {
        var tree = new Tree((from, count) -> seals.subList((int) from, (int) from + count).stream()
                .map(Merkle::leaf)
                .toList());
        var faults = new ArrayList<Verdict.Fault>();
        var agreed = 0L;
        var forked = false;
        for (var signed : checkpoints.stream()
                .filter(each -> each.checkpoint().journal().isPresent())
                .sorted(Comparator.comparingLong(SealCheck::size))
                .toList()) {
            var size = size(signed);
            if (signed.note().signer(keys).isEmpty()) {
                faults.add(Verdict.Fault.of(
                        size,
                        "签到台账第 %d 行的检查点没有所给公钥的签名",
                        "the checkpoint of %d lines of the journal has no signature of the keys given",
                        size));
            } else if (size > seals.size()) {
                faults.add(new Verdict.Fault(seals.size() + 1L, size, cut(seals.size(), size)));
            } else if (size <= known && root(tree, size).equals(rootOf(signed))) {
                agreed = size;
            } else if (!forked) {
                forked = true;
                faults.add(new Verdict.Fault(agreed + 1, size, differs(agreed, size)));
            }
        }
        return new Verdict(
                seals.size(), root(tree, known), known == 0 ? "" : Hex.of(seals.get((int) known - 1)), agreed, faults);
    }

    private static String root(Tree tree, long size) {
        return Hex.of(tree.root(size));
    }

    private static long size(SignedCheckpoint signed) {
        return signed.checkpoint().journal().orElseThrow().size();
    }

    private static String rootOf(SignedCheckpoint signed) {
        return signed.checkpoint().journal().orElseThrow().root();
    }

    private static Text cut(long there, long signed) {
        return Text.of(
                "台账止于第 %d 行，而检查点签到了第 %d 行：末尾被截去",
                "the journal ends at line %d, and %d lines were signed: its end was cut off", there, signed);
    }

    private static Text differs(long agreed, long signed) {
        return Text.of(
                "台账第 %d 到 %d 行的内容与检查点所签的不同：被改写或缺失",
                "what stands at lines %d to %d of the journal is not what the checkpoint signs: written anew, or lost",
                agreed + 1,
                signed);
    }
}
