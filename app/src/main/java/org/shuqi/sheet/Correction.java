package org.shuqi.sheet;

/**
 * A cell of a file that is to be read as if something else stood there.
 *
 * @param sheet the name of the sheet
 * @param row counted from 0
 * @param column counted from 0
 * @param text what is to stand there; empty for nothing
 */
public record Correction(String sheet, int row, int column, String text) {}
