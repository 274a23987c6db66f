package org.shuqi.paper;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;

/**
 * Draws a paper as PDF after GB/T 9704-2012: A4 with its margins, a centred title of size two, text of size three in 22 lines
 * to the page, numbers of size four at the outer edge. A heading does not stand alone at the foot of a page; annexes begin on
 * a page of their own, their heads repeat and their rows are never cut; each seal has a place it is not cut from.
 *
 * <p>Source: GB/T 9704-2012, 5.1 to 5.3 (page, type area, type), 7.2.6 (page numbers), 7.3.4 (annexes), read 2026-11-22.
 */
final class PdfPaper {

    /** Millimetres as points. */
    private static final float MM = 72 / 25.4f;

    private static final float LEFT = 28 * MM;
    private static final float RIGHT = 26 * MM;
    private static final float BODY = 16;
    /** 22 lines to the 225 mm between the margins. */
    private static final float LEADING = 28;

    /** A line hangs below its leading, so the first one would stand lower than the margin says. */
    private static final float TOP = 37 * MM - (LEADING - BODY);

    private static final float BOTTOM = 35 * MM;
    private static final float TITLE = 22;

    private static final float TABLE = 10.5f;
    private static final float SMALL = 9;
    private static final float SMALL_LEADING = 1.5f;
    private static final float[] WIDTHS = {7, 28, 23, 24, 18};
    /** A seal is 42 mm across. */
    private static final float SEAL_HEIGHT = 44 * MM;

    private final Paper paper;
    private final Typefaces faces;

    PdfPaper(Paper paper, Typefaces faces) {
        this.paper = paper;
        this.faces = faces;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        var document = new Document(PageSize.A4, LEFT, RIGHT, TOP, BOTTOM);
        var writer = PdfWriter.getInstance(document, out);
        writer.setPageEvent(new PageNumbers(faces.body(), paper.number()));
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(paper.isEnglish() ? "en" : "zh-CN"));
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        document.addTitle(paper.title().text() + " " + paper.number());
        document.addKeywords("sha256:" + paper.sha256());
        document.open();
        head(document);
        articles(document, writer);
        document.add(seals(document));
        annexes(document, writer);
        proof(document, writer);
        document.close();
        return out.toByteArray();
    }

    private void head(Document document) {
        var words = new Chunk(paper.title().text(), new Font(faces.title(), TITLE));
        words.setSplitCharacter(new LineEnds());
        var title = new Paragraph(words);
        title.setAlignment(Element.ALIGN_CENTER);
        title.setLeading(TITLE * 1.5f);
        document.add(title);
        var number = line(either("协议编号：", "Agreement No. ") + paper.number(), 0);
        number.setAlignment(Element.ALIGN_CENTER);
        number.setSpacingAfter(LEADING);
        document.add(number);
        for (var party : paper.parties()) {
            document.add(line(party.part() + either("：", ": ") + party.name().text(), 0));
        }
    }

    private void articles(Document document, PdfWriter writer) {
        for (var article : paper.articles()) {
            var isLast = article.equals(paper.articles().get(paper.articles().size() - 1));
            var seals = isLast ? seals(document).getTotalHeight() + LEADING : 0;
            var wanted = height(article, document) + seals;
            var fits = wanted < document.top() - document.bottom();
            needs(isLast && fits ? wanted : 3 * LEADING, document, writer);
            document.add(heading(article.heading()));
            article.sentences().forEach(sentence -> document.add(line(sentence.text(), 2 * BODY)));
        }
    }

    /** About how high the article will stand. */
    private float height(Paper.Article article, Document document) {
        var width = document.right() - document.left();
        var lines = 1;
        for (var sentence : article.sentences()) {
            lines += (int) Math.ceil((2 * BODY + faces.body().getWidthPoint(sentence.text(), BODY)) / (width - BODY));
        }
        return lines * LEADING;
    }

    /** Goes to the next page if so much does not go on this one: nothing that leads to something stays behind. */
    private static void needs(float height, Document document, PdfWriter writer) {
        if (writer.getVerticalPosition(false) - height < BOTTOM) {
            document.newPage();
        }
    }

    private Paragraph heading(String text) {
        var paragraph = new Paragraph(text, new Font(faces.heading(), BODY));
        paragraph.setLeading(LEADING);
        paragraph.setFirstLineIndent(2 * BODY);
        return paragraph;
    }

    private Paragraph line(String text, float indent) {
        var words = new Chunk(text, font(BODY));
        words.setSplitCharacter(new LineEnds());
        var paragraph = new Paragraph(words);
        paragraph.setLeading(LEADING);
        paragraph.setFirstLineIndent(indent);
        paragraph.setAlignment(paper.isEnglish() ? Element.ALIGN_LEFT : Element.ALIGN_JUSTIFIED);
        return paragraph;
    }

    private PdfPTable seals(Document document) {
        var table = new PdfPTable(2);
        table.setTotalWidth(document.right() - document.left());
        table.setLockedWidth(true);
        table.setSplitRows(false);
        // a seal without a line of the text on its page could be the seal of anything
        table.setKeepTogether(true);
        table.setSpacingBefore(LEADING);
        for (var seal : paper.seals()) {
            var text = new Phrase(LEADING, seal.party().text() + either("（盖章）", " (seal)"), font(BODY));
            text.add("\n");
            text.add(new Phrase(either("负责人：", "Head: "), font(BODY)));
            text.add("\n");
            text.add(new Phrase(either("日期：", "Date: ") + seal.signedOn().orElse(""), font(BODY)));
            text.add("\n");
            text.add(new Phrase(seal.says(), font(SMALL)));
            var cell = new PdfPCell(text);
            // the leading of the phrase counts for its first line alone
            cell.setLeading(0, SMALL_LEADING);
            cell.setMinimumHeight(SEAL_HEIGHT);
            cell.setPadding(6);
            table.addCell(cell);
        }
        table.completeRow();
        return table;
    }

    /** What the paper is a print of, and the code that leads there. */
    private void proof(Document document, PdfWriter writer) {
        var table = new PdfPTable(new float[] {82, 18});
        table.setWidthPercentage(100);
        table.setSplitRows(false);
        table.setSpacingBefore(8);
        var text = new Phrase(
                SMALL * SMALL_LEADING,
                either("签署文本的摘要（SHA-256）：", "Digest of the signed text (SHA-256):"),
                font(SMALL));
        text.add("\n");
        text.add(new Phrase(paper.sha256(), font(SMALL)));
        text.add("\n");
        text.add(new Phrase(paper.iri(), font(SMALL)));
        text.add("\n");
        text.add(new Phrase(
                either(
                        "本件由签署文本的规范形式生成；摘要与登记的一致，则内容与各方所签一致。",
                        "Made from the canonical form of the signed text; if the digest is the one on record, the parties signed what this says."),
                font(SMALL)));
        var left = new PdfPCell(text);
        left.setLeading(0, SMALL_LEADING);
        left.setBorder(Rectangle.NO_BORDER);
        left.setVerticalAlignment(Element.ALIGN_MIDDLE);
        table.addCell(left);
        var right = new PdfPCell(code(writer));
        right.setBorder(Rectangle.NO_BORDER);
        right.setHorizontalAlignment(Element.ALIGN_RIGHT);
        table.addCell(right);
        document.add(table);
    }

    private com.lowagie.text.Image code(PdfWriter writer) {
        var size = 26 * MM;
        var square = size / paper.code().size();
        var drawing = writer.getDirectContent().createTemplate(size, size);
        drawing.setColorFill(Color.BLACK);
        for (var bar : paper.code().bars()) {
            drawing.rectangle(bar.x() * square, size - (bar.y() + 1) * square, bar.length() * square, square);
        }
        drawing.fill();
        return com.lowagie.text.Image.getInstance(drawing);
    }

    private void annexes(Document document, PdfWriter writer) {
        if (!paper.annexes().isEmpty()) {
            document.newPage();
        }
        for (var annex : paper.annexes()) {
            var table = new PdfPTable(WIDTHS);
            table.setTotalWidth(document.right() - document.left());
            table.setLockedWidth(true);
            table.setSplitRows(false);
            table.setSplitLate(true);
            table.setHeaderRows(1);
            annex.columns().forEach(column -> table.addCell(cell(column, faces.heading())));
            annex.rows().forEach(row -> row.forEach(value -> table.addCell(cell(value.text(), faces.body()))));
            var first = table.getRowHeight(0) + (table.size() > 1 ? table.getRowHeight(1) : 0);
            needs(3 * LEADING + first, document, writer);
            var title = new Paragraph(annex.title(), new Font(faces.heading(), BODY));
            title.setLeading(LEADING);
            title.setSpacingAfter(LEADING / 2);
            document.add(title);
            document.add(table);
            document.add(line(" ", 0));
        }
    }

    private static PdfPCell cell(String text, BaseFont face) {
        var cell = new PdfPCell(new Phrase(TABLE * 1.4f, text, new Font(face, TABLE)));
        cell.setLeading(0, 1.4f);
        cell.setPadding(4);
        return cell;
    }

    private Font font(float size) {
        return new Font(faces.body(), size);
    }

    private String either(String zh, String en) {
        return paper.isEnglish() ? en : zh;
    }
}
