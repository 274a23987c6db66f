package org.shuqi.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Random;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.TestCallers;
import org.shuqi.WorkedExample;
import org.shuqi.access.Appointment;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.change.Change;
import org.shuqi.change.Changes;
import org.shuqi.graph.Delta;

/**
 * Whether the time of an answer tells what is hidden from what is not there. Both are asked by turns in a random order, and
 * the two distributions are compared by rank (Mann and Whitney): the share of pairs in which the hidden one took longer is a
 * half if the time says nothing. Writes what it found to {@code target/hidden-timing.csv}.
 */
@Tag("slow")
class HiddenTimingTest {

    private static final int CALLS = Integer.getInteger("shuqi.timing.calls", 10_000);
    private static final int WARM = 2_000;

    /** A guess that is right in 6 of 10 cases is more than a caller should be given; noise of a busy machine is less. */
    private static final double FARTHEST_FROM_HALF = 0.1;

    /** Many questions in one: each statement about a thing that the registry might hold. */
    private static final String PIECES = "/sparql?query=PREFIX%20d:%3Chttp://purl.org/dc/terms/%3E%20"
            + "PREFIX%20o:%3Chttp://www.w3.org/ns/odrl/2/%3E%20"
            + "ASK%7BVALUES%20?p%7Bd:title%20d:identifier%20d:issued%20d:publisher%20d:type%20d:valid%20d:spatial%20"
            + "o:assigner%20o:assignee%20o:target%20o:permission%20o:uid%7D%3Chttp://localhost:8080/id/agreement/";

    private static final List<List<String>> DOORS = List.of(
            List.of("agreement", "/api/v1/agreements/HUSH-1", "/api/v1/agreements/NONE-1"),
            List.of("dataset", "/api/v1/datasets/hush", "/api/v1/datasets/none"),
            List.of("history", "/api/v1/agreements/HUSH-1/history", "/api/v1/agreements/NONE-1/history"),
            List.of(
                    "decision",
                    "/api/v1/decisions?recipient=stats&dataset=hush",
                    "/api/v1/decisions?recipient=stats&dataset=none"),
            List.of(
                    "sparql",
                    "/sparql?query=ASK%7B%3Chttp://localhost:8080/id/agreement/HUSH-1%3E%20?p%20?o%7D",
                    "/sparql?query=ASK%7B%3Chttp://localhost:8080/id/agreement/NONE-1%3E%20?p%20?o%7D"),
            List.of("pieces", PIECES + "HUSH-1%3E%20?p%20?o%7D", PIECES + "NONE-1%3E%20?p%20?o%7D"));

    @Test
    void theTimeOfAnAnswerDoesNotTellWhatIsHidden(@TempDir Path data) throws IOException {
        try (var api = ApiServer.closedWithExample(data, java.util.Map.of("shuqi.rates.share", 1000.0))) {
            var changes = api.bean(Changes.class);
            var who = TestCallers.key(
                    changes,
                    "stats",
                    Appointment.in(NodeFactory.createURI(WorkedExample.organization("stats")), Role.SYSTEM_CLIENT));
            var dataset = DatasetGraphFactory.create();
            RDFParser.fromString(SightOverHttpTest.SECRETS, Lang.TRIG).parse(dataset);
            var quads = Iter.toList(dataset.find());
            changes.apply(
                    new Change("hushed", OptionalLong.empty(), now -> new Delta(List.of(), quads)), Caller.operator());
            var found = new ArrayList<String>(
                    List.of("door,calls,median hidden (us),median absent (us),share hidden slower,z"));

            for (var door : DOORS) {
                var measured = measure(api, who, door.get(1), door.get(2));
                found.add(door.get(0) + "," + measured);
                Files.write(Path.of("target/hidden-timing.csv"), found);
                assertThat(Math.abs(measured.share() - 0.5))
                        .as(door.get(0) + ": " + measured)
                        .isLessThan(FARTHEST_FROM_HALF);
            }
        }
    }

    private record Measured(int calls, double hidden, double absent, double share, double z) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d,%.0f,%.0f,%.4f,%.2f", calls, hidden, absent, share, z);
        }
    }

    private static Measured measure(ApiServer api, String who, String hidden, String absent) {
        var random = new Random(26);
        for (var at = 0; at < WARM; at++) {
            time(api, who, at % 2 == 0 ? hidden : absent);
        }
        var times = new long[2][CALLS];
        var made = new int[2];
        while (made[0] < CALLS || made[1] < CALLS) {
            var which = made[0] == CALLS ? 1 : made[1] == CALLS ? 0 : random.nextInt(2);
            times[which][made[which]++] = time(api, who, which == 0 ? hidden : absent);
        }
        var u = u(times[0], times[1]);
        var pairs = (double) CALLS * CALLS;
        var sigma = Math.sqrt(pairs * (2.0 * CALLS + 1) / 12);
        return new Measured(CALLS, median(times[0]), median(times[1]), u / pairs, (u - pairs / 2) / sigma);
    }

    private static long time(ApiServer api, String who, String path) {
        var began = System.nanoTime();
        api.get(path, "Authorization", who);
        return System.nanoTime() - began;
    }

    private static double median(long[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1_000.0;
    }

    /** In how many pairs the first is longer; half a pair for a tie. */
    private static double u(long[] first, long[] second) {
        record Ranked(long time, boolean isFirst) {}
        var all = new ArrayList<Ranked>();
        Arrays.stream(first).forEach(time -> all.add(new Ranked(time, true)));
        Arrays.stream(second).forEach(time -> all.add(new Ranked(time, false)));
        all.sort(Comparator.comparingLong(Ranked::time));
        var ranks = 0.0;
        for (var at = 0; at < all.size(); ) {
            var end = at;
            while (end < all.size() && all.get(end).time() == all.get(at).time()) {
                end++;
            }
            var shared = (at + 1 + end) / 2.0;
            for (var one = at; one < end; one++) {
                ranks += all.get(one).isFirst() ? shared : 0;
            }
            at = end;
        }
        return ranks - first.length * (first.length + 1.0) / 2;
    }
}
