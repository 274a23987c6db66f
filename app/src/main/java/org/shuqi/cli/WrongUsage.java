package org.shuqi.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.shuqi.problem.Text;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and where to read how it would be right. */
final class WrongUsage implements IParameterExceptionHandler {

    private final Terminal terminal;

    WrongUsage(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException thrown, String[] args) {
        terminal.complain(words(thrown));
        var meant =
                thrown instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.<String>of();
        var name = thrown.getCommandLine().getCommandSpec().qualifiedName();
        terminal.complain(
                meant.isEmpty()
                        ? Text.of("用法见 `%s --help`", "for usage see `%s --help`", name)
                        : Text.of("是否指 `%s`？", "did you mean `%s`?", String.join("`, `", meant)));
        return Exit.USAGE;
    }

    private static Text words(ParameterException thrown) {
        if (thrown instanceof UnmatchedArgumentException unmatched) {
            var first = unmatched.getUnmatched().get(0);
            return first.startsWith("-")
                    ? Text.of("没有选项 `%s`；请核对拼写", "no option `%s`; check the spelling", first)
                    : Text.of(
                            "不认识 `%s`；请核对命令和参数", "`%s` is not understood; check the command and its arguments", first);
        }
        if (thrown instanceof MissingParameterException missing) {
            var names = missing.getMissing().stream().map(WrongUsage::name).collect(Collectors.joining("`, `"));
            return Text.of("缺少 `%s`；请补上", "`%s` is missing; add it", names);
        }
        if (thrown instanceof OverwrittenOptionException twice) {
            return Text.of("`%s` 写了两次；请只写一次", "`%s` is given twice; give it once", name(twice.getArgSpec()));
        }
        if (thrown.getArgSpec() != null && thrown.getValue() != null) {
            return Text.of(
                    "`%s` 不能取 `%s`；请核对取值",
                    "`%s` cannot be `%s`; check the value", name(thrown.getArgSpec()), thrown.getValue());
        }
        return Text.of("命令行有误：%s", "the command line is wrong: %s", String.valueOf(thrown.getMessage()));
    }

    private static String name(CommandLine.Model.ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
