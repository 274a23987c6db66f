package org.shuqi.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Caller;
import org.shuqi.graph.Commit;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Sight;
import org.shuqi.graph.Snapshot;
import org.shuqi.graph.Store;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.rights.Rights;

/**
 * Reads the log backwards for somebody who asks who changed what. A change is shown if every graph that it touched may be
 * read, or if it is one's own.
 */
public final class Trail {

    /** Quads of a change that are looked at; more are not held in memory for this. */
    static final long LARGEST = 50_000;

    /** Entries whose head is read for one page, and whose body is. */
    private static final int MOST_HEADS = 50_000;

    private static final int MOST_BODIES = 2_000;
    private static final int PORTION = 500;

    private final Store whole;
    private final Rights rights;
    private final Footprints footprints = new Footprints();

    private Trail(Store whole, Rights rights) {
        this.whole = whole;
        this.rights = rights;
    }

    /**
     * Over one registry.
     *
     * @param whole the store with everything in it: what the caller may know is decided here
     */
    public static Trail over(Store whole, Rights rights) {
        return new Trail(whole, rights);
    }

    /**
     * Some changes, the newest first.
     *
     * @param traces those that were found
     * @param next the revision before which to go on; nothing if the log was read to its beginning
     * @param revision the newest revision that was looked at
     */
    public record Page(List<Trace> traces, OptionalLong next, long revision) {

        public Page {
            traces = List.copyOf(traces);
        }
    }

    /**
     * Looks for changes; a page may be short, or empty, and still have a next one, because one page looks at so many
     * entries at most.
     */
    public Page page(Wanted wanted, Caller caller) {
        try (var now = whole.read()) {
            var newest = Math.min(now.revision(), wanted.asOf().orElse(now.revision()));
            var end = Math.min(newest, wanted.before().orElse(newest + 1) - 1);
            return new Reading(wanted, caller, now).back(end, newest);
        }
    }

    /**
     * One change with what it changed.
     *
     * @param trace the change
     * @param removed what it took out
     * @param added what it put in
     */
    public record Detail(Trace trace, List<Quad> removed, List<Quad> added) {

        public Detail {
            removed = List.copyOf(removed);
            added = List.copyOf(added);
        }
    }

    /**
     * One change, with its quads as far as the caller may read them now.
     *
     * @throws Refusal UNKNOWN if there is no such revision, or the caller may not know of it; LIMIT if it is too large
     */
    public Detail detail(long revision, Caller caller) {
        try (var now = whole.read()) {
            if (revision < 1 || revision > now.revision()) {
                throw unknown(revision);
            }
            var commit = whole.history(revision - 1, 1).get(0);
            var reading = new Reading(everything(), caller, now);
            var change = whole.change(revision, LARGEST);
            var trace = reading.told(commit, change).orElseThrow(() -> unknown(revision));
            var delta = change.orElseThrow(() -> Refusal.of(
                    Kind.LIMIT,
                    "修订 %d 改动过多，不逐条列出；请读日志文件",
                    "revision %d changed too much to be listed; read the log file",
                    revision));
            return new Detail(trace, reading.seen(delta.removed()), reading.seen(delta.added()));
        }
    }

    private static Wanted everything() {
        return new Wanted(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                1);
    }

    private static Refusal unknown(long revision) {
        return Refusal.of(Kind.UNKNOWN, "没有修订 `%d`", "no revision `%d`", revision);
    }

    /** One walk back through the log for one caller. */
    private final class Reading {

        private final Wanted wanted;
        private final Caller caller;
        private final Snapshot now;
        private final Sight sight;
        private final Overseer overseer;

        Reading(Wanted wanted, Caller caller, Snapshot now) {
            this.wanted = wanted;
            this.caller = caller;
            this.now = now;
            this.sight = rights.sight(caller, now);
            this.overseer = new Overseer(caller, rights, now);
        }

        Page back(long end, long newest) {
            var traces = new ArrayList<Trace>();
            var heads = 0;
            var bodies = 0;
            var at = end;
            while (at > 0) {
                var run = candidates(at);
                if (run == 0) {
                    at--;
                    continue;
                }
                var after = at - run;
                var commits = new ArrayList<>(whole.history(after, (int) (at - after)));
                for (; !commits.isEmpty(); at--) {
                    if (traces.size() >= wanted.limit() || heads >= MOST_HEADS || bodies >= MOST_BODIES) {
                        return new Page(traces, OptionalLong.of(at + 1), newest);
                    }
                    heads++;
                    var commit = commits.remove(commits.size() - 1);
                    if (wanted.fits(commit) && mayAsk(commit)) {
                        bodies++;
                        var change = whole.change(commit.revision(), LARGEST);
                        footprints.keep(commit.revision(), change);
                        told(commit, change).ifPresent(traces::add);
                    }
                }
            }
            return new Page(traces, OptionalLong.empty(), newest);
        }

        /** How many changes, going back from the revision, are not known to be about something else. */
        private int candidates(long revision) {
            var most = (int) Math.min(PORTION, revision);
            if (wanted.record().isEmpty()) {
                return most;
            }
            var run = 0;
            while (run < most
                    && footprints.mayTouch(revision - run, wanted.record().get())) {
                run++;
            }
            return run;
        }

        /** Whoever asks about an account learns nothing of it by that, if who did something is not for them. */
        private boolean mayAsk(Commit commit) {
            return wanted.account().isEmpty() || overseer.mayKnow(commit.actor());
        }

        Optional<Trace> told(Commit commit, Optional<Delta> change) {
            var own = commit.actor().equals(caller.id());
            if (change.isEmpty()) {
                return Rights.seesEverything(caller) || own
                        ? Optional.of(shown(commit, List.of(), List.of(), false))
                        : Optional.empty();
            }
            var graphs = new TreeSet<String>();
            quads(change.get()).forEach(quad -> graphs.add(quad.getGraph().toString()));
            var visible = quads(change.get()).allMatch(quad -> sight.sees(quad.getGraph()));
            if (!(visible || own) || !isAbout(change.get())) {
                return Optional.empty();
            }
            return Optional.of(shown(
                    commit,
                    visible ? List.copyOf(graphs) : List.of(),
                    visible ? records(change.get()) : List.of(),
                    true));
        }

        private Trace shown(Commit commit, List<String> graphs, List<String> records, boolean examined) {
            var known = overseer.mayKnow(commit.actor());
            var told = known
                    ? commit
                    : new Commit(
                            commit.revision(),
                            commit.at(),
                            "",
                            "",
                            commit.removed(),
                            commit.added(),
                            commit.previous());
            return new Trace(told, graphs, records, examined, !known);
        }

        List<Quad> seen(List<Quad> quads) {
            return quads.stream().filter(quad -> sight.sees(quad.getGraph())).toList();
        }

        private boolean isAbout(Delta change) {
            return wanted.record()
                            .map(record -> quads(change).anyMatch(quad -> isOf(quad.getSubject(), record)))
                            .orElse(true)
                    && wanted.organization()
                            .map(whose -> quads(change).anyMatch(quad -> names(quad, whose)))
                            .orElse(true);
        }

        /** The change names the organisation, or the graph that it changes does. */
        private boolean names(Quad quad, Node organization) {
            return quad.getObject().equals(organization)
                    || quad.getSubject().equals(organization)
                    || now.dataset().contains(quad.getGraph(), Node.ANY, Node.ANY, organization);
        }
    }

    private static boolean isOf(Node subject, Node record) {
        return subject.equals(record)
                || (subject.isURI()
                        && (subject.getURI().startsWith(record.getURI() + "#")
                                || subject.getURI().startsWith(record.getURI() + "/")));
    }

    private static List<String> records(Delta change) {
        return quads(change)
                .map(Quad::getSubject)
                .filter(Node::isURI)
                .map(subject -> subject.getURI().replaceFirst("#.*", ""))
                .distinct()
                .sorted()
                .limit(Trace.MOST_RECORDS)
                .toList();
    }

    static Stream<Quad> quads(Delta change) {
        return Stream.concat(change.removed().stream(), change.added().stream());
    }
}
