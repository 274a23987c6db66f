package org.shuqi.web.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Said;

/** Reads what permissions give. */
final class Grants {

    private final Look look;

    Grants(Look look) {
        this.look = look;
    }

    List<Granted> of(Node record) {
        return look.all(record, Odrl.permission).stream().map(this::granted).toList();
    }

    private Granted granted(Node permission) {
        return new Granted(
                look.links(permission, Odrl.assigner),
                look.links(permission, Odrl.assignee),
                rows(look.all(permission, Odrl.target)),
                operands(permission, Odrl.purpose),
                operands(permission, Sq.method));
    }

    /** Datasets and items, put together by dataset. */
    List<Granted.Row> rows(List<Node> targets) {
        var items = new TreeMap<String, List<Node>>();
        for (var target : targets) {
            var dataset = dataset(target);
            var named = items.computeIfAbsent(dataset.getURI(), any -> new ArrayList<>());
            if (!dataset.equals(target)) {
                named.add(target);
            }
        }
        return items.entrySet().stream()
                .map(entry -> {
                    var dataset = NodeFactory.createURI(entry.getKey());
                    return new Granted.Row(
                            look.link(dataset),
                            look.all(dataset, Sq.sharingAttribute).stream()
                                    .map(look::name)
                                    .toList(),
                            entry.getValue().stream().map(look::name).toList());
                })
                .toList();
    }

    /** The entry to which an item belongs; an entry belongs to itself. */
    Node dataset(Node target) {
        return look.registry()
                .find(Node.ANY, Sq.dataItem, target)
                .mapWith(Triple::getSubject)
                .nextOptional()
                .orElse(target);
    }

    private List<Said> operands(Node permission, Node about) {
        return look.all(permission, Odrl.constraint).stream()
                .filter(constraint -> look.registry().contains(constraint, Odrl.leftOperand, about))
                .flatMap(constraint -> look.all(constraint, Odrl.rightOperand).stream())
                .distinct()
                .map(look::name)
                .toList();
    }
}
