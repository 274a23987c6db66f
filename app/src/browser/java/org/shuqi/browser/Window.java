package org.shuqi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A window of the browser with a watch behind it. */
final class Window implements AutoCloseable {

    /** Where pictures go. */
    static final Path PICTURES = Path.of("target", "pictures");

    private static final int NARROW = 320;
    private static final int WIDE = 1366;
    private static final int HEIGHT = 900;

    private final BrowserContext context;
    private final Page page;
    private final Watch watch;
    private final String origin;
    private final boolean hasScript;

    Window(BrowserContext context, String origin, boolean hasScript) {
        this.context = context;
        this.origin = origin;
        this.hasScript = hasScript;
        context.setDefaultTimeout(60_000);
        this.page = context.newPage();
        this.watch = Watch.over(page, origin);
    }

    Page page() {
        return page;
    }

    /** Whether scripts run in it. */
    boolean hasScript() {
        return hasScript;
    }

    Watch watch() {
        return watch;
    }

    /** Opens a path; its status. */
    int open(String path) {
        return page.navigate(origin + path).status();
    }

    /** Opens a path that is to answer with this status. */
    void open(String path, int status) {
        watch.expect(status >= 400 ? origin + path : "");
        assertThat(open(path)).as(path).isEqualTo(status);
    }

    /** What the page has brought over the wire since it began to load, in bytes. */
    long wireBytes() {
        return ((Number)
                        page.evaluate(
                                """
                                () => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))
                                  .reduce((sum, entry) => sum + entry.transferSize, 0)
                                """))
                .longValue();
    }

    /** How long the server took for the page that is shown, until its first byte came. */
    Duration serverTime() {
        return Duration.ofMillis(((Number)
                        page.evaluate(
                                """
                                () => { const one = performance.getEntriesByType('navigation')[0];
                                        return Math.round(one.responseStart - one.requestStart); }
                                """))
                .longValue());
    }

    /** Looks at the page as it is now: what was noted, nothing wider than the window, axe if scripts run; keeps a picture. */
    List<String> look(String name) {
        var faults = new ArrayList<String>();
        faults.addAll(watch.faults());
        if (hasScript) {
            faults.addAll(overflow());
            faults.addAll(Axe.faults(page));
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
        return faults.stream().map(fault -> name + ": " + fault).toList();
    }

    /** The same, wide and narrow, light and dark. */
    List<String> lookAllRound(String name) {
        var faults = new ArrayList<String>();
        for (var width : new int[] {WIDE, NARROW}) {
            page.setViewportSize(width, HEIGHT);
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                faults.addAll(look(name + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + "-" + width));
            }
        }
        page.setViewportSize(WIDE, HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return faults;
    }

    /** Fails if anything is wrong with the page as it is now. */
    void clean(String name) {
        assertThat(look(name.replace(' ', '-'))).as(name).isEmpty();
    }

    private List<String> overflow() {
        var wide = (String)
                page.evaluate(
                        """
                        () => {
                          const width = document.documentElement.clientWidth;
                          if (document.documentElement.scrollWidth <= width) return '';
                          const beyond = [...document.body.querySelectorAll('*')]
                            .filter(one => one.getBoundingClientRect().right > width + 1)
                            .slice(0, 3).map(one => one.outerHTML.slice(0, 80));
                          return document.documentElement.scrollWidth + ' > ' + width + ': ' + beyond.join(' | ');
                        }
                        """);
        return wide.isEmpty() ? List.of() : List.of("wider than the window: " + wide);
    }

    @Override
    public void close() {
        context.close();
    }
}
