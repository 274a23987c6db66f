package org.shuqi.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation;
import org.shuqi.vocabulary.Own;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/**
 * Which of our own terms there are. Other vocabularies are open; in our own namespace a term that the ontology does not
 * define is a slip of the pen, and a slip must not be stored as if it meant something.
 */
final class KnownTerms {

    /** Stands in the place of a shape, since no shape can name a term that does not exist. */
    private static final String RULE = "https://w3id.org/shuqi/rule/known-vocabulary";

    private static final Set<String> NAMES = new TreeSet<>(Own.names());

    private KnownTerms() {}

    /** Refuses properties and classes of our namespace that are not defined. */
    static void check(List<Triple> triples) {
        var unknown = new ArrayList<Violation>();
        for (var triple : triples) {
            look(triple, triple.getPredicate(), unknown);
            if (triple.getPredicate().equals(Rdf.type)) {
                look(triple, triple.getObject(), unknown);
            }
        }
        if (!unknown.isEmpty()) {
            throw new Refusal(new Problem(Kind.INVALID, unknown.get(0).message(), unknown));
        }
    }

    /** Says that a JSON key means nothing. */
    static Text unknownField(String key, Iterable<String> known) {
        return nearest(key, known)
                .map(name -> Text.of("没有名为 `%s` 的字段；是否想写 `%s`", "there is no field `%s`; did you mean `%s`", key, name))
                .orElse(Text.of(
                        "没有名为 `%s` 的字段；字段名见已发布的上下文", "there is no field `%s`; the published context lists all", key));
    }

    static Violation violation(String focus, String path, Text message) {
        return new Violation(
                focus,
                Optional.of(path),
                Optional.empty(),
                message,
                RULE,
                Optional.empty(),
                Violation.Severity.VIOLATION);
    }

    private static void look(Triple triple, Node term, List<Violation> unknown) {
        if (term.isURI() && term.getURI().startsWith(Sq.NS)) {
            var name = term.getURI().substring(Sq.NS.length());
            if (!NAMES.contains(name)) {
                unknown.add(violation(
                        triple.getSubject().toString(),
                        "<" + triple.getPredicate().getURI() + ">",
                        unknownTerm(name)));
            }
        }
    }

    private static Text unknownTerm(String name) {
        return nearest(name, NAMES)
                .map(near -> Text.of(
                        "词汇表中没有 `sq:%s`；是否想写 `sq:%s`", "there is no term `sq:%s`; did you mean `sq:%s`", name, near))
                .orElse(Text.of(
                        "词汇表中没有 `sq:%s`；请查已发布的本体", "there is no term `sq:%s`; see the published ontology", name));
    }

    private static Optional<String> nearest(String wanted, Iterable<String> known) {
        Optional<String> best = Optional.empty();
        var least = Math.max(2, wanted.length() / 3) + 1;
        for (var name : known) {
            var distance = distance(wanted.toLowerCase(java.util.Locale.ROOT), name.toLowerCase(java.util.Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = Optional.of(name);
            }
        }
        return best;
    }

    /** Levenshtein distance, two rows. */
    private static int distance(String one, String other) {
        var above = new int[other.length() + 1];
        Arrays.setAll(above, column -> column);
        for (var row = 1; row <= one.length(); row++) {
            var here = new int[other.length() + 1];
            here[0] = row;
            for (var column = 1; column <= other.length(); column++) {
                var swap = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                here[column] = Math.min(swap, Math.min(above[column], here[column - 1]) + 1);
            }
            above = here;
        }
        return above[other.length()];
    }
}
