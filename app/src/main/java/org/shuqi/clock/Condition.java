package org.shuqi.clock;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Sq;

/** When a clock rule applies to a record; each is a code of the list {@code clock-condition}. */
enum Condition {
    ALL_UNCONDITIONAL {
        @Override
        boolean holds(Node record, Facts facts) {
            var targets = targets(record, facts);
            return !targets.isEmpty() && targets.stream().allMatch(target -> isUnconditional(target, facts));
        }
    },
    NOT_ALL_UNCONDITIONAL {
        @Override
        boolean holds(Node record, Facts facts) {
            return !ALL_UNCONDITIONAL.holds(record, facts);
        }
    },
    REPLY_CONSENTS {
        @Override
        boolean holds(Node record, Facts facts) {
            return facts.isTrue(record, Sq.consented) && !facts.isFalse(record, Sq.consented);
        }
    },
    NOT_CATALOGUED {
        @Override
        boolean holds(Node record, Facts facts) {
            return facts.all(record, Sq.matchedBy).isEmpty()
                    && facts.all(record, Sq.assetScope).stream()
                            .noneMatch(asset -> facts.isA(asset, Dcat.Dataset) || facts.isA(asset, Sq.DataItem));
        }
    };

    private static final Node UNCONDITIONAL = Sq.code("sharing-attribute", "unconditional");

    abstract boolean holds(Node record, Facts facts);

    static Optional<Condition> of(String code) {
        return Arrays.stream(values())
                .filter(each ->
                        each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(code))
                .findFirst();
    }

    /** What a request asks for. */
    static List<Node> targets(Node request, Facts facts) {
        return facts.all(request, Odrl.permission).stream()
                .flatMap(permission -> facts.all(permission, Odrl.target).stream())
                .distinct()
                .sorted(Facts::compare)
                .toList();
    }

    /** An item without an attribute of its own has that of its dataset; what has none is not unconditional. */
    private static boolean isUnconditional(Node target, Facts facts) {
        var own = facts.all(target, Sq.sharingAttribute);
        var attributes = own.isEmpty()
                ? datasets(target, facts)
                        .flatMap(dataset -> facts.all(dataset, Sq.sharingAttribute).stream())
                        .toList()
                : own;
        return !attributes.isEmpty() && attributes.stream().allMatch(UNCONDITIONAL::equals);
    }

    /** The datasets that have the item. */
    static Stream<Node> datasets(Node item, Facts facts) {
        return facts.having(Sq.dataItem, item).stream();
    }
}
