package org.shuqi.graph;

/** The truth: a log of changes and the graph that they make. Only {@code change} writes to it. */
public interface Store extends AutoCloseable {

    /** The newest committed revision. */
    long revision();

    /** Opens the newest revision for reading. */
    Snapshot read();

    /**
     * Opens an earlier revision for reading; its cost grows with the changes made since.
     *
     * @throws org.shuqi.problem.Refusal UNKNOWN if the revision is negative or lies ahead
     */
    Snapshot readAt(long revision);

    /** Registers something to be computed from the graph, and computes it for the head. */
    <T> Derived<T> derive(Derivation<T> derivation);

    @Override
    void close();
}
