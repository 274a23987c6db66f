package org.shuqi.graph;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

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

    /** What the log says about the revisions after the given one, oldest first, at most so many. */
    List<Commit> history(long after, int limit);

    /**
     * What one revision changed; empty if that is more quads than the caller wants to hold.
     *
     * @throws org.shuqi.problem.Refusal UNKNOWN if there is no such revision
     */
    Optional<Delta> change(long revision, long most);

    /**
     * What seals the log up to the revision: the hash of its entry, in hexadecimal, into which those of all before went.
     *
     * @throws org.shuqi.problem.Refusal UNKNOWN if the revision is negative or lies ahead
     */
    String seal(long revision);

    /** The seals of the revisions after the given one, oldest first, at most so many; see {@link #seal}. */
    List<String> seals(long after, int limit);

    /** Registers something to be computed from the graph, and computes it for the head. */
    <T> Derived<T> derive(Derivation<T> derivation);

    /**
     * Holds log, graph and derived values against each other; reads and writes go on meanwhile. Needs disk for a second
     * copy of the graph, and time as if everything were loaded again.
     *
     * @param progress hears of every quad looked at
     */
    Verification verify(LongConsumer progress);

    /**
     * Copies what is needed to bring the registry back into a folder that is new or empty; reads and writes go on
     * meanwhile.
     *
     * @throws org.shuqi.problem.Refusal TAKEN if the folder is not empty
     */
    Backup backup(Path folder);

    @Override
    void close();
}
