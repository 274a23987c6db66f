package org.shuqi.supervision;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** A small register drawn from a seed, together with what every indicator should count, known from the drawing itself. */
final class DrawnRegister {

    static final LocalDate FROM = LocalDate.parse("2026-05-18");
    static final LocalDate FIRST = LocalDate.parse("2026-05-11");
    static final LocalDate UNTIL = LocalDate.parse("2026-06-18");

    private static final String HEAD =
            """
            @prefix : <http://localhost:8080/id/> .
            @prefix sq: <https://w3id.org/shuqi/ns#> .
            @prefix c: <https://w3id.org/shuqi/code/> .
            @prefix org: <http://www.w3.org/ns/org#> .
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix odrl: <http://www.w3.org/ns/odrl/2/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;

    private final Random dice;
    private final StringBuilder text = new StringBuilder(HEAD);
    private final StringBuilder usages = new StringBuilder();
    private final Map<String, List<Row>> rows = new LinkedHashMap<>();

    /** What an indicator should count. */
    record Row(String party, String record, LocalDate day, boolean counts, String group, double value) {}

    DrawnRegister(long seed) {
        dice = new Random(seed);
        Indicators.CODES.forEach(code -> rows.put(code, new ArrayList<>()));
        for (var number = 0; number < 3; number++) {
            text.append(
                    ":p%d a org:FormalOrganization ; sq:organType c:organ-type\\/government-department ; dct:spatial c:division\\/%s .%n"
                            .formatted(number, region("p" + number)));
            text.append(
                    ":r%d a org:FormalOrganization ; sq:organType c:organ-type\\/government-department ; dct:spatial c:division\\/%s .%n"
                            .formatted(number, region("r" + number)));
        }
        for (var number = 0; number < 12; number++) {
            entry(number);
        }
        for (var number = 0; number < 40; number++) {
            request(number);
        }
        for (var number = 0; number < 12; number++) {
            agreement(number);
            correction(number);
            dispute(number);
            flow(number);
        }
    }

    /** The division of a party. */
    static String region(String party) {
        return party.endsWith("2") ? "310100" : "150600";
    }

    List<Row> rows(String code) {
        return rows.get(code);
    }

    Graph graph() {
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(text.toString(), Lang.TURTLE).parse(graph);
        return graph;
    }

    private void add(String code, String party, String record, LocalDate day, boolean counts) {
        rows.get(code).add(new Row(party, record, day, counts, "", 0));
    }

    private void entry(int number) {
        var attribute = List.of("unconditional", "conditional", "not-shared").get(number % 3);
        var issued = dice.nextInt(6) > 0;
        var withdrawn = issued && dice.nextInt(8) == 0;
        var gap = dice.nextInt(3) == 0 ? dice.nextInt(7) : -1;
        var provider = "p" + number % 3;
        text.append(":d%d a dcat:Dataset ; dct:publisher :%s ; sq:sharingAttribute c:sharing-attribute\\/%s"
                .formatted(number, provider, attribute));
        say(issued, " ; dct:issued \"2026-01-01\"^^xsd:date");
        say(withdrawn, " ; sq:withdrawnAt \"2026-06-01T00:00:00+08:00\"^^xsd:dateTime");
        say(gap != 0, " ; dct:title \"数据%d\"@zh".formatted(number));
        say(gap != 1, " ; sq:dataItem :d%d-i".formatted(number));
        say(gap != 2, " ; dct:format c:format\\/database");
        say(gap != 3, " ; dct:accrualPeriodicity c:update-frequency\\/daily");
        say(gap != 4, " ; sq:sharingMethod c:sharing-method\\/query");
        say(gap != 5, " ; dcat:theme c:theme\\/population");
        say(gap != 6, " ; sq:securityLevel c:level\\/general-1");
        say(attribute.equals("conditional"), " ; sq:sharingScope :r0 ; sq:sharingPurpose c:purpose\\/statistics");
        say(attribute.equals("not-shared"), " ; sq:nonShareReason \"某\"@zh");
        text.append(" .\n:d%d-i a sq:DataItem .%n".formatted(number));
        if (issued && !withdrawn) {
            add("catalogue-coverage", provider, "d" + number, UNTIL, gap < 0);
            rows.get("attribute-mix").add(new Row(provider, "d" + number, UNTIL, true, attribute, 0));
        }
        if (dice.nextBoolean()) {
            var changed = workday(FIRST.plusDays(dice.nextInt(20)));
            var took = dice.nextInt(16);
            var done = later(changed, took);
            text.append(":d%d sq:changeOccurredAt %s".formatted(number, at(changed)));
            say(done.isBefore(UNTIL), " ; sq:submittedAt " + at(done));
            text.append(" .\n");
            limit("catalogue-timeliness", provider, "d" + number, changed, done, 10);
        }
    }

    private void request(int number) {
        var data = dice.nextInt(12);
        var unconditional = data % 3 == 0;
        var provider = "p" + data % 3;
        var recipient = "r" + dice.nextInt(3);
        var id = "q" + number;
        var received = workday(FIRST.plusDays(dice.nextInt(25)));
        var replied = later(received, unconditional ? dice.nextInt(3) : dice.nextInt(18));
        var answered = dice.nextInt(6) > 0 && replied.isBefore(UNTIL);
        var extended = !unconditional && dice.nextInt(4) == 0;
        text.append(
                ":%s a sq:SharingRequest ; sq:requester :%s ; sq:submittedAt %s ; sq:receivedAt %s ; odrl:permission :%s-p"
                        .formatted(id, recipient, at(received), at(received), id));
        say(extended, " ; sq:extension :%s-e".formatted(id));
        if (answered) {
            text.append(" ; sq:repliedAt ").append(at(replied));
            answer(id, provider, recipient, received, replied);
        }
        text.append(" .\n:%s-p a odrl:Permission ; odrl:assigner :%s ; odrl:assignee :%s ; odrl:target :d%d .%n"
                .formatted(id, provider, recipient, data));
        say(
                extended,
                ":%s-e a sq:Extension ; sq:workingDays 5 ; sq:approvedBy :p0 ; sq:approvalRole c:approval-role\\/authority-reviewer ; sq:approvedAt %s ; sq:notifiedAt %s .%n"
                        .formatted(id, at(received), at(received)));
        var days = unconditional ? 1 : extended ? 15 : 10;
        var code = unconditional ? "reply-on-time-unconditional" : "reply-on-time-conditional";
        limit(code, provider, id, received, answered ? replied : UNTIL, days);
        if (!unconditional && within(received)) {
            add("extension-rate", provider, id, received, extended);
        }
        if (answered && within(replied)) {
            rows.get("reply-working-days").add(new Row(provider, id, replied, true, "", workdays(received, replied)));
        }
    }

    private void answer(String id, String provider, String recipient, LocalDate received, LocalDate replied) {
        var refused = dice.nextInt(3) == 0;
        text.append(" ; sq:consented ").append(!refused);
        if (within(replied)) {
            add("refusal-rate", provider, id, replied, refused);
        }
        if (refused) {
            var grounds = dice.nextInt(4) == 0
                    ? List.<String>of()
                    : List.of("g" + (1 + dice.nextInt(4)), "g" + (5 + dice.nextInt(3)));
            var kept = grounds.isEmpty() || dice.nextBoolean() ? grounds : grounds.subList(0, 1);
            kept.forEach(ground ->
                    text.append(" ; sq:refusalGround c:refusal-ground\\/").append(ground));
            if (within(replied)) {
                (kept.isEmpty() ? List.of("none") : kept).forEach(ground -> rows.get("refusals-by-ground")
                        .add(new Row(provider, id, replied, true, ground, 0)));
            }
            return;
        }
        var delivered = later(replied, dice.nextInt(26));
        var done = delivered.isBefore(UNTIL) && dice.nextInt(5) > 0;
        say(done, " ; sq:deliveredAt " + at(delivered));
        limit("delivery-on-time", provider, id, replied, done ? delivered : UNTIL, 20);
        var until = UNTIL.plusDays(dice.nextInt(60) - 10);
        text.append(" ; sq:validFrom %s ; sq:validUntil \"%s\"^^xsd:date".formatted(at(replied), until));
        grant(id, provider, recipient, until.isAfter(UNTIL), until, false);
    }

    private void agreement(int number) {
        var id = "a" + number;
        var provider = "p" + dice.nextInt(3);
        var recipient = "r" + dice.nextInt(3);
        var until = UNTIL.plusDays(dice.nextInt(90) - 20);
        var terminated = dice.nextInt(6) == 0;
        var suspended = dice.nextInt(3) == 0;
        var resumed = suspended && dice.nextBoolean();
        text.append(
                ":%s a sq:SharingAgreement ; sq:activatedAt %s ; sq:validFrom \"2026-05-01\"^^xsd:date ; sq:validUntil \"%s\"^^xsd:date ; odrl:permission :%s-p"
                        .formatted(id, at(FIRST), until, id));
        say(terminated, " ; sq:terminatedAt " + at(FROM));
        say(suspended, " ; sq:suspension :%s-s".formatted(id));
        text.append(" .\n:%s-p a odrl:Permission ; odrl:assigner :%s ; odrl:assignee :%s ; odrl:target :d%d .%n"
                .formatted(id, provider, recipient, dice.nextInt(12)));
        if (suspended) {
            text.append(":%s-s a sq:Suspension ; sq:validFrom %s".formatted(id, at(FROM)));
            say(resumed, " ; sq:validUntil " + at(FROM.plusDays(7)));
            text.append(" .\n");
        }
        grant(id, provider, recipient, !terminated && until.isAfter(UNTIL), until, suspended && !resumed);
    }

    private void grant(
            String id, String provider, String recipient, boolean holds, LocalDate until, boolean suspended) {
        var used = dice.nextInt(3);
        var pending = new StringBuilder();
        var usedInPeriod = false;
        for (var number = 0; number < used; number++) {
            var day = FIRST.plusDays(dice.nextInt(50));
            var count = dice.nextInt(3) == 0 ? -1 : dice.nextInt(100);
            pending.append(":u-%s-%d a sq:UsageRecord ; sq:underGrant :%s ; sq:requester :%s ; sq:recordedAt %s"
                    .formatted(id, number, id, recipient, at(day)));
            pending.append(count < 0 ? " .\n" : " ; sq:usageCount %d .%n".formatted(count));
            if (within(day)) {
                usedInPeriod = true;
                rows.get("usage-volume")
                        .add(new Row(recipient, "u-" + id + "-" + number, day, true, "", Math.max(count, 0)));
            }
        }
        usages.append(pending);
        if (holds) {
            add("expiring-grants", provider, id, UNTIL, until.isBefore(UNTIL.plusDays(30)));
            add("unused-grants", recipient, id, UNTIL, !usedInPeriod);
            add("suspended-grants", recipient, id, UNTIL, suspended);
        }
    }

    private void correction(int number) {
        var received = workday(FIRST.plusDays(dice.nextInt(25)));
        var replied = later(received, dice.nextInt(16));
        var answered = dice.nextInt(5) > 0 && replied.isBefore(UNTIL);
        var asked = "p" + dice.nextInt(3);
        text.append(
                ":c%d a sq:CorrectionRequest ; sq:requester :r0 ; sq:respondent :%s ; sq:about :d0 ; sq:receivedAt %s"
                        .formatted(number, asked, at(received)));
        say(answered, " ; sq:repliedAt " + at(replied));
        text.append(" .\n");
        limit("correction-on-time", asked, "c" + number, received, answered ? replied : UNTIL, 10);
    }

    private void dispute(int number) {
        var submitted = FIRST.plusDays(dice.nextInt(50));
        var decided =
                dice.nextInt(3) == 0 ? Optional.of(submitted.plusDays(dice.nextInt(20))) : Optional.<LocalDate>empty();
        var first = "p" + dice.nextInt(3);
        var second = "r" + dice.nextInt(3);
        text.append(":z%d a sq:Dispute ; sq:disputant :%s , :%s ; sq:about :d0 ; sq:submittedAt %s"
                .formatted(number, first, second, at(submitted)));
        decided.ifPresent(day -> text.append(" ; sq:decidedAt ").append(at(day)));
        text.append(" .\n");
        if (submitted.isBefore(UNTIL)) {
            var open = decided.map(day -> !day.isBefore(UNTIL)).orElse(true);
            add("open-disputes", first, "z" + number, UNTIL, open);
            add("open-disputes", second, "z" + number, UNTIL, open);
        }
    }

    private void flow(int number) {
        var delivered = dice.nextBoolean();
        var broken = delivered && dice.nextInt(3) == 0;
        var over = dice.nextInt(5) == 0;
        var provider = "p" + dice.nextInt(3);
        text.append(":f%d a sq:ReturnFlow ; sq:providerScope :%s ; sq:validFrom \"2026-01-01\"^^xsd:date"
                .formatted(number, provider));
        say(over, " ; sq:validUntil \"2026-06-01\"^^xsd:date");
        say(delivered, " ; sq:deliveredAt " + at(FIRST));
        say(broken, " ; sq:caseStatus c:return-flow-status\\/connecting");
        text.append(" .\n");
        if (!over) {
            add("return-flow-fulfilment", provider, "f" + number, UNTIL, delivered && !broken);
        }
        if (number == 11) {
            text.append(usages);
        }
    }

    /** A time limit counts on the day it was done, or on the day after its last day if that is over. */
    private void limit(String code, String party, String record, LocalDate start, LocalDate done, int days) {
        var due = later(start, days);
        var day = done.isBefore(UNTIL) ? done : due.plusDays(1);
        var closed = done.isBefore(UNTIL) || due.isBefore(UNTIL);
        if (closed && within(day)) {
            add(code, party, record, day, done.isBefore(UNTIL) && !done.isAfter(due));
        }
    }

    private static boolean within(LocalDate day) {
        return !day.isBefore(FROM) && day.isBefore(UNTIL);
    }

    private void say(boolean wanted, String words) {
        text.append(wanted ? words : "");
    }

    private static String at(LocalDate day) {
        return "\"" + day + "T10:00:00+08:00\"^^xsd:dateTime";
    }

    private static LocalDate workday(LocalDate day) {
        var at = day;
        while (isWeekend(at)) {
            at = at.plusDays(1);
        }
        return at;
    }

    private static LocalDate later(LocalDate day, int workdays) {
        var at = day;
        for (var left = workdays; left > 0; ) {
            at = at.plusDays(1);
            left -= isWeekend(at) ? 0 : 1;
        }
        return at;
    }

    private static int workdays(LocalDate after, LocalDate upTo) {
        var count = 0;
        for (var at = after.plusDays(1); !at.isAfter(upTo); at = at.plusDays(1)) {
            count += isWeekend(at) ? 0 : 1;
        }
        return count;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
