package org.shuqi.cli;

import java.util.stream.Collectors;
import org.shuqi.exchange.LoadReport;
import org.shuqi.problem.Text;

/** Tells a person what became of a load. */
final class Summary {

    private static final int REMARKS_SHOWN = 5;

    private final Terminal terminal;

    Summary(Terminal terminal) {
        this.terminal = terminal;
    }

    void tell(LoadReport report) {
        report.files().forEach(this::file);
        var receipt = report.receipt();
        terminal.say(
                switch (report.verdict()) {
                    case WRITTEN ->
                        Text.of(
                                "已写入：新增 %d 条陈述，修订 %d",
                                "written: %d statements added, revision %d", receipt.added(), receipt.revision());
                    case SOUND ->
                        Text.of(
                                "符合规则：%d 条陈述中 %d 条是新的；未写入",
                                "in order: of %d statements %d are new; nothing written",
                                receipt.read(),
                                receipt.added());
                    case REFUSED -> Text.of("不符合规则，未写入", "breaks the rules; nothing written");
                });
        if (receipt.droppedTotal() > 0) {
            terminal.say(Text.of("不合规则的记录：%d", "records that break the rules: %d", receipt.droppedTotal()));
        }
        if (receipt.findingsTotal() > 0) {
            terminal.say(Text.of("检查结果：%d 处", "findings: %d", receipt.findingsTotal()));
            Findings.list(terminal, receipt.findings());
        }
    }

    private void file(LoadReport.FileReport file) {
        var counts = file.records().entrySet().stream()
                .map(entry -> entry.getKey().path() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        terminal.say(Text.of(
                "%s：%d 条陈述；%s", "%s: %d statements; %s", file.file(), file.quads(), counts.isEmpty() ? "-" : counts));
        file.remarks().stream()
                .limit(REMARKS_SHOWN)
                .forEach(remark -> terminal.complain(new Text(
                        "  [未载入] " + remark.subject() + "：" + remark.text().zh(),
                        "  [left out] " + remark.subject() + ": "
                                + remark.text().en())));
        if (file.remarks().size() > REMARKS_SHOWN) {
            terminal.complain(Text.of(
                    "  …另有 %d 处，见 --report",
                    "  … and %d more, see --report", file.remarks().size() - REMARKS_SHOWN));
        }
    }
}
