package org.shuqi.browser;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Somebody who works in a window, by mouse or by keyboard alone, and counts: clicks (a pick from a list that opens while one
 * types counts as one, like every choice in a field), fields typed into, characters typed. Time is what the pages take and six
 * characters a second.
 */
final class Hand {

    private static final int CHARACTERS_A_SECOND = 6;
    /** More than any page has places where the keyboard stops. */
    private static final int MOST_STOPS = 400;

    private static final int PRESSES = 4;

    private final Window window;
    private final boolean byKeyboard;
    private final long begun = System.nanoTime();
    private int clicks;
    private int fields;
    private int characters;

    private Hand(Window window, boolean byKeyboard) {
        this.window = window;
        this.byKeyboard = byKeyboard;
    }

    static Hand withMouse(Window window) {
        return new Hand(window, false);
    }

    /** Never touches a mouse: goes from stop to stop by Tab, as whoever cannot see or point does. */
    static Hand withKeyboardAlone(Window window) {
        return new Hand(window, true);
    }

    int clicks() {
        return clicks;
    }

    int fields() {
        return fields;
    }

    /** Since the hand was there. */
    Duration time() {
        return Duration.ofNanos(System.nanoTime() - begun).plusMillis(characters * 1000L / CHARACTERS_A_SECOND);
    }

    /** Follows a link or presses a button. */
    void click(Locator target) {
        clicks++;
        if (byKeyboard) {
            reach(target);
            page().keyboard().press("Enter");
        } else {
            target.click();
        }
    }

    /** The same, and waits for the page that follows. */
    void go(Locator target) {
        if (!window.hasScript()) {
            page().waitForNavigation(() -> click(target));
            return;
        }
        page().evaluate("() => { document.documentElement.dataset.left = 'yes'; }");
        click(target);
        page().waitForFunction("() => !document.documentElement.dataset.left && document.readyState === 'complete'");
    }

    /** Ticks a box or takes one of several. */
    void tick(Locator box) {
        clicks++;
        if (!byKeyboard) {
            box.check();
            return;
        }
        if ("radio".equals(box.getAttribute("type"))) {
            turnTo(box);
        } else {
            reach(box);
            if (!box.isChecked()) {
                page().keyboard().press("Space");
            }
        }
    }

    /** Writes into a field what stands in it from now on. */
    void type(Locator field, String text) {
        fields++;
        write(field, text);
    }

    /** Writes a name or its beginning and takes the only or first offer; without script nothing is offered. */
    void pick(Locator field, String beginning, Locator offer) {
        clicks++;
        if (!window.hasScript()) {
            write(field, beginning);
            return;
        }
        characters += beginning.length();
        if (byKeyboard) {
            reach(field);
        } else {
            field.click();
        }
        page().keyboard().press("Control+A");
        page().keyboard().type(beginning);
        offer.first().waitFor();
        page().keyboard().press("ArrowDown");
        page().keyboard().press("Enter");
    }

    /** Takes a choice of a list that does not open by typing. */
    void choose(Locator list, String value) {
        clicks++;
        if (!byKeyboard) {
            list.selectOption(value);
            return;
        }
        reach(list);
        page().keyboard().press("Home");
        for (var at = 0; at < MOST_STOPS && !list.inputValue().equals(value); at++) {
            page().keyboard().press("ArrowDown");
        }
        if (!list.inputValue().equals(value)) {
            throw new AssertionError("the keyboard finds no " + value);
        }
    }

    /** Gives a file. */
    void give(Locator field, Path file) {
        clicks++;
        if (byKeyboard) {
            reach(field);
            chooser().setFiles(file);
        } else {
            field.setInputFiles(file);
        }
    }

    /** A browser that is slow to hear the key takes it for none of the person's, and opens nothing: it is pressed again. */
    private FileChooser chooser() {
        var patience = new Page.WaitForFileChooserOptions().setTimeout(10_000);
        for (var attempt = 1; ; attempt++) {
            try {
                return page().waitForFileChooser(
                                patience, () -> page().keyboard().press("Enter"));
            } catch (TimeoutError nothingOpened) {
                if (attempt == PRESSES) {
                    throw nothingOpened;
                }
            }
        }
    }

    private void write(Locator field, String text) {
        characters += text.length();
        if (byKeyboard) {
            reach(field);
            page().keyboard().press("Control+A");
            page().keyboard().insertText(text);
        } else {
            field.fill(text);
        }
    }

    /** Goes on with Tab until the place has the focus. */
    private void reach(Locator target) {
        target.waitFor();
        var wanted = target.elementHandle();
        for (var stop = 0; stop < MOST_STOPS; stop++) {
            if ((Boolean) page().evaluate("one => document.activeElement === one", wanted)) {
                return;
            }
            page().keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not reach " + target);
    }

    /** Goes to the group of the choice, then along it. */
    private void turnTo(Locator radio) {
        var wanted = radio.elementHandle();
        for (var stop = 0; stop < MOST_STOPS; stop++) {
            if ((Boolean) page().evaluate("one => document.activeElement.name === one.name", wanted)) {
                break;
            }
            page().keyboard().press("Tab");
        }
        page().keyboard().press("Space");
        for (var stop = 0; stop < MOST_STOPS && !radio.isChecked(); stop++) {
            page().keyboard().press("ArrowDown");
        }
        if (!radio.isChecked()) {
            throw new AssertionError("the keyboard does not turn to " + radio);
        }
    }

    private Page page() {
        return window.page();
    }

    @Override
    public String toString() {
        return "%d clicks, %d fields, %d characters, %.1f s"
                .formatted(clicks, fields, characters, time().toMillis() / 1000.0);
    }
}
