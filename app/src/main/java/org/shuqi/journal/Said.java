package org.shuqi.journal;

import java.time.Instant;
import java.util.List;
import org.shuqi.problem.Text;

/**
 * One thing that an exported file says about itself.
 *
 * @param name in both languages
 * @param value as it is
 */
public record Said(Text name, String value) {

    /** What there is to be said of a file: its line in the journal, who took it, when, why, and what revision it shows. */
    public static List<Said> of(long number, String by, Instant at, String reason, long revision) {
        return List.of(
                new Said(new Text("导出编号", "export"), Long.toString(number)),
                new Said(new Text("导出账号", "exported by"), by),
                new Said(new Text("导出时间", "exported at"), at.toString()),
                new Said(new Text("导出理由", "reason"), reason),
                new Said(new Text("登记版本", "revision"), Long.toString(revision)));
    }
}
