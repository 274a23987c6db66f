package org.shuqi.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.DirectoryReader;

/**
 * What searches read at present.
 *
 * @param reader counted by its readers; closed by the last
 * @param revision of the registry that it is of
 */
record Shown(DirectoryReader reader, long revision) {

    /** Whether it could be taken hold of; if so, let it go in the end. */
    boolean hold() {
        return reader.tryIncRef();
    }

    void letGo() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
