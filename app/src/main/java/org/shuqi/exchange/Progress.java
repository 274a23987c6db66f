package org.shuqi.exchange;

import java.nio.file.Path;
import org.shuqi.change.Load;

/** Is told how far long work has come. */
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = new Progress() {};

    /** A file is begun. */
    default void begins(Path file, long bytes) {}

    /** Some more bytes of it are done. */
    default void advances(long bytes) {}

    /** So many quads of a phase of the write are done; called on any thread. */
    default void works(Load.Phase phase, long done, long total) {}

    /** The file is done. */
    default void ends() {}
}
