package org.shuqi.web;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the pages: complete in both languages, none missing, none left over, none written into a template. */
class WordsTest {

    private static final Path WORDS = Path.of("src/main/resources/web/words");
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path CODE = Path.of("src/main/java/org/shuqi/web");

    private static final Pattern KEY = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[A-Za-z0-9_-]+)*\\.?)\"");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern COMMENT = Pattern.compile("<%--.*?--%>", Pattern.DOTALL);

    @Test
    void bothLanguagesHaveTheSameKeysWithTheSameArguments() {
        var zh = words("zh");
        var en = words("en");

        assertThat(en.keySet()).isEqualTo(zh.keySet());
        zh.forEach((key, said) -> assertThat(arguments(en.get(key))).as(key).isEqualTo(arguments(said)));
    }

    @Test
    void aKeyBeginsWithTheNameOfItsFile() {
        for (var file : files(WORDS, ".properties")) {
            var feature = file.getFileName().toString().replaceAll("\\..*", "");
            assertThat(read(file).stringPropertyNames())
                    .as(file.toString())
                    .allMatch(key -> key.startsWith(feature + "."));
        }
    }

    @Test
    void englishHasNoHanAndChineseHasSome() {
        assertThat(words("en").entrySet().stream()
                        .filter(word -> HAN.matcher(word.getValue()).find()
                                && !word.getKey().equals("layout.language")))
                .isEmpty();
    }

    @Test
    void everyKeyThatIsUsedIsThere() {
        var features = features();
        var there = words("zh").keySet();
        var missing = used().stream()
                .filter(key -> features.contains(key.replaceAll("\\..*", "")) && key.contains("."))
                .filter(key -> !key.endsWith(".") && !there.contains(key) && !isFile(key))
                .collect(toCollection(TreeSet::new));

        assertThat(missing).isEmpty();
    }

    @Test
    void everyKeyThatIsThereIsUsed() {
        var used = used();
        var unused = words("zh").keySet().stream()
                .filter(key -> !used.contains(key)
                        && used.stream().noneMatch(prefix -> prefix.endsWith(".") && key.startsWith(prefix)))
                .collect(toCollection(TreeSet::new));

        assertThat(unused).isEmpty();
    }

    @Test
    void noTemplateHasWordsOfItsOwn() {
        for (var file : files(TEMPLATES, ".jte")) {
            var text = COMMENT.matcher(text(file)).replaceAll("");
            assertThat(HAN.matcher(text).find()).as(file.toString()).isFalse();
        }
    }

    private static boolean isFile(String key) {
        return key.endsWith(".js") || key.endsWith(".css") || key.endsWith(".jte");
    }

    private static Set<String> features() {
        return files(WORDS, ".properties").stream()
                .map(file -> file.getFileName().toString().replaceAll("\\..*", ""))
                .collect(toCollection(TreeSet::new));
    }

    /** Whatever looks like a key in a template or in the code of the pages; one that ends with a dot begins many. */
    private static Set<String> used() {
        return Stream.concat(files(TEMPLATES, ".jte").stream(), files(CODE, ".java").stream())
                .flatMap(file -> KEY.matcher(text(file)).results().map(found -> found.group(1)))
                .collect(toCollection(TreeSet::new));
    }

    private static java.util.List<String> arguments(String said) {
        return Pattern.compile("%(?:\\d+\\$)?[a-z]")
                .matcher(said)
                .results()
                .map(found -> found.group())
                .sorted()
                .toList();
    }

    private static TreeMap<String, String> words(String language) {
        var words = new TreeMap<String, String>();
        for (var file : files(WORDS, "." + language + ".properties")) {
            var some = read(file);
            some.stringPropertyNames().forEach(key -> words.put(key, some.getProperty(key)));
        }
        return words;
    }

    private static Properties read(Path file) {
        var words = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            words.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return words;
    }

    private static java.util.List<Path> files(Path folder, String ending) {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
