package org.shuqi.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.graph.Delta;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.vocabulary.Dcat;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Sq;

/** What may be deleted: nothing that was relied on, and nothing that others still point at. */
final class Keeping {

    private Keeping() {}

    /**
     * What deleting the record takes out.
     *
     * @param at the instant of the wish
     * @throws Refusal IN_USE with the reason why it has to be kept
     */
    static Delta deleting(RecordKind kind, Node iri, Node graph, DatasetGraph now, Instant at) {
        var description = Descriptions.of(iri, now.getGraph(graph));
        requireDispensable(kind, iri, description, now.getUnionGraph(), at);
        checkNobodyPointsAt(iri, description, now.getUnionGraph());
        var removed = new ArrayList<>(Descriptions.quads(description, graph));
        now.find(Node.ANY, Node.ANY, Dcat.dataset, iri).forEachRemaining(removed::add);
        return new Delta(removed, List.<Quad>of());
    }

    /**
     * Refuses to do without a record that the law wants kept.
     *
     * @throws Refusal IN_USE with the reason
     */
    static void requireDispensable(RecordKind kind, Node iri, Graph description, Graph registry, Instant at) {
        mustStay(kind, iri, description)
                .or(() -> kind == RecordKind.USAGE_RECORDS ? new Retention(registry).of(iri, at) : Optional.empty())
                .ifPresent(why -> {
                    throw new Refusal(Problem.of(Kind.IN_USE, why));
                });
    }

    private static Optional<Text> mustStay(RecordKind kind, Node iri, Graph description) {
        if (!kind.isWrittenByPeople()) {
            return Optional.of(Text.of(
                    "判断回执 `%s` 是当时判断的凭据，须予保留；不能删除",
                    "the receipt `%s` proves what was decided and is kept; it cannot be deleted", iri.getURI()));
        }
        if (kind == RecordKind.AGREEMENTS && description.contains(iri, Sq.activatedAt, Node.ANY)) {
            // Network Data Security Regulation, article 12: records of provision are kept for three years at least
            return Optional.of(Text.of(
                    "协议 `%s` 已生效，处理记录须保存至少三年（网络数据安全管理条例第十二条）；请改为终止",
                    "the agreement `%s` has been in force and its record must be kept for three years at least"
                            + " (Network Data Security Regulation, article 12); terminate it instead",
                    iri.getURI()));
        }
        if (kind == RecordKind.FINDINGS && description.contains(iri, Sq.dueOn, Node.ANY)) {
            return Optional.of(Text.of(
                    "认定 `%s` 由期限届满产生，须予保留；不能删除",
                    "the finding `%s` came from a time limit that ran out and is kept; it cannot be deleted",
                    iri.getURI()));
        }
        if (kind == RecordKind.REQUESTS && description.contains(iri, Sq.repliedAt, Node.ANY)) {
            return Optional.of(Text.of(
                    "申请 `%s` 已答复，是共享的依据，须予保留；请设定终止时间",
                    "the request `%s` has been answered and is what sharing rests on, so it is kept; set its end instead",
                    iri.getURI()));
        }
        if (kind == RecordKind.ASSESSMENTS
                && description.contains(iri, Sq.passed, Node.ANY)
                && description.contains(iri, Dct.type, Sq.code("evidence", "impact-assessment"))) {
            // Personal Information Protection Law, article 56: reports are kept for three years at least
            return Optional.of(Text.of(
                    "评估报告 `%s` 须保存至少三年（个人信息保护法第五十六条）；请设定失效时间",
                    "the assessment `%s` must be kept for three years at least"
                            + " (Personal Information Protection Law, article 56); set its end instead",
                    iri.getURI()));
        }
        return Optional.empty();
    }

    private static void checkNobodyPointsAt(Node iri, Graph description, Graph union) {
        var own = new HashSet<Node>();
        description.find().forEachRemaining(triple -> own.add(triple.getSubject()));
        own.add(iri);
        var pointing = new TreeSet<String>();
        own.forEach(node -> union.find(Node.ANY, Node.ANY, node).forEachRemaining(triple -> {
            if (!own.contains(triple.getSubject()) && !triple.getPredicate().equals(Dcat.dataset)) {
                pointing.add(triple.getSubject().toString());
            }
        }));
        if (!pointing.isEmpty()) {
            throw Refusal.of(
                    Kind.IN_USE,
                    "仍有 %d 处引用 `%s`（如 %s）；请先改动这些记录",
                    "%d others still point at `%s` (such as %s); change those records first",
                    pointing.size(),
                    iri.getURI(),
                    String.join(", ", pointing.stream().limit(3).toList()));
        }
    }
}
