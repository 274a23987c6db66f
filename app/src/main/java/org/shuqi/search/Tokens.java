package org.shuqi.search;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Tokens of several texts one after the other, so far apart that no phrase spans two of them. */
final class Tokens extends TokenStream {

    private static final int GAP = 100;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<List<String>> texts;
    private Iterator<List<String>> rest;
    private Iterator<String> tokens = List.<String>of().iterator();

    Tokens(List<List<String>> texts) {
        this.texts = texts;
        this.rest = texts.iterator();
    }

    @Override
    public void reset() {
        rest = texts.iterator();
        tokens = List.<String>of().iterator();
    }

    @Override
    public boolean incrementToken() {
        var increment = 1;
        while (!tokens.hasNext()) {
            if (!rest.hasNext()) {
                return false;
            }
            tokens = rest.next().iterator();
            increment = GAP;
        }
        clearAttributes();
        term.append(tokens.next());
        step.setPositionIncrement(increment);
        return true;
    }
}
