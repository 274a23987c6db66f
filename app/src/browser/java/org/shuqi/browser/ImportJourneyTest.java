package org.shuqi.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shuqi.sheet.Bureau;
import org.shuqi.sheet.Page;
import org.shuqi.web.People;

/** A workbook of 200 rows with 23 faults, before a bureau that has nothing yet. */
class ImportJourneyTest {

    /** What is left to the workbook; with a sheet that is hidden these are three. */
    private static final List<String> LEFT = List.of("目录 Q132", "目录 X138");

    /** Cells that are right in the sheet as it was before it was spoiled, but not beside what the department says now. */
    private static final Map<String, String> OTHERWISE = Map.of("目录 M72", "文件下载", "目录 J87", "无条件共享");

    @TempDir
    private Path folder;

    /** J4: all 23 at once; 20 mended in the page, 3 in the workbook; ten clicks at most besides typing. */
    @ParameterizedTest
    @EnumSource(names = {"MOUSE", "KEYBOARD"})
    void aWorkbookIsMendedInThePageAndInTheSheetAndThenWritten(JourneyTest.Means means) throws IOException {
        var spoiled = Bureau.catalogue(40);
        Bureau.seed(spoiled, new TreeMap<>());
        try (var bureau = Bureau.open(folder.resolve("data"));
                var chromium = Chromium.before(bureau.api().uri("").toString());
                var window = chromium.window(People.NOBODY)) {
            window.open("/import", 200);
            var hand = means.hand(window);

            send(window, hand, spoiled);
            var cells = cells(window);
            cells.first().waitFor();
            assertThat(cells.count() + elsewhere(window)).isEqualTo(23);
            window.clean("j4-1-cells-" + means);

            assertThat(mend(hand, cells)).isEqualTo(20);
            hand.go(JourneyTest.button(window, "保存改正并重新检查"));
            JourneyTest.main(window).getByText("有 3 处需要改正").waitFor();
            assertThat(places(cells)).isEqualTo(LEFT);
            window.clean("j4-2-left-" + means);

            var mended = inTheWorkbook(taken(window, hand));
            send(window, hand, mended);
            JourneyTest.button(window, "确认写入").waitFor();
            window.clean("j4-3-changes-" + means);
            hand.go(JourneyTest.button(window, "确认写入"));
            JourneyTest.main(window).locator(".done").waitFor();
            window.clean("j4-4-written-" + means);

            assertThat(counts(window)).startsWith("40", "0", "0");
            assertThat(hand.clicks()).as(hand.toString()).isLessThanOrEqualTo(10);
            JourneyTest.told("J4", means, hand);
            onlyWhatChangedIsWritten(window, mended);
        }
    }

    private void send(Window window, Hand hand, Page page) throws IOException {
        hand.give(JourneyTest.field(window, "file"), Files.write(folder.resolve("目录.xlsx"), page.xlsx()));
        hand.go(JourneyTest.button(window, "上传并检查"));
    }

    private static Locator cells(Window window) {
        return JourneyTest.main(window).locator("input[name^='cell.']");
    }

    /** What is told of no cell. */
    private static int elsewhere(Window window) {
        return JourneyTest.main(window).locator("> ul > li").count();
    }

    private static List<String> places(Locator cells) {
        return cells.all().stream()
                .map(cell -> cell.getAttribute("aria-label").replaceFirst("^(\\S+ \\S+) .*", "$1"))
                .toList();
    }

    /** Writes into each cell what stood there before it was spoiled; a merged one is right and is taken apart. */
    private static int mend(Hand hand, Locator cells) {
        var right = Bureau.catalogue(40);
        var places = places(cells);
        var mended = 0;
        for (var at = 0; at < places.size(); at++) {
            if (LEFT.contains(places.get(at))) {
                continue;
            }
            var cell = cells.nth(at);
            var apart = cell.locator("xpath=..").locator("input[type=checkbox]");
            if (apart.count() == 1) {
                hand.tick(apart);
            } else {
                var name = cell.getAttribute("name").split("\\.", 4);
                var before = right.get(Integer.parseInt(name[1]) + 1, Bureau.HEADERS[Integer.parseInt(name[2])]);
                hand.type(cell, OTHERWISE.getOrDefault(places.get(at), String.valueOf(before)));
            }
            mended++;
        }
        return mended;
    }

    /** The workbook with comments, as it is downloaded. */
    private static Page taken(Window window, Hand hand) throws IOException {
        var file = window.page().waitForDownload(() -> hand.click(JourneyTest.link(window, "下载带批注的表格")));
        return Page.read(Files.readAllBytes(file.path()));
    }

    /** The days as days, and the sign that goes with sensitive data; the hidden sheet does not come back. */
    private static Page inTheWorkbook(Page taken) {
        IntStream.rangeClosed(132, 136).forEach(row -> taken.set(row, "发布日期", LocalDate.of(2026, 1, 31)));
        return taken.set(138, "是否含个人信息", "是");
    }

    /** New, changed, the same, refused, gone. */
    private static List<String> counts(Window window) {
        return JourneyTest.main(window).locator("dl.facts dd").allInnerTexts();
    }

    /** The same workbook once more has nothing to change, and with one abstract written anew it changes one entry. */
    private void onlyWhatChangedIsWritten(Window window, Page workbook) throws IOException {
        var hand = Hand.withMouse(window);
        window.open("/import", 200);
        send(window, hand, workbook);
        JourneyTest.main(window).locator(".done").waitFor();
        assertThat(JourneyTest.text(window)).contains("无需写入");

        IntStream.rangeClosed(2, 6).forEach(row -> workbook.set(row, "信息资源摘要", "本市婚姻登记的基本信息"));
        window.open("/import", 200);
        send(window, hand, workbook);
        hand.go(JourneyTest.button(window, "确认写入"));
        JourneyTest.main(window).locator(".done").waitFor();
        assertThat(counts(window)).containsExactly("0", "1", "39", "0", "0");
    }
}
