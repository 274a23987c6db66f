package org.shuqi.sparql;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.micronaut.core.util.SupplierUtil;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.expr.NodeValue;
import org.jspecify.annotations.Nullable;
import org.shuqi.decision.Permission;

/** Permissions as solutions: each joined to the row that asked, one solution a grant if the grant is asked for. */
final class PermissionRows implements Iterator<Binding> {

    private static final int GRANT = 4;
    private static final int UNTIL = 5;

    private final Iterator<Permission> permissions;
    private final Binding row;
    private final List<Node> places;
    private final ZoneId zone;
    private final Deque<Binding> ready = new ArrayDeque<>();

    /**
     * @param places what stands for dataset, recipient, purpose, outcome and, if there, grant and end
     * @param zone in which zone ends are written
     */
    PermissionRows(Iterator<Permission> permissions, Binding row, List<Node> places, ZoneId zone) {
        this.permissions = permissions;
        this.row = row;
        this.places = places;
        this.zone = zone;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && permissions.hasNext()) {
            offer(permissions.next());
        }
        return !ready.isEmpty();
    }

    @Override
    public Binding next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    private void offer(Permission permission) {
        Supplier<@Nullable Node> until = SupplierUtil.memoized(() -> until(permission));
        if (places.size() <= GRANT || permission.grants().isEmpty()) {
            offer(permission, null, until);
            return;
        }
        permission.grants().forEach(grant -> offer(permission, NodeFactory.createURI(grant), until));
    }

    private void offer(Permission permission, @Nullable Node grant, Supplier<@Nullable Node> until) {
        var solution = Binding.builder(row);
        var fits = put(solution, 0, NodeFactory.createURI(permission.dataset()))
                && put(solution, 1, NodeFactory.createURI(permission.recipient()))
                && put(solution, 2, NodeFactory.createURI(permission.purpose()))
                && put(solution, 3, Deciding.concept(permission.outcome()))
                && (places.size() <= GRANT || put(solution, GRANT, grant));
        if (!fits) {
            return;
        }
        if (places.size() <= UNTIL) {
            ready.add(solution.build());
        } else if (Var.isVar(places.get(UNTIL)) && !solution.contains(Var.alloc(places.get(UNTIL)))) {
            ready.add(new Later(solution.build(), Var.alloc(places.get(UNTIL)), until));
        } else if (put(solution, UNTIL, until.get())) {
            ready.add(solution.build());
        }
    }

    private @Nullable Node until(Permission permission) {
        return permission
                .validUntil()
                .map(end -> NodeFactory.createLiteralDT(
                        ISO_OFFSET_DATE_TIME.format(end.atZone(zone)), XSDDatatype.XSDdateTime))
                .orElse(null);
    }

    /** Puts a value in its place; false if something else stands there. A value that is not there fits a variable. */
    private boolean put(BindingBuilder solution, int place, @Nullable Node value) {
        var node = places.get(place);
        if (!Var.isVar(node)) {
            return value != null && same(node, value);
        }
        var variable = Var.alloc(node);
        if (value == null) {
            return true;
        }
        if (solution.contains(variable)) {
            return same(solution.get(variable), value);
        }
        solution.add(variable, value);
        return true;
    }

    private static boolean same(Node one, Node other) {
        return one.isLiteral() && other.isLiteral()
                ? NodeValue.sameValueAs(NodeValue.makeNode(one), NodeValue.makeNode(other))
                : one.equals(other);
    }
}
