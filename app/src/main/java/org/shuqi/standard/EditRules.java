package org.shuqi.standard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation;
import org.shuqi.problem.Violation.Severity;
import org.shuqi.vocabulary.Proposing;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sh;

/** What every edit has to respect, whatever it is about. */
final class EditRules {

    private static final Node SELECT = org.apache.jena.graph.NodeFactory.createURI(Sh.NS + "select");
    private static final Node ASK = org.apache.jena.graph.NodeFactory.createURI(Sh.NS + "ask");
    private static final Set<Node> QUERIES = Set.of(SELECT, ASK);
    private static final Set<String> FOREIGN =
            Set.of("js", "jsFunctionName", "jsLibrary", "rule", "update", "construct");

    private EditRules() {}

    /** What is wrong with the edits of a proposal. */
    static List<Violation> check(Graph registry, Node proposal) {
        var findings = new ArrayList<Violation>();
        var terms = new HashSet<Node>();
        registry.find(proposal, Proposing.edit, Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList()
                .forEach(node -> check(registry, node, terms, findings));
        return findings;
    }

    private static void check(Graph registry, Node node, Set<Node> terms, List<Violation> findings) {
        try {
            TermEdit.read(registry, node).ifPresent(edit -> {
                if (!terms.add(edit.term())) {
                    findings.add(fault(
                            node,
                            Text.of(
                                    "`%s` 有两处改动；请合成一处",
                                    "`%s` is edited twice; make one edit of it",
                                    edit.term().getURI())));
                }
                check(edit, findings);
            });
        } catch (Refusal unreadable) {
            findings.add(fault(node, unreadable.problem().detail()));
        }
    }

    private static void check(TermEdit edit, List<Violation> findings) {
        ofOneTerm(edit).ifPresent(findings::add);
        if (edit.isShape()) {
            ofShape(edit).ifPresent(findings::add);
        } else if (Places.home(edit.term(), edit.proposed()).isEmpty()) {
            findings.add(fault(edit.node(), misplaced(edit.term()).problem().detail()));
        } else if (edit.former().isEmpty()) {
            Places.builtIn(edit.term(), edit.proposed())
                    .map(list -> new Violation(
                            edit.node().toString(),
                            Optional.empty(),
                            Optional.empty(),
                            Text.of(
                                    "代码表 `%s` 的代码由程序识别；新代码可以使用，但不改变判定结果",
                                    "the program knows the codes of `%s` by name; a new one may be used but changes no answer",
                                    list),
                            Proposing.TermEdit.getURI(),
                            Optional.empty(),
                            Severity.WARNING))
                    .ifPresent(findings::add);
        }
    }

    /** A term stays defined for ever: it may be deprecated, never taken away. */
    private static Optional<Violation> ofOneTerm(TermEdit edit) {
        var stray = Wording.subjects(edit.proposed()).stream()
                .filter(subject -> !subject.equals(edit.term()))
                .findFirst();
        if (stray.isPresent()) {
            return Optional.of(fault(
                    edit.node(),
                    Text.of(
                            "改动只能陈述 `%s`，文本还陈述了 `%s`；请另作一处改动",
                            "the edit is about `%s`, the text also about `%s`; make another edit of that",
                            edit.term().getURI(),
                            stray.get().getURI())));
        }
        if (!edit.proposed().contains(edit.term(), Rdf.type, Node.ANY)) {
            return Optional.of(fault(
                    edit.node(),
                    Text.of(
                            "`%s` 没有类型；已发布的词项不能删除，请改为停用",
                            "`%s` has no class; a published term is not deleted, deprecate it instead",
                            edit.term().getURI())));
        }
        return Optional.empty();
    }

    /** A query in a shape runs on every write, so nobody brings in a new one by a form. */
    private static Optional<Violation> ofShape(TermEdit edit) {
        var known = edit.former().map(EditRules::queries).orElse(Set.of());
        var isNew = queries(edit.proposed()).stream().anyMatch(query -> !known.contains(query));
        var isForeign = edit.proposed().find().toList().stream()
                .map(triple -> triple.getPredicate().getURI())
                .anyMatch(predicate ->
                        predicate.startsWith(Sh.NS) && FOREIGN.contains(predicate.substring(Sh.NS.length())));
        return isNew || isForeign
                ? Optional.of(fault(
                        edit.node(),
                        Text.of(
                                "形状 `%s` 带有新的查询或者脚本；提案只能使用 SHACL Core，已有的查询可以原样保留",
                                "the shape `%s` has a new query or script; a proposal keeps to SHACL Core, a query there was may stay as it is",
                                edit.term().getURI())))
                : Optional.empty();
    }

    private static Set<String> queries(Graph graph) {
        return QUERIES.stream()
                .flatMap(property -> graph.find(Node.ANY, property, Node.ANY).toList().stream())
                .map(triple -> triple.getObject().toString())
                .collect(Collectors.toSet());
    }

    static Refusal misplaced(Node term) {
        return Refusal.of(
                Kind.UNUSABLE,
                "`%s` 不是可以修订的词项；请使用数契的词项、代码、法律依据、默认规则或者形状",
                "`%s` is no term that can be changed here; name a term, a code, a law, a default norm or a shape of Shuqi",
                term.getURI());
    }

    static Violation fault(Node focus, Text message) {
        return new Violation(
                focus.toString(),
                Stream.of(Proposing.proposedText.getURI()).findFirst(),
                Optional.empty(),
                message,
                Proposing.TermEdit.getURI(),
                Optional.empty(),
                Severity.VIOLATION);
    }
}
