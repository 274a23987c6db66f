package org.shuqi.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.api.ApiServer;
import org.shuqi.graph.Store;
import org.shuqi.record.JsonTree;
import org.shuqi.record.Records;

/** What stands on the paper of an agreement, and that the PDF says the same. */
class PapersTest {

    private static final String NUMBER = "M-2026-001";
    /** A millimetre in points. */
    private static final float MM = 72 / 25.4f;

    private static final Pattern PAGE = Pattern.compile("— (\\d+) / (\\d+) —");

    @TempDir
    static Path data;

    private static ApiServer api;

    @BeforeAll
    static void start() throws IOException {
        api = ApiServer.withExample(data);
        var example = Files.readString(Path.of("docs", "examples", "agreement.json"));
        assertThat(api.post("/api/v1/agreements", example).status()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void thePaperBearsTheDigestThatTheRegistryGivesOfTheSignedText() {
        var told = api.get("/api/v1/agreements/" + NUMBER + "/canonical").json();

        assertThat(paper(Locale.CHINESE).sha256()).isEqualTo(told.path("sha256").asText());
        assertThat(paper(Locale.CHINESE).code().content())
                .endsWith("?sha256=" + told.path("sha256").asText());
    }

    @Test
    void everyPropertyOfTheSignedTextStandsInSomeSentence() {
        var paper = paper(Locale.CHINESE);
        var ids = paper.articles().stream()
                .flatMap(article -> article.sentences().stream())
                .map(Paper.Sentence::id)
                .toList();

        var example = JsonTree.of(bytes("docs/examples/agreement.json"));
        var head = List.of("identifier", "title", "agreementStatus", "leadParty", "permission");
        var agreed = new ArrayList<String>();
        example.fieldNames().forEachRemaining(name -> {
            if (!head.contains(name)) {
                agreed.add(name);
            }
        });
        assertThat(agreed).hasSizeGreaterThan(20);
        assertThat(ids)
                .containsAll(agreed)
                .contains("identity", "identity.onwardRecipient", "root", "report", "errors");
    }

    @Test
    void articlesAndSentencesHaveTheSameNamesInBothLanguages() {
        assertThat(ids(paper(Locale.ENGLISH)))
                .isEqualTo(ids(paper(Locale.CHINESE)))
                .doesNotHaveDuplicates();
    }

    @Test
    void thePaperSaysWhoGivesWhatToWhomWhatForAndHow() {
        var said = sentence(paper(Locale.CHINESE), "root");

        assertThat(said).contains("向").contains("提供附件2所列数据").contains("用于").contains("提供方式为");
        assertThat(sentence(paper(Locale.ENGLISH), "root"))
                .contains("with the data of annex 2, for ")
                .contains(", by ");
    }

    @Test
    void aTermIsShownWithItsLastDayAndNotWithTheInstantAtWhichItIsOver() {
        assertThat(sentence(paper(Locale.CHINESE), "validUntil")).contains("2027年12月31日");
        assertThat(sentence(paper(Locale.CHINESE), "storagePeriod")).contains("30日");
        assertThat(sentence(paper(Locale.ENGLISH), "storagePeriod")).contains("30 days");
    }

    @Test
    void everyTargetIsARowOfItsAnnex() {
        var annexes = paper(Locale.CHINESE).annexes();

        assertThat(annexes).hasSize(2);
        assertThat(annexes.get(0).rows()).hasSize(2);
        assertThat(annexes.get(1).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get(3).text()).isEqualTo("全部数据项"));
    }

    @Test
    void thePdfHoldsNumberPartiesEveryRowTheDigestAndPageNumbers() throws IOException {
        var paper = paper(Locale.CHINESE);
        var text = plain(text(papers().pdf(paper, Optional.empty())));

        assertThat(text).contains(NUMBER).contains(plain(paper.title().text())).contains(paper.sha256());
        paper.parties()
                .forEach(party -> assertThat(text).contains(plain(party.name().text())));
        paper.articles().forEach(article -> article.sentences()
                .forEach(sentence -> assertThat(text).contains(plain(sentence.text()))));
        paper.annexes().forEach(annex -> annex.rows()
                .forEach(row -> assertThat(text).contains(plain(row.get(3).text()))));
    }

    @Test
    void pagesAreNumberedFromOneToTheLast() throws IOException {
        var pdf = papers().pdf(paper(Locale.CHINESE), Optional.empty());
        try (var document = Loader.loadPDF(pdf)) {
            var pages = document.getNumberOfPages();
            for (var page = 1; page <= pages; page++) {
                var found = PAGE.matcher(text(document, page));
                assertThat(found.find()).as("page " + page).isTrue();
                assertThat(found.group(1)).isEqualTo(Integer.toString(page));
                assertThat(found.group(2)).isEqualTo(Integer.toString(pages));
            }
            // the longest agreement of the documents, with two annexes and three places for seals
            assertThat(pages).isBetween(4, 7);
        }
    }

    @Test
    void noRowOfALongAnnexIsCutByTheEndOfAPage() throws IOException {
        var rows = new ArrayList<List<Paper.Phrase>>();
        for (var row = 0; row < 150; row++) {
            rows.add(List.of(
                    new Paper.Phrase(Integer.toString(row), ""),
                    new Paper.Phrase("数据资源" + row + "，名称很长以致一格之内须占两行", "zh"),
                    new Paper.Phrase("CODE/" + row, ""),
                    new Paper.Phrase("首" + row + "项，文字也须占两行以上才看得出是否断开尾" + row + "项", "zh"),
                    new Paper.Phrase("一般", "zh")));
        }
        var one = paper(Locale.CHINESE);
        var annex = new Paper.Annex("附件1", one.annexes().get(0).columns(), rows);

        try (var document = Loader.loadPDF(papers().pdf(with(one.articles(), List.of(annex)), Optional.empty()))) {
            var firstOn = new HashMap<Integer, Integer>();
            var lastOn = new HashMap<Integer, Integer>();
            var heads = 0;
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                var text = plain(text(document, page));
                heads += text.contains("资源代码") ? 1 : 0;
                for (var row = 0; row < 150; row++) {
                    if (text.contains("首" + row + "项")) {
                        firstOn.put(row, page);
                    }
                    if (text.contains("尾" + row + "项")) {
                        lastOn.put(row, page);
                    }
                }
            }
            assertThat(firstOn).hasSize(150).isEqualTo(lastOn);
            assertThat(heads).isGreaterThanOrEqualTo(firstOn.get(149) - firstOn.get(0) + 1);
        }
    }

    @Test
    void theTextIsOfSizeThreeIn22LinesBetweenTheMarginsOfTheStandard() throws IOException {
        var article = new Paper.Article("one", "第一条　用途", sentences(60, 20));

        try (var document = Loader.loadPDF(papers().pdf(with(List.of(article), List.of()), Optional.empty()))) {
            var letters = letters(document, 2).stream()
                    .filter(letter -> letter.getUnicode().equals("文"))
                    .toList();

            assertThat(letters).allMatch(letter -> letter.getFontSizeInPt() == 16);
            assertThat(letters.stream()
                            .map(letter -> Math.round(letter.getYDirAdj()))
                            .distinct())
                    .hasSize(22);
            assertThat(letters)
                    .allMatch(letter -> letter.getXDirAdj() >= 28 * MM - 1)
                    .allMatch(letter -> letter.getXDirAdj() + letter.getWidthDirAdj() <= (210 - 26) * MM + 1)
                    .allMatch(letter -> letter.getYDirAdj() - 16 >= 37 * MM - 1)
                    .allMatch(letter -> letter.getYDirAdj() <= (297 - 35) * MM + 1);
        }
    }

    @Test
    void noLineBeginsWithAMarkThatClosesOrEndsWithOneThatOpens() throws IOException {
        var sentences = new ArrayList<Paper.Sentence>();
        for (var at = 20; at < 32; at++) {
            var text = "文".repeat(at) + "，（用途）。" + "文".repeat(at) + "《办法》；";
            sentences.add(new Paper.Sentence("s" + at, "", new Paper.Phrase(text, "zh")));
        }
        var article = new Paper.Article("one", "第一条", sentences);

        try (var document = Loader.loadPDF(papers().pdf(with(List.of(article), List.of()), Optional.empty()))) {
            assertThat(text(document, 1).lines().map(String::strip))
                    .noneMatch(line -> line.matches("[，。；）》].*"))
                    .noneMatch(line -> line.matches(".*[（《]"));
        }
    }

    @Test
    void noHeadingOfALongAgreementIsTheLastLineOfAPage() throws IOException {
        var articles = new ArrayList<Paper.Article>();
        for (var at = 0; at < 60; at++) {
            articles.add(new Paper.Article("a" + at, "第" + at + "条　题目", sentences(1 + at % 3, 10 + at * 7 % 60)));
        }

        try (var document = Loader.loadPDF(papers().pdf(with(articles, List.of()), Optional.empty()))) {
            var headings = 0;
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                var lines = text(document, page)
                        .lines()
                        .filter(line -> !line.isBlank() && !PAGE.matcher(line).find())
                        .toList();
                headings +=
                        (int) lines.stream().filter(line -> line.contains("题目")).count();
                assertThat(lines.get(lines.size() - 1)).as("page " + page).doesNotContain("题目");
            }
            assertThat(headings).isEqualTo(60);
        }
    }

    @Test
    void sealsStandBelowALineOfTheTextHoweverItFills() throws IOException {
        for (var many = 10; many < 33; many++) {
            var articles = List.of(
                    new Paper.Article("a", "第一条", sentences(many, 20)), new Paper.Article("b", "末条", sentences(2, 40)));

            try (var document = Loader.loadPDF(papers().pdf(with(articles, List.of()), Optional.empty()))) {
                for (var page = 1; page <= document.getNumberOfPages(); page++) {
                    var text = plain(text(document, page));
                    assertThat(!text.contains("（盖章）") || text.contains("末条"))
                            .as(many + " lines, page " + page)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void anAnnexBeginsOnAPageOfItsOwn() throws IOException {
        var one = paper(Locale.CHINESE);

        try (var document = Loader.loadPDF(papers().pdf(one, Optional.empty()))) {
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                var text = plain(text(document, page));
                assertThat(text.contains(plain(one.annexes().get(0).title())) && text.contains("（盖章）"))
                        .as("page " + page)
                        .isFalse();
            }
        }
    }

    @Test
    void aMachineWithoutChineseFontsWritesTheSameText() throws IOException {
        var paper = paper(Locale.CHINESE);
        var pdf = new PdfPaper(paper, Typefaces.all(Typefaces.notEmbedded())).bytes();

        assertThat(plain(text(pdf))).contains(plain(paper.title().text())).contains(paper.sha256());
    }

    @Test
    void theDarkSquaresOfTheCodeAreThoseThatTheLibraryDraws() throws Exception {
        var code = QrCode.of("https://registry.example/id/agreement/1?sha256=abc");
        var image = new java.awt.image.BufferedImage(
                code.size() * 4, code.size() * 4, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.setColor(java.awt.Color.BLACK);
        code.bars().forEach(bar -> pen.fillRect(bar.x() * 4, bar.y() * 4, bar.length() * 4, 4));

        assertThat(read(image)).isEqualTo(code.content());
    }

    private static String read(java.awt.image.BufferedImage image) throws Exception {
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new com.google.zxing.RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        var bitmap = new com.google.zxing.BinaryBitmap(new com.google.zxing.common.HybridBinarizer(source));
        return new com.google.zxing.qrcode.QRCodeReader().decode(bitmap).getText();
    }

    private static Papers papers() {
        return Papers.over(api.bean(Store.class), api.bean(Records.class), ZoneId.of("Asia/Shanghai"));
    }

    private static Paper paper(Locale language) {
        return Acting.as(Caller.operator(), () -> papers().of(NUMBER, language));
    }

    /** The paper with other articles and annexes. */
    private static Paper with(List<Paper.Article> articles, List<Paper.Annex> annexes) {
        var one = paper(Locale.CHINESE);
        return new Paper(
                "zh",
                one.iri(),
                one.number(),
                one.title(),
                one.parties(),
                articles,
                annexes,
                one.seals(),
                one.sha256(),
                one.code());
    }

    private static List<Paper.Sentence> sentences(int many, int length) {
        var sentences = new ArrayList<Paper.Sentence>();
        for (var at = 0; at < many; at++) {
            sentences.add(new Paper.Sentence("s" + at, "", new Paper.Phrase("文".repeat(length) + "。", "zh")));
        }
        return sentences;
    }

    private static List<TextPosition> letters(PDDocument document, int page) throws IOException {
        var letters = new ArrayList<TextPosition>();
        var stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition letter) {
                letters.add(letter);
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(document);
        return letters;
    }

    private static List<String> ids(Paper paper) {
        return paper.articles().stream()
                .flatMap(article -> article.sentences().stream())
                .map(Paper.Sentence::id)
                .toList();
    }

    private static String sentence(Paper paper, String id) {
        return paper.articles().stream()
                .flatMap(article -> article.sentences().stream())
                .filter(sentence -> sentence.id().equals(id))
                .map(Paper.Sentence::text)
                .findFirst()
                .orElseThrow();
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var text = new StringBuilder();
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                text.append(PAGE.matcher(text(document, page)).replaceAll(" "));
            }
            return text.toString();
        }
    }

    private static String text(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    /** Lines are broken where the page ends, not where the text does. */
    private static String plain(String text) {
        return text.replaceAll("\\s", "").replace("　", "");
    }
}
