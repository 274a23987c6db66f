package org.shuqi.record;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/**
 * How long a usage record is kept: three years from its day, longer where the profile of the recipient's area says so.
 *
 * <p>Source: Regulations on Government Data Sharing (Order 809), article 29.
 */
final class Retention {

    private static final int LEAST_YEARS = 3;

    private final Graph registry;

    Retention(Graph registry) {
        this.registry = registry;
    }

    /** Why the record has to stay, if it has to. */
    Optional<Text> of(Node usage, Instant now) {
        var recorded = values(usage, Sq.recordedAt)
                .filter(Node::isLiteral)
                .flatMap(value -> instant(value.getLiteralLexicalForm()).stream())
                .max(Instant::compareTo);
        var years = years(usage);
        var until = recorded.map(at -> at.atOffset(ZoneOffset.UTC).plusYears(years));
        if (until.isPresent() && !until.get().toInstant().isAfter(now)) {
            return Optional.empty();
        }
        return Optional.of(Text.of(
                "使用记录 `%s` 须自记录之日起保存至少 %d 年（政务数据共享条例第二十九条）；%s之前不能删除",
                "the usage record `%s` must be kept for %d years at least from the day of the record"
                        + " (Order 809 Art 29); it cannot be deleted before %s",
                usage.getURI(),
                years,
                until.map(end -> end.toLocalDate().toString()).orElse("-")));
    }

    private int years(Node usage) {
        var areas = new HashSet<Node>();
        Stream.concat(
                        values(usage, Sq.requester),
                        values(usage, Sq.underGrant)
                                .flatMap(grant -> values(grant, Odrl.permission))
                                .flatMap(permission -> values(permission, Odrl.assignee)))
                .flatMap(party -> values(party, Dct.spatial))
                .forEach(area -> areas.addAll(upwards(area)));
        return areas.stream()
                .flatMap(area -> registry.find(Node.ANY, Sq.jurisdiction, area).toList().stream())
                .flatMap(triple -> values(triple.getSubject(), Sq.retentionYears))
                .filter(value ->
                        value.isLiteral() && value.getLiteralLexicalForm().matches("\\d{1,3}"))
                .mapToInt(value -> Integer.parseInt(value.getLiteralLexicalForm()))
                .reduce(LEAST_YEARS, Math::max);
    }

    private Set<Node> upwards(Node area) {
        var found = new HashSet<Node>();
        var waiting = new ArrayDeque<>(Set.of(area));
        while (!waiting.isEmpty()) {
            var next = waiting.remove();
            if (found.add(next)) {
                values(next, Skos.broader).forEach(waiting::add);
            }
        }
        return found;
    }

    private Stream<Node> values(Node subject, Node property) {
        return subject.isLiteral()
                ? Stream.empty()
                : registry.find(subject, property, Node.ANY).toList().stream().map(triple -> triple.getObject());
    }

    /** A record without an offset is of no known instant, and then it stays. */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(java.time.OffsetDateTime.parse(text).toInstant());
        } catch (java.time.DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
