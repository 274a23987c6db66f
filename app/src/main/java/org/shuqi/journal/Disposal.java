package org.shuqi.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.proof.SealCheck;

/**
 * What of a journal goes: whole months, from the oldest on.
 *
 * @param before they were over then
 * @param months the oldest first; empty if there are none
 * @param first number of the first line
 * @param last number of the last line
 * @param root Merkle root over the seals of these lines, in hexadecimal
 */
public record Disposal(LocalDate before, List<YearMonth> months, long first, long last, String root) {

    /** Order 809 Art 29: records of sharing are kept for three years at least. */
    public static final int YEARS = 3;

    private static final String RULE = "Order 809 Art 29, " + YEARS + " years";

    static final String FIRST = "first";
    static final String LAST = "last";
    static final String ROOT = "root";

    public Disposal {
        months = List.copyOf(months);
    }

    /**
     * Who decided on it.
     *
     * @param by who does it
     * @param approvedBy the other person who agreed to it
     * @param reason why
     */
    public record Decided(String by, String approvedBy, String reason) {

        public Decided {
            if (by.isBlank() || approvedBy.isBlank() || by.strip().equalsIgnoreCase(approvedBy.strip())) {
                throw Refusal.of(
                        Kind.UNUSABLE,
                        "销毁须由两人决定：`--by` 与 `--approved-by` 各写一人",
                        "two persons decide on a disposal; name one each with `--by` and `--approved-by`");
            }
            if (reason.isBlank()) {
                throw Refusal.of(Kind.UNUSABLE, "请用 `--reason` 写明理由", "say why with `--reason`");
            }
        }
    }

    /** How many lines. */
    public long lines() {
        return months.isEmpty() ? 0 : last - first + 1;
    }

    static Disposal of(Path folder, LocalDate before, LocalDate today) throws IOException {
        if (before.isAfter(today.minusYears(YEARS))) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`%s` 之前的台账未满 %d 年，不得销毁；最晚可写 %s",
                    "of what was noted before `%s` not all is %d years old, so it is kept; the latest day is %s",
                    before,
                    YEARS,
                    today.minusYears(YEARS));
        }
        var months = Pages.newestFirst(folder).stream()
                .filter(month -> !month.plusMonths(1).atDay(1).isAfter(before))
                .sorted(Comparator.naturalOrder())
                .toList();
        var stubs = new ArrayList<Stubs.Stub>();
        for (var month : months) {
            stubs.addAll(Stubs.of(folder, month));
        }
        return stubs.isEmpty()
                ? new Disposal(before, List.of(), 0, 0, "")
                : new Disposal(
                        before,
                        months,
                        stubs.get(0).number(),
                        stubs.get(stubs.size() - 1).number(),
                        root(stubs));
    }

    private static String root(List<Stubs.Stub> stubs) {
        return SealCheck.root(
                stubs.stream().map(stub -> HexFormat.of().parseHex(stub.seal())).toList());
    }

    Journal.Note note(Decided decided) {
        var facts = new TreeMap<String, String>();
        facts.put("before", before.toString());
        facts.put("months", months.get(0) + "/" + months.get(months.size() - 1));
        facts.put(FIRST, Long.toString(first));
        facts.put(LAST, Long.toString(last));
        facts.put(ROOT, root);
        facts.put("approved-by", decided.approvedBy().strip());
        facts.put("rule", RULE);
        return new Journal.Note(
                Entry.Sort.DISPOSED,
                "operator",
                decided.by().strip(),
                decided.reason().strip(),
                "journal",
                facts);
    }
}
