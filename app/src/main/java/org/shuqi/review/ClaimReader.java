package org.shuqi.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.shuqi.time.Span;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Sq;

/** Reads permissions and prohibitions of agreements and requests, as the reference queries understand them. */
final class ClaimReader {

    private static final Set<Node> AMONG = Set.of(Odrl.isAnyOf, Odrl.isA, Odrl.eq);

    private static final Map<Node, Function<Instant, Span>> BOUNDS = Map.of(
            Odrl.lt, instant -> new Span(Instant.MIN, instant),
            Odrl.lteq, instant -> new Span(Instant.MIN, instant.plusNanos(1)),
            Odrl.gt, instant -> new Span(instant.plusNanos(1), Instant.MAX),
            Odrl.gteq, instant -> new Span(instant, Instant.MAX),
            Odrl.eq, instant -> new Span(instant, instant.plusNanos(1)));

    private final Register register;

    ClaimReader(Register register) {
        this.register = register;
    }

    Claim read(Node source, Node rule) {
        var agreement = register.isAgreement(source);
        var constraints = new Constraints();
        register.objects(rule, Odrl.constraint).forEach(constraints::add);
        var actions = register.objects(rule, Odrl.action);
        return new Claim(
                source,
                agreement,
                rule,
                constraints.understood && (actions.contains(Sq.receive) || actions.contains(Odrl.use)),
                register.iris(rule, Odrl.assigner),
                register.iris(rule, Odrl.assignee),
                register.saysTrue(rule, Sq.includesSubordinates),
                register.objects(rule, Odrl.target).stream().filter(Node::isURI).toList(),
                List.copyOf(constraints.purposes),
                List.copyOf(constraints.methods),
                List.copyOf(constraints.windows),
                register.iris(rule, Sq.onwardRecipient),
                register.says(rule, Sq.maskingRule),
                Term.of(register, source, agreement));
    }

    /** Every permission of the agreement or request. */
    List<Claim> readAll(Node source) {
        return register.objects(source, Odrl.permission).stream()
                .filter(node -> !node.isLiteral())
                .map(permission -> read(source, permission))
                .toList();
    }

    /** A constraint that cannot be understood cannot be shown to hold. */
    private final class Constraints {

        private final List<Set<String>> purposes = new ArrayList<>();
        private final List<Set<String>> methods = new ArrayList<>();
        private final List<Span> windows = new ArrayList<>();
        private boolean understood = true;

        void add(Node constraint) {
            var left = only(register.objects(constraint, Odrl.leftOperand));
            var operator = only(register.objects(constraint, Odrl.operator));
            var among = operator.filter(AMONG::contains).isPresent();
            if (among && left.filter(Odrl.purpose::equals).isPresent()) {
                purposes.add(new LinkedHashSet<>(register.iris(constraint, Odrl.rightOperand)));
            } else if (among && left.filter(Sq.method::equals).isPresent()) {
                methods.add(new LinkedHashSet<>(register.iris(constraint, Odrl.rightOperand)));
            } else {
                var window = left.filter(Odrl.dateTime::equals)
                        .flatMap(any -> operator)
                        .flatMap(one -> Optional.ofNullable(BOUNDS.get(one)))
                        .flatMap(bound ->
                                register.instant(constraint, Odrl.rightOperand).map(bound));
                window.ifPresentOrElse(windows::add, () -> understood = false);
            }
        }

        private Optional<Node> only(List<Node> nodes) {
            return nodes.size() == 1 ? Optional.of(nodes.get(0)) : Optional.empty();
        }
    }
}
