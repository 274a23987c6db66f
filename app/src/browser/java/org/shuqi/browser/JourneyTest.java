package org.shuqi.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.web.City;

/** What the journeys have in common: a city of their own, a browser, and words for what is on a page. */
// a city and a browser for each class, because classes run side by side and a browser is of one thread
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JourneyTest {

    /** What a page may take of the server, where only one core may be free. */
    private static final Path COUNTS = Window.PICTURES.resolve("journeys.txt");

    Path data;
    City city;
    Chromium chromium;

    @BeforeAll
    void open(@TempDir Path folder) {
        data = folder;
        city = DemoCity.open(folder.resolve("data"));
        chromium = Chromium.before(DemoCity.origin(city));
    }

    @AfterAll
    void close() {
        chromium.close();
        city.close();
    }

    /** How somebody works. */
    enum Means {
        MOUSE,
        KEYBOARD,
        WITHOUT_SCRIPT;

        Window window(Chromium chromium, String person) {
            return chromium.window(new Chromium.Kind(person, "zh", this != WITHOUT_SCRIPT));
        }

        Hand hand(Window window) {
            return this == KEYBOARD ? Hand.withKeyboardAlone(window) : Hand.withMouse(window);
        }
    }

    /** Leaves the count of a journey beside its pictures. */
    static synchronized void told(String journey, Means means, Hand hand) {
        try {
            Files.createDirectories(COUNTS.getParent());
            Files.writeString(
                    COUNTS,
                    journey + " " + means + ": " + hand + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static Locator field(Window window, String id) {
        return main(window).locator("[id='" + id + "']");
    }

    /** A button or link with just these words. */
    static Locator button(Window window, String words) {
        return main(window).getByRole(AriaRole.BUTTON, named(words)).first();
    }

    static Locator link(Window window, String words) {
        return main(window).getByRole(AriaRole.LINK, named(words)).first();
    }

    /** What opens and shuts a part of the page. */
    static Locator fold(Window window, String words) {
        return main(window)
                .locator("summary")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    static Locator main(Window window) {
        return window.page().locator("main");
    }

    static String text(Window window) {
        return main(window).innerText();
    }

    static String path(Page page) {
        return page.url().replaceFirst("https?://[^/]+", "");
    }

    private static Locator.GetByRoleOptions named(String words) {
        return new Locator.GetByRoleOptions().setName(words).setExact(true);
    }
}
