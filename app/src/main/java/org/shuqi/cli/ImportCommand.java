package org.shuqi.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.shuqi.access.Caller;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.sheet.Finding;
import org.shuqi.sheet.ImportOrder;
import org.shuqi.sheet.ImportReport;
import org.shuqi.sheet.Imports;
import org.shuqi.sheet.Marked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a spreadsheet into the registry, or tells what would happen. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {

    private static final int SHOWN = 50;

    @Mixin
    private final Place place = new Place();

    @Parameters(arity = "1", paramLabel = "FILE", descriptionKey = "files")
    private Path file = Path.of("");

    @Option(names = "--mode", paramLabel = "MODE", descriptionKey = "import.mode")
    private Mode mode = Mode.DRY_RUN;

    @Option(names = "--template", paramLabel = "NAME", descriptionKey = "import.template")
    private Optional<String> template = Optional.empty();

    @Option(names = "--catalog", paramLabel = "CATALOG", descriptionKey = "import.catalog")
    private Optional<String> catalog = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "reason")
    private Optional<String> reason = Optional.empty();

    @Option(names = "--report", paramLabel = "FILE", descriptionKey = "report")
    private Optional<Path> report = Optional.empty();

    @Option(names = "--workbook", paramLabel = "FILE", descriptionKey = "import.workbook")
    private Optional<Path> workbook = Optional.empty();

    private final Terminal terminal;

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** How much to write, as it is said after {@code --mode}. */
    enum Mode {
        DRY_RUN,
        ALL,
        VALID;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public Integer call() {
        var bytes = read();
        try (var registry = place.open()) {
            var order = new ImportOrder(
                    bytes,
                    String.valueOf(file.getFileName()).replaceAll("\\.[A-Za-z0-9]{1,5}$", ""),
                    ImportOrder.Mode.valueOf(mode.name()),
                    template,
                    catalog,
                    reason.orElseGet(() -> "import " + file.getFileName()));
            var told = new Imports(registry.store(), registry.changes(), place.baseIri).run(order, Caller.operator());
            tell(told);
            save(told);
            return told.faults() == 0 ? Exit.FINE : Exit.NO;
        }
    }

    private byte[] read() {
        if (!Files.isRegularFile(file)) {
            throw Refusal.of(Kind.UNUSABLE, "没有文件 `%s`；请核对路径", "no file `%s`; check the path", file);
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(ImportReport told) {
        var counts = told.counts();
        terminal.say(Text.of(
                "%d 行：新增 %d，变更 %d，不变 %d，有误 %d；登记库中另有 %d 个条目不在文件中",
                "%d rows: %d new, %d changed, %d the same, %d refused; the registry has %d more that the file has not",
                counts.getOrDefault("rows", 0L),
                counts.getOrDefault("new", 0L),
                counts.getOrDefault("changed", 0L),
                counts.getOrDefault("same", 0L),
                counts.getOrDefault("refused", 0L),
                counts.getOrDefault("gone", 0L)));
        told.findings().stream().limit(SHOWN).forEach(finding -> terminal.complain(line(finding)));
        if (told.findings().size() > SHOWN) {
            terminal.complain(Text.of(
                    "…另有 %d 处，见 --report 或 --workbook",
                    "… and %d more, see --report or --workbook", told.findings().size() - SHOWN));
        }
        terminal.say(
                switch (told.verdict()) {
                    case WRITTEN -> Text.of("已写入，修订 %d", "written, revision %d", told.revision());
                    case SOUND ->
                        Text.of("可以导入；未写入（加 --mode all 写入）", "can be imported; nothing written (add --mode all)");
                    case UNCHANGED -> Text.of("登记库已有全部内容，没有变更", "the registry has it all; nothing to change");
                    case REFUSED -> Text.of("有 %d 处错误，未写入", "%d faults; nothing written", told.faults());
                });
    }

    private static Text line(Finding finding) {
        var where = finding.sheet() + (finding.cell().isEmpty() ? "" : "!" + finding.cell());
        return new Text(
                "  " + where + " " + finding.message().zh(),
                "  " + where + " " + finding.message().en());
    }

    private void save(ImportReport told) {
        report.ifPresent(to -> saved(
                to, out -> new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(out, told.form())));
        workbook.ifPresent(to -> saved(to, out -> new Marked(told, terminal.language()).write(out)));
    }

    private static void saved(Path to, Saving saving) {
        try (var out = Files.newOutputStream(to)) {
            saving.write(out);
        } catch (IOException e) {
            throw Refusal.of(
                    Kind.BROKEN, "`%s` 写不出：%s", "`%s` cannot be written: %s", to, String.valueOf(e.getMessage()));
        }
    }

    /** Writes to a file. */
    private interface Saving {
        void write(java.io.OutputStream out) throws IOException;
    }
}
