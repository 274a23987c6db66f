package org.shuqi.paper;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the number of each page at the outer edge of its foot, and of them all beside it, so that a missing page is noticed;
 * at the inner edge the number of the agreement.
 */
final class PageNumbers extends PdfPageEventHelper {

    /** Size four, its upper edge 7 mm below the text. */
    private static final float SIZE = 14;

    private static final float HEIGHT = 66;
    private static final float SMALL = 10;

    /** Room for the number of all pages and its dash. */
    private static final float TOTAL = 44;

    private final BaseFont face;
    private final String number;
    private @Nullable PdfTemplate total;

    PageNumbers(BaseFont face, String number) {
        this.face = face;
        this.number = number;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        total = writer.getDirectContent().createTemplate(TOTAL, SIZE + 4);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        var canvas = writer.getDirectContent();
        var isRight = writer.getPageNumber() % 2 == 1;
        var text = "— " + writer.getPageNumber() + " / ";
        // how wide what follows will be is known when all pages are
        var place = isRight ? document.right() - SIZE - TOTAL - face.getWidthPoint(text, SIZE) : document.left() + SIZE;
        canvas.beginText();
        canvas.setFontAndSize(face, SIZE);
        canvas.showTextAligned(Element.ALIGN_LEFT, text, place, HEIGHT, 0);
        canvas.setFontAndSize(face, SMALL);
        canvas.showTextAligned(
                isRight ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT,
                number,
                isRight ? document.left() : document.right(),
                HEIGHT,
                0);
        canvas.endText();
        var known = total;
        if (known != null) {
            canvas.addTemplate(known, place + face.getWidthPoint(text, SIZE), HEIGHT - 3);
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
