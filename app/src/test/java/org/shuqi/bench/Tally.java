package org.shuqi.bench;

import org.HdrHistogram.Histogram;

/**
 * What one run of the load program saw.
 *
 * @param answered requests answered
 * @param decisions decisions in those answers
 * @param wrong answers that were not what was expected
 * @param firstWrong the first of them, with its request
 * @param seconds how long it took
 * @param latency nanoseconds from when a request was due until its answer was there
 * @param serverCpuMicros CPU time of the server for one request
 * @param ownCpuMicros CPU time of the load program for one request
 */
record Tally(
        long answered,
        long decisions,
        long wrong,
        String firstWrong,
        double seconds,
        Histogram latency,
        double serverCpuMicros,
        double ownCpuMicros) {

    double perSecond() {
        return answered / seconds;
    }

    /** CPU time of the server for one decision. */
    double serverCpuMicrosPerDecision() {
        return serverCpuMicros * answered / Math.max(1, decisions);
    }

    /** Milliseconds within which so many per cent were answered. */
    double millis(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1e6;
    }
}
