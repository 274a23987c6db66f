package org.shuqi.rights;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Acting;
import org.shuqi.graph.Backup;
import org.shuqi.graph.Commit;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Derivation;
import org.shuqi.graph.Derived;
import org.shuqi.graph.Sight;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.graph.Verification;

/**
 * The store as the doors are given it: everything that is read is what the caller for whom the thread works may read, and
 * nothing if it works for nobody.
 */
final class SightedStore implements Store {

    /** Quads of a commit that are looked at to see whether its reason may be told; a larger one is not told. */
    private static final long LARGEST = 20_000;

    private final Store whole;
    private final Rights rights;

    SightedStore(Store whole, Rights rights) {
        this.whole = whole;
        this.rights = rights;
    }

    @Override
    public long revision() {
        return whole.revision();
    }

    @Override
    public Snapshot read() {
        return seen(whole.read());
    }

    /** Of an earlier revision, what the caller could have read then and may still read now. */
    @Override
    public Snapshot readAt(long revision) {
        var then = whole.readAt(revision);
        if (revision == whole.revision()) {
            return seen(then);
        }
        try (var now = whole.read()) {
            // the two share one transaction of this thread, which lasts until the earlier one is closed
            return seen(then).seenBy(rights.sight(now));
        } catch (RuntimeException | Error e) {
            then.close();
            throw e;
        }
    }

    private Snapshot seen(Snapshot snapshot) {
        try {
            return snapshot.seenBy(rights.view(snapshot));
        } catch (RuntimeException | Error e) {
            snapshot.close();
            throw e;
        }
    }

    /** Who and why are told of commits of which every graph is seen; of the others, only that they are there. */
    @Override
    public List<Commit> history(long after, int limit) {
        var commits = whole.history(after, limit);
        if (Acting.caller().filter(Rights::seesEverything).isPresent()) {
            return commits;
        }
        try (var now = whole.read()) {
            var sight = rights.sight(now);
            return commits.stream().map(commit -> told(commit, sight)).toList();
        }
    }

    private Commit told(Commit commit, Sight sight) {
        var isSeen = whole.change(commit.revision(), LARGEST)
                .filter(delta -> all(delta).allMatch(quad -> sight.sees(quad.getGraph())))
                .isPresent();
        return isSeen ? commit : commit.withheld();
    }

    @Override
    public Optional<Delta> change(long revision, long most) {
        var change = whole.change(revision, most);
        if (change.isEmpty() || Acting.caller().filter(Rights::seesEverything).isPresent()) {
            return change;
        }
        try (var now = whole.read()) {
            var sight = rights.sight(now);
            return change.map(delta -> new Delta(seen(delta.removed(), sight), seen(delta.added(), sight)));
        }
    }

    private static List<Quad> seen(List<Quad> quads, Sight sight) {
        return quads.stream().filter(quad -> sight.sees(quad.getGraph())).toList();
    }

    private static Stream<Quad> all(Delta delta) {
        return Stream.concat(delta.removed().stream(), delta.added().stream());
    }

    @Override
    public List<String> seals(long after, int limit) {
        return whole.seals(after, limit);
    }

    @Override
    public String seal(long revision) {
        return whole.seal(revision);
    }

    /** What is derived is derived from everything; whoever shows it to a caller has to cut it. */
    @Override
    public <T> Derived<T> derive(Derivation<T> derivation) {
        return whole.derive(derivation);
    }

    @Override
    public Verification verify(LongConsumer progress) {
        return whole.verify(progress);
    }

    @Override
    public Backup backup(Path folder) {
        return whole.backup(folder);
    }

    @Override
    public void close() {
        // the store is not ours to close
    }
}
