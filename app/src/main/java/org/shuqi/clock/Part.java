package org.shuqi.clock;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Sq;

/** In which part an organisation answers for a time limit; each is a code of the list {@code clock-party}. */
enum Part {
    DATA_PROVIDER {
        @Override
        Stream<Node> in(Node record, Facts facts) {
            var asked = permissions(record, Odrl.assigner, facts);
            return asked.isEmpty()
                    ? Stream.concat(Stream.of(record), keepers(record, facts)).flatMap(each -> publishers(each, facts))
                    : asked.stream();
        }
    },
    /** Those of whose area the authority is meant; {@link Parties} finds the authority itself. */
    SHARING_AUTHORITY {
        @Override
        Stream<Node> in(Node record, Facts facts) {
            var listed = facts.all(record, Sq.listedBy);
            return listed.isEmpty() ? DATA_PROVIDER.in(record, facts) : listed.stream();
        }
    },
    ASKED_PARTY {
        @Override
        Stream<Node> in(Node record, Facts facts) {
            return facts.all(record, Sq.respondent).stream();
        }
    },
    USING_PARTY {
        @Override
        Stream<Node> in(Node record, Facts facts) {
            var named = facts.all(record, Sq.requester);
            return named.isEmpty()
                    ? facts.all(record, Sq.underGrant).stream()
                            .flatMap(grant -> permissions(grant, Odrl.assignee, facts).stream())
                    : named.stream();
        }
    },
    SUSPENDED_PARTY {
        @Override
        Stream<Node> in(Node record, Facts facts) {
            return facts.all(record, Sq.recipientScope).stream()
                    .filter(scope -> !scope.toString().startsWith(Sq.CODE));
        }
    },
    CONTRACTING_PARTIES {
        @Override
        Stream<Node> in(Node record, Facts facts) {
            return Stream.concat(
                    permissions(record, Odrl.assigner, facts).stream(),
                    permissions(record, Odrl.assignee, facts).stream());
        }
    };

    /** The organisations, in no order, some perhaps twice. */
    abstract Stream<Node> in(Node record, Facts facts);

    static Optional<Part> of(String code) {
        return Arrays.stream(values())
                .filter(each ->
                        each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(code))
                .findFirst();
    }

    private static List<Node> permissions(Node record, Node end, Facts facts) {
        return facts.all(record, Odrl.permission).stream()
                .flatMap(permission -> facts.all(permission, end).stream())
                .toList();
    }

    private static Stream<Node> keepers(Node record, Facts facts) {
        return Condition.targets(record, facts).stream()
                .flatMap(target -> Stream.concat(Stream.of(target), Condition.datasets(target, facts)));
    }

    private static Stream<Node> publishers(Node dataset, Facts facts) {
        var source = facts.all(dataset, Sq.sourceDepartment);
        return source.isEmpty() ? facts.all(dataset, Dct.publisher).stream() : source.stream();
    }
}
