package org.shuqi.paper;

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
 * Draws a paper as PDF: A4 with the margins of GB/T 9704, the title centred, articles with indented sentences, annexes whose
 * heads repeat and whose rows are never cut, a place for each seal, page numbers.
 */
final class PdfPaper {

    /** Millimetres as points. */
    private static final float MM = 72 / 25.4f;

    private static final float LEFT = 28 * MM;
    private static final float RIGHT = 26 * MM;
    private static final float TOP = 30 * MM;
    private static final float BOTTOM = 30 * MM;
    private static final float TITLE = 22;
    private static final float BODY = 11;
    private static final float LEADING = 1.55f;
    private static final float TABLE = 9;
    private static final float SMALL = 8;
    private static final float[] WIDTHS = {7, 30, 24, 25, 14};
    private static final float SEAL_HEIGHT = 80;

    private final Paper paper;
    private final BaseFont face;

    PdfPaper(Paper paper, BaseFont face) {
        this.paper = paper;
        this.face = face;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        var document = new Document(PageSize.A4, LEFT, RIGHT, TOP, BOTTOM);
        var writer = PdfWriter.getInstance(document, out);
        writer.setPageEvent(new PageNumbers(face, paper.number()));
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(paper.isEnglish() ? "en" : "zh-CN"));
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        document.addTitle(paper.title().text() + " " + paper.number());
        document.addKeywords("sha256:" + paper.sha256());
        document.open();
        head(document);
        articles(document, writer);
        seals(document);
        proof(document, writer);
        annexes(document);
        document.close();
        return out.toByteArray();
    }

    private void head(Document document) {
        var title = new Paragraph(paper.title().text(), font(TITLE));
        title.setAlignment(Element.ALIGN_CENTER);
        title.setLeading(TITLE * 1.4f);
        document.add(title);
        var number = new Paragraph(either("协议编号：", "Agreement No. ") + paper.number(), font(BODY));
        number.setAlignment(Element.ALIGN_CENTER);
        number.setSpacingBefore(6);
        number.setSpacingAfter(10);
        document.add(number);
        for (var party : paper.parties()) {
            document.add(line(party.part() + either("：", ": ") + party.name().text(), 0));
        }
    }

    private void articles(Document document, PdfWriter writer) {
        for (var article : paper.articles()) {
            // a heading does not stay behind at the foot of a page
            if (writer.getVerticalPosition(false) < BOTTOM + 4 * LEADING * BODY) {
                document.newPage();
            }
            var heading = line(article.heading(), 0);
            heading.setSpacingBefore(5);
            document.add(heading);
            article.sentences().forEach(sentence -> document.add(line(sentence.text(), 2 * BODY)));
        }
    }

    private Paragraph line(String text, float indent) {
        var paragraph = new Paragraph(text, font(BODY));
        paragraph.setLeading(BODY * LEADING);
        paragraph.setFirstLineIndent(indent);
        paragraph.setAlignment(Element.ALIGN_JUSTIFIED);
        return paragraph;
    }

    private void seals(Document document) {
        var table = table(2);
        table.setSpacingBefore(14);
        for (var seal : paper.seals()) {
            var text = new Phrase(BODY * 1.5f, seal.party().text() + either("（盖章）", " (seal)"), font(BODY));
            text.add("\n");
            text.add(new Phrase(either("负责人：", "Head: "), font(BODY)));
            text.add("\n");
            text.add(new Phrase(either("日期：", "Date: ") + seal.signedOn().orElse(""), font(BODY)));
            text.add("\n");
            text.add(new Phrase(seal.says(), font(SMALL)));
            var cell = new PdfPCell(text);
            // the leading of the phrase counts for its first line alone
            cell.setLeading(0, LEADING);
            cell.setMinimumHeight(SEAL_HEIGHT);
            cell.setPadding(6);
            table.addCell(cell);
        }
        table.completeRow();
        document.add(table);
    }

    /** What the paper is a print of, and the code that leads there. */
    private void proof(Document document, PdfWriter writer) {
        var table = new PdfPTable(new float[] {82, 18});
        table.setWidthPercentage(100);
        table.setSplitRows(false);
        table.setSpacingBefore(8);
        var text = new Phrase(
                SMALL * 1.5f, either("签署文本的摘要（SHA-256）：", "Digest of the signed text (SHA-256):"), font(SMALL));
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
        left.setLeading(0, LEADING);
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

    private void annexes(Document document) {
        for (var annex : paper.annexes()) {
            var title = line(annex.title(), 0);
            title.setSpacingBefore(12);
            title.setSpacingAfter(4);
            var table = new PdfPTable(WIDTHS);
            table.setWidthPercentage(100);
            table.setSplitRows(false);
            table.setSplitLate(true);
            table.setHeaderRows(1);
            annex.columns().forEach(column -> table.addCell(cell(column)));
            annex.rows().forEach(row -> row.forEach(value -> table.addCell(cell(value.text()))));
            document.add(title);
            document.add(table);
        }
    }

    private PdfPTable table(int columns) {
        var table = new PdfPTable(columns);
        table.setWidthPercentage(100);
        table.setSplitRows(false);
        return table;
    }

    private PdfPCell cell(String text) {
        var cell = new PdfPCell(new Phrase(TABLE * 1.4f, text, font(TABLE)));
        cell.setPadding(3);
        return cell;
    }

    private Font font(float size) {
        return new Font(face, size);
    }

    private String either(String zh, String en) {
        return paper.isEnglish() ? en : zh;
    }
}
