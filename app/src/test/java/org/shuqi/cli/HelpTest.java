package org.shuqi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpInBothLanguages(String name) {
        var chinese = Shell.run(name, "--help");
        var english = Shell.run(name, "--help", "--lang", "en");

        assertThat(chinese.code()).isZero();
        assertThat(chinese.out()).startsWith("用法").contains("--lang");
        assertThat(english.code()).isZero();
        assertThat(english.out()).startsWith("Usage: shuqi " + name).doesNotContainPattern("[\\u4e00-\\u9fff]");
        assertThat(english.err() + chinese.err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasAVersion(String name) {
        var ran = Shell.run(name, "--version");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).startsWith("shuqi ").contains("Java ");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyOptionIsExplainedInBothLanguages(String name) {
        assertThat(explanations(name, Locale.CHINESE))
                .allSatisfy((option, text) -> assertThat(text).as(option).containsPattern("[\\u4e00-\\u9fff]"));
        assertThat(explanations(name, Locale.ENGLISH))
                .allSatisfy((option, text) ->
                        assertThat(text).as(option).isNotBlank().doesNotContainPattern("[\\u4e00-\\u9fff]"));
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(words(Locale.ENGLISH).keySet())
                .isEqualTo(words(Locale.CHINESE).keySet());
    }

    @Test
    void helpOfTheWholeNamesEveryCommand() {
        var ran = Shell.run("--help", "--lang", "en");

        assertThat(ran.code()).isZero();
        commands().forEach(name -> assertThat(ran.out()).contains("\n  " + name));
    }

    @Test
    void noCommandIsWrongUsage() {
        var ran = Shell.run("--lang", "en");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).isEqualToIgnoringNewLines("name a command; see `shuqi --help`");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void unknownOptionCommandAndLanguageAreWrongUsage() {
        var option = Shell.run("serve", "--prot", "1", "--lang", "en");
        var command = Shell.run("lod", "--lang", "en");
        var language = Shell.run("verify", "--lang", "fr");
        var value = Shell.run("serve", "--port", "many", "--lang", "en");
        var missing = Shell.run("load", "--lang", "en");

        assertThat(option.code()).isEqualTo(2);
        assertThat(option.err()).contains("no option `--prot`; check the spelling", "shuqi serve --help");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err()).contains("`lod` is not understood", "did you mean", "load");
        assertThat(language.code()).isEqualTo(2);
        assertThat(language.err()).contains("`--lang` 不能取 `fr`");
        assertThat(value.code()).isEqualTo(2);
        assertThat(value.err()).contains("`--port` cannot be `many`; check the value");
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("`FILE` is missing; add it");
        assertThat(Stream.of(option, command, language, value, missing).map(Shell.Ran::out))
                .containsOnly("");
    }

    @Test
    void languageComesFromTheCommandLineThenTheEnvironmentThenIsChinese() {
        assertThat(Terminal.language(List.of(), Map.of())).isEqualTo(Locale.CHINESE);
        assertThat(Terminal.language(List.of(), Map.of("LANG", "C"))).isEqualTo(Locale.CHINESE);
        assertThat(Terminal.language(List.of(), Map.of("LANG", "en_GB.UTF-8"))).isEqualTo(Locale.ENGLISH);
        assertThat(Terminal.language(List.of(), Map.of("LANG", "en_GB.UTF-8", "LC_ALL", "zh_CN.UTF-8")))
                .isEqualTo(Locale.CHINESE);
        assertThat(Terminal.language(List.of("--lang", "zh"), Map.of("LANG", "en_GB.UTF-8")))
                .isEqualTo(Locale.CHINESE);
        assertThat(Terminal.language(List.of("--lang=en"), Map.of())).isEqualTo(Locale.ENGLISH);
    }

    private static Stream<String> commands() {
        return line(Locale.ENGLISH).getSubcommands().entrySet().stream()
                .filter(entry ->
                        !entry.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("help"))
                .sorted();
    }

    private static Map<String, String> explanations(String name, Locale language) {
        var spec = line(language).getSubcommands().get(name).getCommandSpec();
        var found = new TreeMap<String, String>();
        found.put(name, String.join(" ", spec.usageMessage().description()));
        spec.args().forEach(argument -> found.put(argument.toString(), String.join(" ", argument.description())));
        return found;
    }

    private static Map<String, String> words(Locale language) {
        var bundle = ResourceBundle.getBundle(
                "org.shuqi.cli.words",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var words = new TreeMap<String, String>();
        bundle.keySet().forEach(key -> words.put(key, bundle.getString(key)));
        assertThat(bundle.getLocale()).isEqualTo(language.equals(Locale.ENGLISH) ? Locale.ENGLISH : Locale.ROOT);
        return words;
    }

    private static CommandLine line(Locale language) {
        return Main.commandLine(
                Terminal.of(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), language));
    }
}
