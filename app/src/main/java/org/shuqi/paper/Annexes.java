package org.shuqi.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.shuqi.paper.Paper.Phrase;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** The data of each permission as a table. */
final class Annexes {

    private final Wording words;

    Annexes(Wording words) {
        this.words = words;
    }

    List<Paper.Annex> all() {
        var annexes = new ArrayList<Paper.Annex>();
        for (var permission : words.all(words.agreement(), Odrl.permission)) {
            var rows = new ArrayList<List<Phrase>>();
            words.all(permission, Odrl.target).stream()
                    .sorted(Comparator.comparing(target -> dataset(target) + " " + target))
                    .forEach(target -> rows.add(row(rows.size() + 1, target)));
            annexes.add(new Paper.Annex(
                    title(annexes.size() + 1),
                    List.of(
                            words.either("序号", "No."),
                            words.either("数据资源", "Dataset"),
                            words.either("资源代码", "Code"),
                            words.either("数据项", "Item"),
                            words.either("安全级别", "Level")),
                    rows));
        }
        return annexes;
    }

    private String title(int number) {
        return words.either("附件" + number + "　共享数据清单", "Annex " + number + ": data that are shared");
    }

    private List<Phrase> row(int number, Node target) {
        var dataset = dataset(target);
        var isWhole = dataset.equals(target);
        return List.of(
                new Phrase(Integer.toString(number), ""),
                words.name(dataset),
                code(dataset),
                isWhole ? words.phrase("全部数据项", "all items") : words.name(target),
                found(target, Sq.securityLevel)
                        .or(() -> found(dataset, Sq.securityLevel))
                        .map(words::name)
                        .orElse(new Phrase("—", "")));
    }

    /** The entry to which an item belongs; an entry belongs to itself. */
    private Node dataset(Node target) {
        return words.registry().find(Node.ANY, Sq.dataItem, target).mapWith(Triple::getSubject).toList().stream()
                .min(Comparator.comparing(Node::toString))
                .orElse(target);
    }

    private Phrase code(Node dataset) {
        return new Phrase(
                found(dataset, Dct.identifier)
                        .or(() -> found(dataset, Skos.notation))
                        .filter(Node::isLiteral)
                        .map(Node::getLiteralLexicalForm)
                        .orElseGet(() -> Wording.last(dataset)),
                "");
    }

    private Optional<Node> found(Node subject, Node property) {
        return words.registry().find(subject, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .min(Comparator.comparing(Node::toString));
    }
}
