package org.shuqi.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;
import org.shuqi.access.Caller;

/** What searches read at present, with what was found in it lately. */
final class Shown {

    private static final int MOST = 100;

    private final DirectoryReader reader;
    private final long revision;
    private final Cache<Asked, Tally> found =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /**
     * An index.
     *
     * @param reader counted by its readers; closed by the last
     * @param revision of the registry that it is of
     */
    Shown(DirectoryReader reader, long revision) {
        this.reader = reader;
        this.revision = revision;
    }

    /**
     * Who looked for what.
     *
     * @param reader who, as far as they may not read everything
     * @param wanted what, without the place in it
     */
    record Asked(Optional<Caller> reader, Wanted wanted) {}

    DirectoryReader reader() {
        return reader;
    }

    long revision() {
        return revision;
    }

    @Nullable Tally known(Asked asked) {
        return found.getIfPresent(asked);
    }

    void keep(Asked asked, Tally tally) {
        found.put(asked, tally);
    }

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
