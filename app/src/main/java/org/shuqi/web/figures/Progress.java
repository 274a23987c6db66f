package org.shuqi.web.figures;

/**
 * How far counting has come.
 *
 * @param done how many parts are there
 * @param total how many there will be
 * @param again address where the rest will be
 */
public record Progress(int done, int total, String again) {}
