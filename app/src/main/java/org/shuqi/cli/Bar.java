package org.shuqi.cli;

import java.nio.file.Path;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.shuqi.change.Load;
import org.shuqi.exchange.Progress;
import org.shuqi.problem.Text;

/** Shows progress as a bar on standard error, if a person is watching. */
final class Bar implements Progress, AutoCloseable {

    private final Terminal terminal;
    private Optional<ProgressBar> bar = Optional.empty();
    private Optional<Load.Phase> shown = Optional.empty();

    private Bar(Terminal terminal) {
        this.terminal = terminal;
    }

    static Bar on(Terminal terminal) {
        return new Bar(terminal);
    }

    @Override
    public synchronized void begins(Path file, long bytes) {
        show(Text.of("读取 %s", "reading %s", file.getFileName()), bytes, "MB", 1L << 20);
    }

    @Override
    public synchronized void advances(long bytes) {
        bar.ifPresent(live -> live.stepBy(bytes));
    }

    @Override
    public synchronized void works(Load.Phase phase, long done, long total) {
        if (!shown.equals(Optional.of(phase))) {
            shown = Optional.of(phase);
            show(words(phase), total, "k", 1000);
        }
        bar.ifPresent(live -> live.maxHint(total > 0 ? total : -1).stepTo(done));
    }

    /** Begins to count towards an end that is not known. */
    synchronized void counts(Text task) {
        show(task, -1, "k", 1000);
    }

    /** So many are done. */
    synchronized void at(long done) {
        bar.ifPresent(live -> live.stepTo(done));
    }

    @Override
    public synchronized void ends() {
        close();
    }

    @Override
    public synchronized void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }

    private static Text words(Load.Phase phase) {
        return switch (phase) {
            case READ -> Text.of("暂存", "staging");
            case CHECK -> Text.of("核对", "checking");
            case WRITE -> Text.of("写入", "writing");
        };
    }

    private void show(Text task, long most, String unit, long unitSize) {
        close();
        if (terminal.live()) {
            bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName(task.in(terminal.language()))
                    .setInitialMax(most > 0 ? most : -1)
                    .setUnit(unit, unitSize)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(250)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .build());
        }
    }
}
