package org.shuqi.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shuqi.web.People;

/** A browser before one city. Of one thread only. Who has signed in once stays so in every window. */
final class Chromium implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;
    private final String origin;
    private final Map<String, String> signedIn = new HashMap<>();

    private Chromium(Playwright playwright, Browser browser, String origin) {
        this.playwright = playwright;
        this.browser = browser;
        this.origin = origin;
    }

    /** The one of the system ({@code /usr/bin/chromium}), or of the setting {@code shuqi.chromium}. */
    static Chromium before(String origin) {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(System.getProperty("shuqi.chromium", "/usr/bin/chromium")))
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--no-proxy-server",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        return new Chromium(playwright, playwright.chromium().launch(options), origin);
    }

    /** How a window is. */
    record Kind(String person, String language, boolean script) {

        /** With script. */
        static Kind of(String person, String language) {
            return new Kind(person, language, true);
        }
    }

    /** A fresh window, in Chinese, of somebody who has signed in. */
    Window window(String person) {
        return window(Kind.of(person, "zh"));
    }

    /** A fresh window, with nothing in its cache; nobody is signed in if the person is nobody. */
    Window window(Kind kind) {
        var options = new Browser.NewContextOptions()
                .setLocale(kind.language().equals("zh") ? "zh-CN" : "en-GB")
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(1366, 900)
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setAcceptDownloads(true)
                .setJavaScriptEnabled(kind.script());
        if (!kind.person().equals(People.NOBODY)) {
            options.setStorageState(state(kind.person()));
        }
        return new Window(browser.newContext(options), origin, kind.script());
    }

    private String state(String person) {
        // opens a window in between, so computeIfAbsent would change the map under its own hands
        var known = signedIn.get(person);
        if (known == null) {
            known = signIn(person);
            signedIn.put(person, known);
        }
        return known;
    }

    private String signIn(String person) {
        try (var window = window(Kind.of(People.NOBODY, "zh"))) {
            window.open("/login");
            window.page().locator("input[name=name]").fill(person);
            window.page().locator("input[name=password]").fill(DemoCity.PASSWORD);
            window.page().locator("main form button").first().click();
            window.page().waitForURL(address -> !address.contains("/login"));
            window.clean("sign-in of " + person);
            return window.page().context().storageState();
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
