package org.shuqi.graph;

import java.time.Duration;

/**
 * How a store is opened and kept.
 *
 * @param wholeLog whether the log is read from its first byte, whatever is known of it
 * @param faults where a test lets the machine fail
 * @param rhythm how often what speeds up the next start is written
 * @param heapQuads most quads of a load that are kept in memory
 */
record Opening(boolean wholeLog, Faults faults, Rhythm rhythm, int heapQuads) {

    /** What a quad of a load takes in memory, with its share of the terms; a generous guess. */
    private static final int STAGED_BYTES = 400;

    /** As in service. */
    static final Opening USUAL = new Opening(false, Faults.NONE, Rhythm.USUAL, quarterOfTheHeap());

    /** The same, reading the whole log. */
    Opening readingTheWholeLog() {
        return new Opening(true, faults, rhythm, heapQuads);
    }

    /** The same, with a machine that may fail. */
    Opening with(Faults failing) {
        return new Opening(wholeLog, failing, rhythm, heapQuads);
    }

    /** The same in another rhythm. */
    Opening with(Rhythm other) {
        return new Opening(wholeLog, faults, other, heapQuads);
    }

    /** The same, with other room for loads. */
    Opening keeping(int quads) {
        return new Opening(wholeLog, faults, rhythm, quads);
    }

    private static int quarterOfTheHeap() {
        return (int) Math.min(Integer.MAX_VALUE / 4, Runtime.getRuntime().maxMemory() / 4 / STAGED_BYTES);
    }

    /**
     * How much may happen before it is written down again; all of it is read or computed again at a start after a kill.
     *
     * @param entries entries of the log until their positions are written
     * @param bytes bytes of the log until the positions are written
     * @param quads changed quads until the derived values are written
     * @param pause shortest time from one writing of derived values to the next
     */
    record Rhythm(int entries, long bytes, long quads, Duration pause) {

        static final Rhythm USUAL = new Rhythm(1_000, 64L << 20, 10_000, Duration.ofSeconds(30));
    }
}
