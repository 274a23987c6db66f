package org.shuqi.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The decision table {@code clock/deadlines.csv}: every time limit of the Order, line by line, as one can check by hand. */
class DeadlinesTest {

    /** A line of the table. */
    record Line(
            String situation,
            String clock,
            String from,
            String extension,
            String approved,
            String told,
            String notice,
            String supplied,
            String supplement,
            String due,
            String remark) {

        @Override
        public String toString() {
            return situation + " " + clock + " " + from;
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void theLastDayIsTheOneOfTheTable(Line line) {
        var desk = new Desk().write(record(line)).write(profile(line));

        var limit = desk.one("record/1", line.clock(), "2027-12-01T00:00:00");

        assertThat(limit.dueOn().map(Object::toString).orElse("")).isEqualTo(line.due());
        assertThat(limit.remarks().stream().map(Remark::code).collect(Collectors.joining(" ")))
                .isEqualTo(line.remark());
        assertThat(limit.assumed()).isFalse();
        assertThat(limit.basis().law()).isNotEmpty();
        assertThat(limit.state()).isEqualTo(line.due().isEmpty() ? State.PAUSED : State.OVERDUE);
    }

    @Test
    void theTableHasEveryClockThatCountsWorkingDays() {
        assertThat(lines().map(Line::clock).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "catalogue-update",
                        "catalogue-review",
                        "unconditional-reply",
                        "conditional-reply",
                        "delivery",
                        "correction",
                        "uncatalogued-inclusion");
    }

    static Stream<Line> lines() {
        try (var in = DeadlinesTest.class.getResourceAsStream("/clock/deadlines.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .skip(1)
                            .map(text -> text.split(",", -1))
                            .map(c -> new Line(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9], c[10]))
                            .toList()
                            .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String record(Line line) {
        return kind(line)
                + said("sq:extension", "<record/1#e>", line.extension())
                + said("sq:supplementNotice", "<record/1#n>", line.notice())
                + " .\n"
                + extension(line)
                + notice(line);
    }

    private static String kind(Line line) {
        var start = instant(line.from());
        return Map.of(
                        "catalogue-update",
                        "<record/1> a dcat:Dataset ; dct:publisher <organization/police> ; sq:changeOccurredAt %s",
                        "catalogue-review",
                        "<record/1> a dcat:Dataset ; dct:publisher <organization/police> ; sq:receivedAt %s",
                        "unconditional-reply",
                        request("open") + "sq:receivedAt %s",
                        "conditional-reply",
                        request("closed") + "sq:receivedAt %s",
                        "delivery",
                        request("closed") + "sq:consented true ; sq:repliedAt %s",
                        "correction",
                        "<record/1> a sq:CorrectionRequest ; sq:respondent <organization/police> ; sq:receivedAt %s",
                        "uncatalogued-inclusion",
                        "<record/1> a sq:DemandListEntry ; sq:listedBy <organization/sh-traffic> ; sq:submittedAt %s")
                .get(line.clock())
                .formatted(start);
    }

    private static String request(String dataset) {
        return "<record/1#p> odrl:assigner <organization/police> ; odrl:target <dataset/" + dataset + "> .\n"
                + "<record/1> a sq:SharingRequest ; odrl:permission <record/1#p> ; ";
    }

    private static String extension(Line line) {
        return line.extension().isEmpty()
                ? ""
                : "<record/1#e> a sq:Extension ; sq:workingDays " + line.extension()
                        + " ; sq:approvalRole role:authority-reviewer ; sq:approvedBy <organization/data>"
                        + said("sq:approvedAt", instant(line.approved()), line.approved())
                        + said("sq:notifiedAt", instant(line.told()), line.told())
                        + " .\n";
    }

    private static String notice(Line line) {
        return line.notice().isEmpty()
                ? ""
                : "<record/1#n> a sq:SupplementNotice"
                        + said("sq:notifiedAt", instant(line.notice()), line.notice())
                        + said("sq:suppliedAt", instant(line.supplied()), line.supplied())
                        + " .\n";
    }

    /** The city has a profile of its own that says what the Order leaves open. */
    private static String profile(Line line) {
        return line.supplement().isEmpty()
                ? ""
                : "<profile/city> a sq:JurisdictionProfile ; sq:jurisdiction div:150600 ; sq:extendsProfile profile:national ;"
                        + " sq:supplementRestartsClock "
                        + line.supplement().equals("restart") + " .\n";
    }

    private static String said(String property, String value, String cell) {
        return cell.isEmpty() ? "" : " ; " + property + " " + value;
    }

    private static String instant(String local) {
        return "\"" + local + ":00+08:00\"^^xsd:dateTime";
    }
}
