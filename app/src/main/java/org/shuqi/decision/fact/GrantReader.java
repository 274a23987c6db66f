package org.shuqi.decision.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Text;
import org.shuqi.time.Span;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Sq;

/** Reads agreements and requests: one grant for each permission. */
final class GrantReader {

    /** Operators that say which values are allowed. */
    private static final Set<Node> AMONG = Set.of(Odrl.isAnyOf, Odrl.isA, Odrl.eq);
    /** The smallest step of time, which turns an inclusive end into an exclusive one. */
    private static final long TICK_NANOS = 1;

    private final FactReader reader;

    GrantReader(FactReader reader) {
        this.reader = reader;
    }

    List<Grant> read(Description source) {
        var agreement = source.isA(Sq.SharingAgreement) || source.isA(Sq.ProcurementContract);
        if (!agreement && !source.isA(Sq.SharingRequest)) {
            return List.of();
        }
        var term = term(source, agreement);
        var permissions = source.nodes(Odrl.permission).stream()
                .filter(node -> node.isURI() || node.isBlank())
                .map(reader::describe)
                .sorted(Comparator.comparing(Description::iri))
                .toList();
        return IntStream.range(0, permissions.size())
                .mapToObj(number -> grant(source, agreement, term, number, permissions.get(number)))
                .toList();
    }

    private Term term(Description source, boolean agreement) {
        var begun = agreement
                ? source.instant1(Sq.activatedAt)
                : source.instant1(Sq.repliedAt).filter(replied -> source.isTrue(Sq.consented));
        var suspensions = source.nodes(Sq.suspension).stream()
                .map(node ->
                        node.isLiteral() ? Span.ALWAYS : reader.describe(node).widest())
                .sorted(Comparator.comparing(Span::from).thenComparing(Span::until))
                .toList();
        return new Term(begun, source.narrowest(true, true), suspensions, source.earliest(Sq.terminatedAt));
    }

    private Grant grant(Description source, boolean agreement, Term term, int number, Description permission) {
        var constraints = new Constraints();
        permission.nodes(Odrl.constraint).forEach(node -> {
            if (node.isLiteral()) {
                constraints.understood = false;
            } else {
                constraints.add(reader.describe(node));
            }
        });
        return new Grant(
                source.id(),
                number,
                agreement,
                constraints.understood && isToReceive(permission),
                permission.ids(Odrl.assigner),
                permission.isTrue(Sq.includesSubordinates),
                reach(permission, constraints, term),
                masking(permission),
                reader.duties(permission),
                name(source));
    }

    private static Grant.Reach reach(Description permission, Constraints constraints, Term term) {
        return new Grant.Reach(
                permission.ids(Odrl.assignee),
                permission.ids(Odrl.target),
                List.copyOf(constraints.purposes),
                List.copyOf(constraints.methods),
                List.copyOf(constraints.windows),
                term,
                permission.ids(Sq.onwardRecipient));
    }

    private static boolean isToReceive(Description permission) {
        var actions = permission.nodes(Odrl.action);
        return actions.contains(Sq.receive) || actions.contains(Odrl.use);
    }

    /** A masking rule without items is for all that the permission covers. */
    private Grant.Masking masking(Description permission) {
        var whole = false;
        var items = Ids.NONE;
        for (var node : permission.nodes(Sq.maskingRule)) {
            var named = node.isLiteral() ? Ids.NONE : reader.describe(node).ids(Sq.maskedItem);
            whole |= named.isEmpty();
            items = items.and(named);
        }
        return whole || !items.isEmpty() ? new Grant.Masking(whole, items) : Grant.Masking.NONE;
    }

    private static Text name(Description source) {
        return source.texts(Dct.identifier).stream()
                .findFirst()
                .map(number -> new Text(number, number))
                .orElse(source.name());
    }

    /** The constraints of one permission. One that is not understood cannot be shown to hold, so it spoils the grant. */
    private static final class Constraints {

        private final List<Ids> purposes = new ArrayList<>();
        private final List<Ids> methods = new ArrayList<>();
        private final List<Span> windows = new ArrayList<>();
        private boolean understood = true;

        void add(Description constraint) {
            var left = only(constraint.nodes(Odrl.leftOperand));
            var operator = only(constraint.nodes(Odrl.operator));
            if (left.isEmpty() || operator.isEmpty()) {
                understood = false;
            } else if (left.get().equals(Odrl.purpose) && AMONG.contains(operator.get())) {
                purposes.add(constraint.ids(Odrl.rightOperand));
            } else if (left.get().equals(Sq.method) && AMONG.contains(operator.get())) {
                methods.add(constraint.ids(Odrl.rightOperand));
            } else if (left.get().equals(Odrl.dateTime)) {
                constraint
                        .instant1(Odrl.rightOperand)
                        .flatMap(instant -> window(operator.get(), instant))
                        .ifPresentOrElse(windows::add, () -> understood = false);
            } else {
                understood = false;
            }
        }

        private static Optional<Node> only(Set<Node> nodes) {
            return nodes.size() == 1 ? nodes.stream().findFirst() : Optional.empty();
        }

        private static Optional<Span> window(Node operator, Instant instant) {
            var after = instant.plusNanos(TICK_NANOS);
            if (operator.equals(Odrl.lt)) {
                return Optional.of(new Span(Instant.MIN, instant));
            }
            if (operator.equals(Odrl.lteq)) {
                return Optional.of(new Span(Instant.MIN, after));
            }
            if (operator.equals(Odrl.gteq)) {
                return Optional.of(new Span(instant, Instant.MAX));
            }
            if (operator.equals(Odrl.gt)) {
                return Optional.of(new Span(after, Instant.MAX));
            }
            return operator.equals(Odrl.eq) ? Optional.of(new Span(instant, after)) : Optional.empty();
        }
    }
}
