package org.shuqi.clock;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.graph.GraphFactory;
import org.shuqi.fuzz.Fuzzed;
import org.shuqi.record.Intake;

/** Working calendars as anybody may have written them, and days counted by them. */
public final class CalendarsFuzz {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate START = LocalDate.of(2026, 2, 14);

    private CalendarsFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        var days = data.length == 0 ? 0 : Byte.toUnsignedInt(data[0]) % 60;
        Fuzzed.mayRefuse(() -> {
            var graph = GraphFactory.createDefaultGraph();
            var document = Arrays.copyOfRange(data, Math.min(1, data.length), data.length);
            Intake.quads(document, Lang.TURTLE, Optional.of("http://localhost:8080/id/"))
                    .forEach(quad -> graph.add(quad.asTriple()));
            var calendar = new Calendars(new Facts(graph, ZONE)).in(Optional.empty());
            var due = calendar.after(START, days);
            if (days > 0 && calendar.between(START, due) != days) {
                throw new AssertionError(days + " working days end on " + due);
            }
        });
    }
}
