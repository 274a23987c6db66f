package org.shuqi.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code shuqi}: reads the command line and runs what it asks for. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(Terminal.ofProcess(args), args));
    }

    /** Runs one command. */
    static int run(Terminal terminal, String... args) {
        return commandLine(terminal).execute(args);
    }

    static CommandLine commandLine(Terminal terminal) {
        var line = new CommandLine(new Root(terminal));
        var help = new CommandLine(new CommandLine.HelpCommand());
        line.addSubcommand("help", help);
        commands(terminal).forEach(line::addSubcommand);
        var audit = new CommandLine(new AuditCommand(terminal));
        AuditCommand.parts(terminal).forEach(audit::addSubcommand);
        line.addSubcommand("audit", audit);
        var ontology = new CommandLine(new OntologyCommand(terminal));
        OntologyCommand.parts(terminal).forEach(ontology::addSubcommand);
        line.addSubcommand("ontology", ontology);
        line.setResourceBundle(ResourceBundle.getBundle(
                "org.shuqi.cli.words",
                terminal.language(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        help.getCommandSpec()
                .usageMessage()
                .description(line.getResourceBundle().getString("shuqi.help.usage.description"));
        line.setUsageHelpWidth(100);
        line.getSubcommands().values().forEach(Main::withHelp);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(terminal.output(), true));
        line.setErr(terminal.err());
        line.setParameterExceptionHandler(new WrongUsage(terminal));
        line.setExecutionExceptionHandler((thrown, command, parsed) -> failed(terminal, thrown));
        return line;
    }

    private static void withHelp(CommandLine command) {
        command.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
        command.getSubcommands().values().forEach(Main::withHelp);
    }

    private static Map<String, Callable<Integer>> commands(Terminal terminal) {
        return Map.ofEntries(
                Map.entry("serve", new ServeCommand(terminal)),
                Map.entry("load", new LoadCommand(terminal)),
                Map.entry("validate", new ValidateCommand(terminal)),
                Map.entry("decide", new DecideCommand(terminal)),
                Map.entry("replay", new ReplayCommand(terminal)),
                Map.entry("import", new ImportCommand(terminal)),
                Map.entry("export", new ExportCommand(terminal)),
                Map.entry("review", new ReviewCommand(terminal)),
                Map.entry("supervise", new SuperviseCommand(terminal)),
                Map.entry("generate", new GenerateCommand(terminal)),
                Map.entry("backup", new BackupCommand(terminal)),
                Map.entry("restore", new RestoreCommand(terminal)),
                Map.entry("verify", new VerifyCommand(terminal)),
                Map.entry("dispose", new DisposeCommand(terminal)),
                Map.entry("compact", new CompactCommand(terminal)),
                Map.entry("rehearse-start", new RehearseStartCommand(terminal)));
    }

    private static int failed(Terminal terminal, Exception thrown) {
        if (thrown instanceof Refusal refusal) {
            terminal.complain(refusal.problem().detail());
            Findings.list(terminal, refusal.problem().violations());
            return Exit.of(refusal.problem().kind());
        }
        terminal.complain(Text.of(
                "内部错误：%s；设置 SHUQI_LOG=DEBUG 可看到详情", "an internal fault: %s; set SHUQI_LOG=DEBUG to see more", thrown));
        LoggerFactory.getLogger(Main.class).debug("command failed", thrown);
        return Exit.FAILURE;
    }

    /** What stands before the name of the command. */
    @Command(name = "shuqi", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static final class Root implements Callable<Integer> {

        @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "lang", scope = ScopeType.INHERIT)
        Language language = Language.zh;

        private final Terminal terminal;

        Root(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            terminal.complain(Text.of("请写明命令；见 `shuqi --help`", "name a command; see `shuqi --help`"));
            return Exit.USAGE;
        }
    }
}
