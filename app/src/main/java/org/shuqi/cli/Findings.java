package org.shuqi.cli;

import java.util.List;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation;

/** Shows findings of the shapes to a person. */
final class Findings {

    /** A screenful; the rest is in the report. */
    static final int SHOWN = 20;

    private Findings() {}

    static void list(Terminal terminal, List<Violation> findings) {
        findings.stream().limit(SHOWN).forEach(finding -> terminal.complain(line(finding)));
        if (findings.size() > SHOWN) {
            terminal.complain(Text.of("  …另有 %d 处", "  … and %d more", findings.size() - SHOWN));
        }
    }

    private static Text line(Violation finding) {
        var where = finding.focus() + finding.path().map(path -> " " + path).orElse("");
        return new Text(
                "  [" + (finding.severity() == Violation.Severity.VIOLATION ? "违反" : "提醒") + "] " + where + "："
                        + finding.message().zh(),
                "  [" + (finding.severity() == Violation.Severity.VIOLATION ? "violation" : "warning") + "] " + where
                        + ": " + finding.message().en());
    }
}
