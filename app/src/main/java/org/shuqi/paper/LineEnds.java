package org.shuqi.paper;

import com.lowagie.text.SplitCharacter;
import com.lowagie.text.pdf.DefaultSplitCharacter;
import com.lowagie.text.pdf.PdfChunk;

/** Where a line may end: never before a mark that closes something, never behind one that opens. */
final class LineEnds implements SplitCharacter {

    private static final String CLOSING = "，。、；：？！）》」』】〕”’…—％,.;:?!)]}%";
    private static final String OPENING = "（《「『【〔“‘([{";

    private final SplitCharacter usual = new DefaultSplitCharacter();

    @Override
    public boolean isSplitCharacter(int start, int current, int end, char[] letters, PdfChunk[] chunks) {
        var next = current + 1 < end ? letters[current + 1] : ' ';
        return usual.isSplitCharacter(start, current, end, letters, chunks)
                && CLOSING.indexOf(next) < 0
                && OPENING.indexOf(letters[current]) < 0;
    }
}
