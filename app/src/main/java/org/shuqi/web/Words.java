package org.shuqi.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The words of the pages. A key begins with the name of its feature, which has one file per language,
 * {@code web/words/{feature}.{zh|en}.properties} in UTF-8.
 */
public final class Words {

    private static final Map<String, Properties> FILES = new ConcurrentHashMap<>();

    private Words() {}

    /**
     * The words of the key, with the arguments put in as {@link String#format} does.
     *
     * @return the key in double brackets if nobody wrote the words; a test looks for those
     */
    public static String of(String key, Locale language, Object... arguments) {
        var pattern = file(key, language).getProperty(key);
        if (pattern == null) {
            return "\u27e6" + key + "\u27e7";
        }
        return arguments.length == 0 ? pattern : String.format(Locale.ROOT, pattern, arguments);
    }

    /** Whether there are words for the key. */
    public static boolean has(String key, Locale language) {
        return file(key, language).containsKey(key);
    }

    private static Properties file(String key, Locale language) {
        var dot = key.indexOf('.');
        var feature = dot < 0 ? key : key.substring(0, dot);
        var tongue = language.getLanguage().equals("en") ? "en" : "zh";
        return FILES.computeIfAbsent(feature + "." + tongue, Words::read);
    }

    private static Properties read(String name) {
        var words = new Properties();
        try (var in = Words.class.getResourceAsStream("/web/words/" + name + ".properties")) {
            if (in != null) {
                words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
