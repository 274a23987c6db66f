package org.shuqi.chart;

/**
 * A picture as it stands in a page.
 *
 * @param svg the element with everything in it, safe to be written as it is
 * @param width in pixels, at which text has its size
 * @param height in pixels
 */
public record Picture(String svg, int width, int height) {}
