package org.shuqi.paper;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import org.jspecify.annotations.Nullable;

/** Writes the number of each page and of them all at the foot, so that a missing page is noticed. */
final class PageNumbers extends PdfPageEventHelper {

    private static final float SIZE = 10;
    private static final float HEIGHT = 48;

    private final BaseFont face;
    private final String number;
    private @Nullable PdfTemplate total;

    PageNumbers(BaseFont face, String number) {
        this.face = face;
        this.number = number;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        total = writer.getDirectContent().createTemplate(60, 14);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        var canvas = writer.getDirectContent();
        var text = "— " + writer.getPageNumber() + " / ";
        var middle = document.getPageSize().getWidth() / 2;
        canvas.beginText();
        canvas.setFontAndSize(face, SIZE);
        canvas.showTextAligned(Element.ALIGN_RIGHT, text, middle, HEIGHT, 0);
        canvas.showTextAligned(Element.ALIGN_LEFT, number, document.leftMargin(), HEIGHT, 0);
        canvas.endText();
        var known = total;
        if (known != null) {
            canvas.addTemplate(known, middle, HEIGHT - 3);
        }
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        var known = total;
        if (known != null) {
            // the page that is counted when the document closes was never begun
            var pages = writer.getPageNumber() - 1;
            known.beginText();
            known.setFontAndSize(face, SIZE);
            known.setTextMatrix(0, 3);
            known.showText(pages + " —");
            known.endText();
        }
    }
}
