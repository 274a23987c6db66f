package org.shuqi.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shuqi.problem.Text;
import org.shuqi.proof.SealCheck;
import org.shuqi.proof.SignedCheckpoint;
import org.shuqi.proof.Verdict;
import org.shuqi.proof.VerifierKey;

/**
 * Holds the files of a journal against each other and against checkpoints. Needs the folder and the public key and opens no
 * registry. What the last line says, and that there was no other behind it, is proved by a checkpoint only.
 */
public final class JournalCheck {

    private static final int MOST_MISSING = 1_000_000;

    private final List<Verdict.Fault> faults = new ArrayList<>();
    private final List<byte[]> seals = new ArrayList<>();
    /** Lines of which the next one names another seal. */
    private final TreeSet<Integer> torn = new TreeSet<>();

    private final List<byte[]> named = new ArrayList<>();
    private final List<Entry> disposals = new ArrayList<>();
    private final TreeSet<Integer> stubs = new TreeSet<>();
    /** How many seals from the first on are known. */
    private int known = Integer.MAX_VALUE;

    private boolean lastIsRead;
    private boolean follows;

    private JournalCheck() {}

    /**
     * Checks every byte of the journal, and every checkpoint.
     *
     * @param keys the public keys that are believed
     */
    public static Verdict of(Path folder, Collection<SignedCheckpoint> checkpoints, Collection<VerifierKey> keys) {
        var check = new JournalCheck();
        try {
            check.read(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        check.tellTorn();
        check.tellUnaccounted();
        var known = Math.min(check.known, check.seals.size());
        var held = SealCheck.of(check.seals, known, checkpoints, keys);
        check.faults.addAll(held.faults());
        return new Verdict(held.size(), held.root(), held.seal(), held.agreed(), check.faults);
    }

    private void read(Path folder) throws IOException {
        var months = new ArrayList<>(Volumes.months(folder));
        Collections.reverse(months);
        for (var month : months) {
            var file = Pages.file(folder, month);
            var left = Stubs.file(folder, month);
            if (Files.exists(file)) {
                // cut off between stubs and deletion, a disposal leaves both; the lines are what counts
                Pages.raw(file, line -> line(line, file.getFileName().toString()));
            } else {
                Pages.raw(left, line -> stub(line, left.getFileName().toString()));
            }
        }
    }

    private void line(Pages.Raw raw, String file) {
        var read = raw.read();
        if (read.isEmpty()) {
            lost(file);
            return;
        }
        var entry = read.get().entry();
        at(entry.number(), file);
        if (entry.number() == seals.size() + 1L) {
            links(entry.previous());
            add(Pages.digest(raw.bytes()), true);
            if (entry.sort() == Entry.Sort.DISPOSED) {
                disposals.add(entry);
            }
        }
    }

    private void stub(Pages.Raw raw, String file) {
        var read = Stubs.Stub.read(raw);
        if (read.isEmpty()) {
            lost(file);
            return;
        }
        at(read.get().number(), file);
        if (read.get().number() == seals.size() + 1L) {
            stubs.add(seals.size() + 1);
            add(HexFormat.of().parseHex(read.get().seal()), true);
        }
    }

    /** Tells of lines that should stand before this one, or that this one should not stand here. */
    private void at(long number, String file) {
        var expected = seals.size() + 1;
        if (number < expected) {
            fault(
                    expected,
                    expected,
                    Text.of(
                            "台账 `%s`：第 %d 行出现在第 %d 行的位置",
                            "journal `%s`: line %d stands where line %d belongs", file, number, expected));
        } else if (number > expected) {
            fault(
                    expected,
                    (int) Math.min(number - 1, Integer.MAX_VALUE),
                    Text.of(
                            "台账 `%s`：缺第 %d 到 %d 行",
                            "journal `%s`: lines %d to %d are missing", file, expected, number - 1));
            known = Math.min(known, seals.size());
            // a number that somebody made up does not fill the memory
            if (number - expected <= MOST_MISSING) {
                while (seals.size() < number - 1) {
                    add(new byte[32], false);
                }
            }
        }
    }

    private void lost(String file) {
        var number = seals.size() + 1;
        fault(
                number,
                number,
                Text.of("台账 `%s`：第 %d 行已损坏，读不出", "journal `%s`: line %d is damaged and cannot be read", file, number));
        known = Math.min(known, seals.size());
        add(new byte[32], false);
    }

    /** What the line says of the one before; of a lost one that is believed. */
    private void links(String previous) {
        var last = seals.size() - 1;
        var seal = seal(previous);
        if (last < 0) {
            if (!previous.isEmpty()) {
                fault(1, 1, Text.of("台账第 1 行之前还有所指", "line 1 of the journal names one before it"));
            }
            return;
        }
        if (seal == null) {
            torn.add(last + 1);
        } else if (!lastIsRead) {
            seals.set(last, seal);
            // of several that are lost only the last is named
            if (known == last) {
                known = Integer.MAX_VALUE;
            }
        } else if (!Arrays.equals(seal, seals.get(last))) {
            torn.add(last + 1);
            named.set(last, seal);
        }
    }

    private static byte @Nullable [] seal(String text) {
        return text.matches("[0-9a-f]{64}") ? HexFormat.of().parseHex(text) : null;
    }

    private void add(byte[] seal, boolean isRead) {
        seals.add(seal);
        named.add(seal);
        lastIsRead = isRead;
    }

    /** A line that does not fit its neighbours on both sides was changed; of one that fits one side, it or its neighbour. */
    private void tellTorn() {
        for (var first : List.copyOf(torn)) {
            if (torn.contains(first - 1)) {
                continue;
            }
            var last = first;
            while (torn.contains(last + 1)) {
                last++;
            }
            var isVouchedFor = last + 1 < seals.size();
            if (isVouchedFor) {
                // the next line is what the one behind it seals, so what it names is believed
                seals.set(last - 1, named.get(last - 1));
            }
            var to = isVouchedFor ? last : last + 1;
            fault(
                    first,
                    to,
                    Text.of(
                            "台账第 %d 到 %d 行：内容与后一行所记的哈希不符，曾被改动",
                            "lines %d to %d of the journal: what stands there is not what the next line seals; it was changed",
                            first,
                            to));
        }
    }

    /** Lines of which only seals are left have to be those that a line accounts for. */
    private void tellUnaccounted() {
        var open = new TreeSet<>(stubs);
        for (var disposal : disposals) {
            var first = number(disposal, Disposal.FIRST);
            var last = number(disposal, Disposal.LAST);
            if (first < 1 || last < first || last > seals.size() || !stubs.contains(first)) {
                continue;
            }
            if (SealCheck.root(seals.subList(first - 1, last))
                    .equals(disposal.facts().get(Disposal.ROOT))) {
                open.subSet(first, true, last, true).clear();
            }
        }
        if (!open.isEmpty()) {
            fault(
                    open.first(),
                    open.last(),
                    Text.of(
                            "台账第 %d 到 %d 行只剩哈希，而没有一行销毁记录说明的正是它们",
                            "of lines %d to %d of the journal only hashes are left, and they are not what a line says was disposed of",
                            open.first(),
                            open.last()));
        }
    }

    private static int number(Entry disposal, String fact) {
        var text = disposal.facts().getOrDefault(fact, "");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private void fault(int first, int last, Text what) {
        faults.add(new Verdict.Fault(first, last, what));
    }
}
