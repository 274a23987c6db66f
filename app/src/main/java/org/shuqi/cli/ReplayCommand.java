package org.shuqi.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.shuqi.decision.AnswerForm;
import org.shuqi.problem.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks a kept question again, of the revision that answered it. */
@Command(name = "replay")
final class ReplayCommand implements Callable<Integer> {

    @Mixin
    private final Place place = new Place();

    @Parameters(paramLabel = "ID", descriptionKey = "receipt.id")
    private String id = "";

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Mixin
    private final Server server = new Server();

    private final Terminal terminal;

    ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        var replayed = server.url()
                .map(url -> server.replay(url, id, terminal.language()))
                .orElseGet(this::replay);
        var same = Boolean.TRUE.equals(replayed.get("same"));
        if (json) {
            terminal.print(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(replayed));
        } else {
            show(replayed, same);
        }
        return same ? Exit.FINE : Exit.NO;
    }

    private Map<String, Object> replay() {
        try (var registry = place.openExisting()) {
            var replayed = DecideCommand.receipts(registry).replay(id);
            var form = new LinkedHashMap<>(replayed.form());
            form.put("answer", AnswerForm.of(replayed.answer(), terminal.language()));
            return form;
        }
    }

    private void show(Map<String, Object> replayed, boolean same) {
        var verdict = same ? new Text("一致", "the same") : new Text("不一致", "different");
        terminal.print("%s  %s".formatted(verdict.in(terminal.language()), replayed.get("receipt")));
        line(new Text("当时", "then"), Server.part(replayed, "recorded"));
        line(new Text("重放", "now"), Server.part(replayed, "replayed"));
        if (Boolean.FALSE.equals(replayed.get("answerIntact"))) {
            terminal.print(
                    new Text("回执中的回答与其摘要值不符", "the kept answer does not have the kept hash").in(terminal.language()));
        }
        if (Boolean.FALSE.equals(replayed.get("sameLog"))) {
            terminal.print(new Text("变更日志已不是当时的日志", "the change log is not the one it was decided over")
                    .in(terminal.language()));
        }
    }

    private void line(Text title, Map<String, Object> result) {
        terminal.print("  %s  %s %s  answer %s  log %s"
                .formatted(
                        title.in(terminal.language()),
                        result.get("outcome"),
                        result.get("stage"),
                        result.get("answerHash"),
                        result.get("logHash")));
    }
}
