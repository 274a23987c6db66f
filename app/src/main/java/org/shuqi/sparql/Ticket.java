package org.shuqi.sparql;

/** One request under way: connects the client's connection with the query that runs for it, so that both end together. */
final class Ticket {

    private boolean cancelled;
    private Runnable cancellation = () -> {};

    /** How to stop what runs; stopped at once if the client has gone already. */
    synchronized void stoppedBy(Runnable stop) {
        cancellation = stop;
        if (cancelled) {
            stop.run();
        }
    }

    /** The request is over; nothing is stopped any more. */
    synchronized void close() {
        cancellation = () -> {};
    }

    /** The client has gone: what runs for it is stopped. */
    synchronized void cancel() {
        cancelled = true;
        cancellation.run();
        cancellation = () -> {};
    }
}
