package org.shuqi.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shuqi.problem.Text;

/**
 * Where a command speaks, and in which language.
 *
 * @param output standard output: answers only
 * @param err standard error: complaints and progress
 * @param language Chinese or English
 * @param live whether a person watches standard error, so that a progress bar makes sense
 */
record Terminal(PrintStream output, PrintWriter err, Locale language, boolean live) {

    private static final String LANG = "--lang";

    /** The terminal of this process. UTF-8 whatever the locale, because records are in Chinese. */
    static Terminal ofProcess(String... args) {
        return new Terminal(
                new PrintStream(System.out, false, UTF_8),
                new PrintWriter(System.err, true, UTF_8),
                language(List.of(args), System.getenv()),
                Boolean.getBoolean("shuqi.terminal"));
    }

    /** A terminal that writes to these. */
    static Terminal of(OutputStream out, OutputStream err, Locale language) {
        return new Terminal(new PrintStream(out, false, UTF_8), new PrintWriter(err, true, UTF_8), language, false);
    }

    /** What {@code --lang} says, else what the environment says, else Chinese. */
    static Locale language(List<String> args, Map<String, String> environment) {
        return fromArguments(args)
                .or(() -> Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                        .map(name -> environment.getOrDefault(name, ""))
                        .filter(value -> !value.isEmpty())
                        .findFirst())
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("en"))
                .map(english -> Locale.ENGLISH)
                .orElse(Locale.CHINESE);
    }

    private static Optional<String> fromArguments(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).startsWith(LANG + "=")) {
                return Optional.of(args.get(i).substring(LANG.length() + 1));
            }
            if (args.get(i).equals(LANG) && i + 1 < args.size()) {
                return Optional.of(args.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** A line on standard output. */
    void say(Text text) {
        print(text.in(language));
    }

    /** Lines on standard output. */
    void print(String... lines) {
        Arrays.stream(lines).forEach(output::println);
        output.flush();
    }

    /** A line on standard error. */
    void complain(Text text) {
        err.println(text.in(language));
    }
}
