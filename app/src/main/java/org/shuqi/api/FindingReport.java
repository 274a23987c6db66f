package org.shuqi.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_OneOrMoreN;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathParser;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.shuqi.problem.Violation;
import org.shuqi.record.JsonTree;
import org.shuqi.standard.Standard;
import org.shuqi.vocabulary.Sh;

/** Findings as a {@code sh:ValidationReport} in JSON-LD: paths and values are nodes in it, as SHACL asks, and not text. */
final class FindingReport {

    private FindingReport() {}

    static ObjectNode of(List<Violation> violations) {
        var report = JsonTree.object();
        report.set("@context", JsonTree.object().put("sh", Sh.NS));
        report.put("@type", "sh:ValidationReport");
        report.put("sh:conforms", false);
        var results = report.putArray("sh:result");
        violations.forEach(violation -> results.add(result(violation)));
        return report;
    }

    private static ObjectNode result(Violation violation) {
        var result = JsonTree.object();
        result.put("@type", "sh:ValidationResult");
        result.set("sh:focusNode", iri(violation.focus()));
        violation.path().flatMap(FindingReport::path).ifPresent(path -> result.set("sh:resultPath", path));
        violation.value().ifPresent(value -> result.set("sh:value", value(value)));
        var messages = result.putArray("sh:resultMessage");
        messages.addObject().put("@value", violation.message().zh()).put("@language", "zh");
        messages.addObject().put("@value", violation.message().en()).put("@language", "en");
        result.set("sh:sourceShape", iri(violation.shape()));
        var severity = violation.severity().name();
        result.set(
                "sh:resultSeverity",
                iri("sh:" + severity.charAt(0) + severity.substring(1).toLowerCase(Locale.ROOT)));
        return result;
    }

    /** Empty for the name of a field that no property has: the plain list tells it. */
    private static Optional<ObjectNode> path(String text) {
        try {
            return json(PathParser.parse(text, new Prologue(Standard.prefixes())));
        } catch (QueryParseException | RiotException field) {
            return Optional.empty();
        }
    }

    private static Optional<ObjectNode> json(Path path) {
        if (path instanceof P_Link link) {
            return Optional.of(iri(link.getNode().getURI()));
        } else if (path instanceof P_Inverse inverse) {
            return around("sh:inversePath", inverse.getSubPath());
        } else if (path instanceof P_ZeroOrOne step) {
            return around("sh:zeroOrOnePath", step.getSubPath());
        } else if (path instanceof P_ZeroOrMore1 step) {
            return around("sh:zeroOrMorePath", step.getSubPath());
        } else if (path instanceof P_ZeroOrMoreN step) {
            return around("sh:zeroOrMorePath", step.getSubPath());
        } else if (path instanceof P_OneOrMore1 step) {
            return around("sh:oneOrMorePath", step.getSubPath());
        } else if (path instanceof P_OneOrMoreN step) {
            return around("sh:oneOrMorePath", step.getSubPath());
        } else if (path instanceof P_Seq two) {
            return list(two);
        } else if (path instanceof P_Alt two) {
            return list(two).map(list -> {
                var either = JsonTree.object();
                either.set("sh:alternativePath", list);
                return either;
            });
        }
        return Optional.empty();
    }

    private static Optional<ObjectNode> around(String kind, Path inner) {
        return json(inner).map(found -> {
            var outer = JsonTree.object();
            outer.set(kind, found);
            return outer;
        });
    }

    private static Optional<ObjectNode> list(P_Path2 two) {
        var list = JsonTree.object();
        var members = list.putArray("@list");
        var all = members(two, two.getClass()).map(FindingReport::json).toList();
        all.forEach(member -> member.ifPresent(members::add));
        return Optional.of(list).filter(whole -> all.stream().allMatch(Optional::isPresent));
    }

    private static Stream<Path> members(Path path, Class<? extends Path> kind) {
        return kind.isInstance(path) && path instanceof P_Path2 two
                ? Stream.of(two.getLeft(), two.getRight()).flatMap(side -> members(side, kind))
                : Stream.of(path);
    }

    private static ObjectNode value(String turtle) {
        try {
            var node = NodeFactoryExtra.parseNode(turtle, PrefixMapFactory.create(Standard.prefixes()));
            return node.isLiteral() ? literal(node) : iri(node.isBlank() ? turtle : node.getURI());
        } catch (RiotException plain) {
            return JsonTree.object().put("@value", turtle);
        }
    }

    private static ObjectNode literal(Node literal) {
        var json = JsonTree.object().put("@value", literal.getLiteralLexicalForm());
        if (!literal.getLiteralLanguage().isEmpty()) {
            return json.put("@language", literal.getLiteralLanguage());
        }
        return json.put("@type", literal.getLiteralDatatypeURI());
    }

    private static ObjectNode iri(String iri) {
        return JsonTree.object().put("@id", iri);
    }
}
