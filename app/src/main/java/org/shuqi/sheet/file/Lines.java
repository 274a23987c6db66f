package org.shuqi.sheet.file;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shuqi.problem.Refusal;

/**
 * Gathers the rows of a file. A text that occurs again is kept once: most columns of a catalogue hold few different
 * ones, so that many rows take little memory.
 */
final class Lines {

    /** Longer texts are rarely the same. */
    private static final int WORTH_KEEPING = 64;

    private final Limits limits;
    private final Map<String, String> known = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private String[] texts = new String[32];
    private byte[] sorts = new byte[32];
    private int width;
    private int total;

    Lines(Limits limits) {
        this.limits = limits;
    }

    /**
     * Puts a cell into the row at hand.
     *
     * @throws Refusal TOO_LARGE if the sheet is too wide
     */
    void cell(String sheet, int column, String raw, Sort sort) {
        var text = stripped(raw);
        if (text.isEmpty() && sort != Sort.FORMULA) {
            return;
        }
        if (column >= limits.columns()) {
            throw limits.tooWide(sheet);
        }
        if (column >= texts.length) {
            texts = Arrays.copyOf(texts, column * 2);
            sorts = Arrays.copyOf(sorts, column * 2);
        }
        texts[column] = text.length() > WORTH_KEEPING ? text : known.computeIfAbsent(text, same -> same);
        sorts[column] = (byte) sort.ordinal();
        width = Math.max(width, column + 1);
    }

    /**
     * Ends the row at hand.
     *
     * @throws Refusal TOO_LARGE if there are too many rows
     */
    void end(int row) {
        if (width == 0) {
            return;
        }
        if (++total > limits.rows()) {
            throw limits.tooManyRows();
        }
        var mine = Arrays.copyOf(texts, width);
        for (var column = 0; column < width; column++) {
            mine[column] = mine[column] == null ? "" : mine[column];
        }
        lines.add(new Line(row, mine, Arrays.copyOf(sorts, width)));
        Arrays.fill(texts, 0, width, null);
        Arrays.fill(sorts, 0, width, (byte) 0);
        width = 0;
    }

    /** The rows since this was asked last. */
    List<Line> taken() {
        var taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    /** Without blanks of any script at its ends, in Unicode NFC, with single line ends. */
    static String stripped(String raw) {
        var from = 0;
        var to = raw.length();
        while (from < to && isBlank(raw.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(raw.charAt(to - 1))) {
            to--;
        }
        var text = raw.substring(from, to);
        if (text.indexOf('\r') >= 0) {
            text = text.replace("\r\n", "\n").replace('\r', '\n');
        }
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean isBlank(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || sign == '\uFEFF' || sign == '\u200B';
    }
}
