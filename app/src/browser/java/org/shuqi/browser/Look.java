package org.shuqi.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shuqi.web.People;

/**
 * Looks at pages without a test: {@code Look [--en|--zh] [--as PERSON] [--at ORIGIN] PATH…} takes pictures and says what is
 * wrong. Without {@code --at} it starts the demo city.
 */
final class Look {

    private Look() {}

    public static void main(String... arguments) throws IOException {
        // what a server or a browser leaves running must not keep the program
        Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> {
            fault.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        var paths = new ArrayList<String>();
        var options = new java.util.HashMap<String, String>(Map.of("--as", "tax-cataloguer"));
        var languages = new ArrayList<>(List.of("zh", "en"));
        for (var at = 0; at < arguments.length; at++) {
            switch (arguments[at]) {
                case "--as", "--at" -> options.put(arguments[at], arguments[++at]);
                case "--zh" -> languages.remove("en");
                case "--en" -> languages.remove("zh");
                default -> paths.add(arguments[at]);
            }
        }
        if (options.containsKey("--at")) {
            look(options.get("--at"), People.NOBODY, languages, paths);
            return;
        }
        try (var city = DemoCity.open(Files.createTempDirectory("shuqi-look-"))) {
            look(DemoCity.origin(city), options.get("--as"), languages, paths);
        }
    }

    private static void look(String origin, String person, List<String> languages, List<String> paths) {
        var faults = 0;
        try (var chromium = Chromium.before(origin)) {
            for (var path : paths) {
                for (var language : languages) {
                    try (var window = chromium.window(Chromium.Kind.of(person, language))) {
                        var status = window.open(path);
                        var row = new Row(path, person, status);
                        System.out.printf(
                                "%s %s: status %d, %d bytes over the wire%n",
                                path, language, status, window.wireBytes());
                        for (var fault : window.lookAllRound(row.name() + "-" + language)) {
                            System.out.println("  " + fault);
                            faults++;
                        }
                    }
                }
            }
        }
        System.out.println(faults + " faults; pictures in " + Window.PICTURES.toAbsolutePath());
    }
}
