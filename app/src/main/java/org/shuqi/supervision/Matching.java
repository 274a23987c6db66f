package org.shuqi.supervision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/**
 * Holds demands against responsibilities and published data. Points are added up, nothing is learnt and nothing is drawn, so
 * that the same register always gives the same order.
 */
final class Matching {

    static final int SAME_DATA = 50;
    static final int SAME_DATASET = 40;
    static final int SAME_THEME = 20;
    static final int NAMED_PROVIDER = 15;
    static final int PURPOSE = 10;
    static final int WORDS = 20;

    /** Fewer points are no match; the same theme, or nearly the same words, are enough. */
    static final int LEAST = 20;

    private static final Comparator<Match> ORDER = Comparator.comparing((Match match) -> -match.score())
            .thenComparing(match -> match.entry().toString());

    private final Desk.Look look;
    private final Graph registry;

    Matching(Desk.Look look) {
        this.look = look;
        this.registry = look.registry();
    }

    /** What an entry is about. */
    private record Asset(Set<Node> data, Set<Node> datasets, Set<Node> themes) {}

    /** What meets a demand, or which demands a responsibility meets. */
    List<Match> of(Node entry) {
        if (isA(entry, Sq.DemandListEntry)) {
            var found = new ArrayList<Match>();
            var covered = new HashSet<Node>();
            for (var responsibility : standing(Sq.ResponsibilityListEntry)) {
                covered.addAll(asset(responsibility).data());
                add(found, entry, responsibility, responsibility, "responsibility");
            }
            subjects(Rdf.type, Dcat.Dataset).stream()
                    .filter(dataset -> !covered.contains(dataset) && isPublished(dataset))
                    .forEach(dataset -> add(found, entry, dataset, dataset, "dataset"));
            found.sort(ORDER);
            return found;
        }
        if (isA(entry, Sq.ResponsibilityListEntry)) {
            var found = new ArrayList<Match>();
            standing(Sq.DemandListEntry).forEach(demand -> add(found, demand, entry, demand, "demand"));
            found.sort(ORDER);
            return found;
        }
        throw Refusal.of(
                Kind.UNUSABLE,
                "`%s` 是负面清单条目，没有匹配可言；请用需求清单或者责任清单的条目",
                "`%s` is an entry of the negative list and matches nothing; name a demand or a responsibility",
                entry.getURI());
    }

    private void add(List<Match> found, Node demand, Node supply, Node shown, String kind) {
        var reasons = reasons(demand, supply);
        var score = reasons.stream().mapToInt(Match.Reason::points).sum();
        var matched = registry.contains(demand, Sq.matchedBy, supply);
        if (score >= LEAST || matched) {
            var party = party(shown);
            found.add(new Match(
                    shown, kind, look.names().of(shown), party, look.names().of(party), score, reasons, matched));
        }
    }

    private List<Match.Reason> reasons(Node demand, Node supply) {
        var wanted = asset(demand);
        var offered = asset(supply);
        var reasons = new ArrayList<Match.Reason>();
        if (meet(wanted.data(), offered.data())) {
            reasons.add(reason("same-data", SAME_DATA, "所指数据相同", "both name the same data"));
        } else if (meet(wanted.datasets(), offered.datasets())) {
            reasons.add(reason("same-dataset", SAME_DATASET, "所指数据属于同一数据集", "both name items of the same dataset"));
        }
        if (offered.themes().stream().anyMatch(theme -> meet(Areas.upwards(theme, registry), wanted.themes()))) {
            reasons.add(reason("same-theme", SAME_THEME, "数据分类相同或者更细", "the theme is the same or a narrower one"));
        }
        if (look.names().objects(demand, Sq.providerScope).contains(party(supply))) {
            reasons.add(reason("named-provider", NAMED_PROVIDER, "需求指明的提供单位", "the demand names this provider"));
        }
        if (reasons.size() > 0 && purposeFits(demand, supply)) {
            reasons.add(reason("purpose", PURPOSE, "用途在其范围之内", "the purpose is among those it serves"));
        }
        var words = (int) Math.round(WORDS * likeness(title(demand), title(supply)));
        if (words > WORDS / 4) {
            reasons.add(reason("words", words, "名称相近", "the names are alike"));
        }
        if (!reasons.isEmpty() && isOnNegativeList(offered)) {
            reasons.add(
                    reason("negative-list", 0, "列入负面清单，不能直接共享", "it is on the negative list and not shared directly"));
        }
        return reasons;
    }

    private static Match.Reason reason(String code, int points, String zh, String en) {
        return new Match.Reason(code, points, new Text(zh, en));
    }

    private Asset asset(Node entry) {
        var data = new LinkedHashSet<Node>();
        var themes = new LinkedHashSet<Node>();
        if (isA(entry, Dcat.Dataset)) {
            data.add(entry);
        }
        look.names().objects(entry, Sq.assetScope).forEach(scope -> {
            if (isA(scope, Dcat.Dataset) || isA(scope, Sq.DataItem)) {
                data.add(scope);
            } else {
                themes.add(scope);
            }
        });
        var datasets = new LinkedHashSet<Node>();
        data.forEach(each -> {
            if (isA(each, Dcat.Dataset)) {
                datasets.add(each);
            }
            datasets.addAll(subjects(Sq.dataItem, each));
        });
        datasets.forEach(dataset -> themes.addAll(look.names().objects(dataset, Dcat.theme)));
        return new Asset(data, datasets, themes);
    }

    private boolean purposeFits(Node demand, Node supply) {
        var wanted = look.names().objects(demand, Sq.purposeScope);
        var served = new ArrayList<>(look.names().objects(supply, Sq.purposeScope));
        asset(supply).datasets().forEach(dataset -> served.addAll(look.names().objects(dataset, Sq.sharingPurpose)));
        return !wanted.isEmpty()
                && !served.isEmpty()
                && wanted.stream().anyMatch(purpose -> meet(Areas.upwards(purpose, registry), Set.copyOf(served)));
    }

    private boolean isOnNegativeList(Asset offered) {
        return standing(Sq.NegativeListEntry).stream()
                .map(this::asset)
                .anyMatch(negative -> meet(negative.data(), offered.data())
                        || negative.data().isEmpty()
                                && offered.themes().stream()
                                        .anyMatch(theme -> meet(Areas.upwards(theme, registry), negative.themes())));
    }

    /** How alike two names are: twice the pairs of letters they share, by all pairs. Source: Dice, Ecology 26(3), 1945. */
    static double likeness(String one, String other) {
        var first = pairs(one);
        var second = pairs(other);
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        var shared = first.stream().filter(second::contains).count();
        return 2.0 * shared / (first.size() + second.size());
    }

    private static Set<String> pairs(String text) {
        var plain = text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .toArray();
        var pairs = new HashSet<String>();
        for (var at = 0; at + 1 < plain.length; at++) {
            pairs.add(new String(plain, at, 2));
        }
        return pairs;
    }

    private String title(Node node) {
        return look.names().of(node).zh();
    }

    private Node party(Node entry) {
        return look.names()
                .one(entry, Sq.listedBy)
                .or(() -> look.names().one(entry, Dct.publisher))
                .orElse(entry);
    }

    /** The entries of a list that hold at the moment: not withdrawn, not over. */
    private List<Node> standing(Node type) {
        return subjects(Rdf.type, type).stream()
                .filter(entry -> !registry.contains(entry, Sq.caseStatus, Sq.code("list-status", "withdrawn")))
                .filter(entry -> !hasPassed(entry, Sq.validUntil))
                .toList();
    }

    private boolean isPublished(Node dataset) {
        return hasPassed(dataset, Dct.issued) && !hasPassed(dataset, Sq.withdrawnAt);
    }

    private boolean hasPassed(Node node, Node property) {
        return look.names().objects(node, property).stream()
                .filter(Node::isLiteral)
                .flatMap(value -> Instants.parse(value.getLiteralLexicalForm(), look.zone()).stream())
                .anyMatch(instant -> !instant.isAfter(look.at()));
    }

    private boolean isA(Node node, Node type) {
        return registry.contains(node, Rdf.type, type);
    }

    private List<Node> subjects(Node property, Node object) {
        return registry.find(Node.ANY, property, object).mapWith(triple -> triple.getSubject()).toList().stream()
                .distinct()
                .sorted(Comparator.comparing(Node::toString))
                .toList();
    }

    private static boolean meet(Set<Node> some, Set<Node> others) {
        return some.stream().anyMatch(others::contains);
    }
}
