package org.shuqi.casework;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.shuqi.access.Caller;
import org.shuqi.casework.StepOption.Content;
import org.shuqi.casework.StepOption.Form;
import org.shuqi.problem.Text;
import org.shuqi.problem.Violation;
import org.shuqi.record.Filed;
import org.shuqi.vocabulary.Signing;
import org.shuqi.vocabulary.Skos;

/**
 * How the steps of a table look for one record to one caller. Whether a step can be taken is not worked out here: the step is
 * rehearsed, with samples of what has to be given, and whatever would refuse it then is asked.
 */
final class Outlook {

    private final Graph registry;
    private final Filed record;
    private final Node status;
    private final Caller caller;
    private final Function<StepForm, List<Violation>> rehearsal;

    Outlook(Graph registry, Filed record, Node status, Caller caller, Function<StepForm, List<Violation>> rehearsal) {
        this.registry = registry;
        this.record = record;
        this.status = status;
        this.caller = caller;
        this.rehearsal = rehearsal;
    }

    StepOption option(Step step, Set<Node> parties) {
        var isOpen = step.from().contains(status);
        var missing = missing(step);
        var contents = new ContentReader(registry).of(step, missing);
        var mine = parties.stream()
                .filter(party -> Speaker.isFor(caller, step, Set.of(party), registry))
                .toList();
        var because = isOpen ? obstacles(step, mine, contents) : List.of(outOfTurn(step));
        return new StepOption(
                step.code(),
                step.label(),
                codes(step.from()),
                Move.code(step.to()),
                because.isEmpty(),
                parties.stream().map(Node::getURI).toList(),
                codes(step.roles()),
                missing.stream().map(Move::code).sorted().toList(),
                step.contents().needsNote()
                        || step.contents()
                                .noteProperty()
                                .filter(missing::contains)
                                .isPresent(),
                contents,
                mine.stream().map(Node::getURI).toList(),
                because,
                step.basis().stream().map(Node::getURI).toList());
    }

    private Set<Node> missing(Step step) {
        var missing = new HashSet<Node>(step.contents().needs());
        missing.removeIf(property -> record.description().contains(record.iri(), property, Node.ANY));
        step.effects().sets().forEach(set -> missing.remove(set.property()));
        return missing;
    }

    /** What stands in the way besides what the one who takes the step has to give. */
    private List<Violation> obstacles(Step step, List<Node> mine, List<Content> contents) {
        var by = caller.isOperator() ? mine.stream().findFirst().map(Node::getURI) : Optional.<String>empty();
        var bare = faults(step, by, JsonNodeFactory.instance.objectNode());
        if (bare.stream().allMatch(fault -> dependsOnContents(step, fault, contents))) {
            for (var sample : samples(contents)) {
                var left = faults(step, by, sample).stream()
                        .filter(fault -> !isOfSignature(fault, contents))
                        .toList();
                if (left.isEmpty()) {
                    return left;
                }
            }
        }
        return bare;
    }

    private List<Violation> faults(Step step, Optional<String> by, ObjectNode with) {
        var form = new StepForm(
                Move.code(step.to()),
                Optional.of(step.code()),
                Optional.of("-"),
                by,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                with);
        return rehearsal.apply(form).stream()
                .filter(finding -> finding.severity() == Violation.Severity.VIOLATION)
                .filter(finding -> !finding.shape().equals(step.iri().getURI()))
                .toList();
    }

    /** Whether a fault may go once something is given with the step: its condition is about that. */
    private static boolean dependsOnContents(Step step, Violation fault, List<Content> contents) {
        return isOfSignature(fault, contents)
                || step.contents().conditions().stream()
                        .filter(condition -> condition.iri().getURI().equals(fault.shape()))
                        .anyMatch(condition -> contents.stream()
                                .anyMatch(content -> condition.ask().toString().contains(content.name())));
    }

    /** No sample of a digital signature can be valid. */
    private static boolean isOfSignature(Violation fault, List<Content> contents) {
        var name = Move.code(Signing.signatureValue);
        return fault.message().en().contains(name)
                && contents.stream().anyMatch(content -> content.name().equals(name));
    }

    /** One value for each content; for code lists one sample for each word of the longest. */
    private static List<ObjectNode> samples(List<Content> contents) {
        var rounds = contents.stream()
                .mapToInt(content -> content.choices().size())
                .max()
                .orElse(0);
        return java.util.stream.IntStream.range(0, Math.max(1, rounds))
                .mapToObj(round -> sample(contents, round))
                .toList();
    }

    private static ObjectNode sample(List<Content> contents, int round) {
        var sample = JsonNodeFactory.instance.objectNode();
        for (var content : contents) {
            if (content.form() == Form.CODES && !content.choices().isEmpty()) {
                var choices = content.choices();
                sample.put(content.name(), choices.get(round % choices.size()).code());
            } else if (content.form() == Form.NUMBER) {
                sample.put(content.name(), 1);
            }
        }
        return sample;
    }

    private Violation outOfTurn(Step step) {
        var from = String.join(", ", codes(step.from()));
        return LifeCycleGuard.fault(
                record.iri(),
                step.iri(),
                Text.of("现为 `%s`，须在 %s 时办理", "this is `%s`; the step is taken from %s", Move.code(status), from),
                step.basis().stream().map(Node::getURI).findFirst());
    }

    private static List<String> codes(Set<Node> concepts) {
        return concepts.stream().map(Move::code).sorted().toList();
    }

    /** What people call a word of a code list. */
    static Optional<Text> label(Graph registry, Node concept) {
        return text(registry, concept, Skos.prefLabel);
    }

    static Optional<Text> text(Graph registry, Node concept, Node property) {
        var labels = new HashMap<String, String>();
        registry.find(concept, property, Node.ANY)
                .forEachRemaining(triple -> labels.put(
                        triple.getObject().getLiteralLanguage(),
                        triple.getObject().getLiteralLexicalForm()));
        return labels.isEmpty()
                ? Optional.empty()
                : Optional.of(new Text(labels.getOrDefault("zh", ""), labels.getOrDefault("en", "")));
    }
}
