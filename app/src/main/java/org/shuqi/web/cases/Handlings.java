package org.shuqi.web.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.casework.StepOption;
import org.shuqi.casework.StepOption.Form;
import org.shuqi.problem.Violation;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Signing;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Fault;
import org.shuqi.web.Said;

/** Draws the steps that can be taken: rows of the procedure, each with a form made of what the table wants with it. */
final class Handlings {

    private final Look look;
    private final StepOption.Table table;
    private final Sent sent;

    /**
     * For one record.
     *
     * @param sent the form that was sent and has to be mended; an empty one when the page is opened
     */
    Handlings(Look look, StepOption.Table table, Sent sent) {
        this.look = look;
        this.table = table;
        this.sent = sent;
    }

    Handling of(String address, List<Fault> faults, boolean isNext) {
        var choices = new ArrayList<Handling.Choice>();
        var blocked = new ArrayList<Handling.Blocked>();
        var waiting = new ArrayList<Handling.Waiting>();
        for (var option : table.options()) {
            if (!option.from().contains(table.status())) {
                continue;
            }
            // what somebody has just written stays before their eyes, also if the step can no longer be taken
            if (option.allowed() || sent.isOf(option.step()) && !option.mine().isEmpty()) {
                choices.add(choice(option, sent.isOf(option.step()) ? faults : List.of()));
            } else if (isOfOthers(option)) {
                waiting.add(waiting(option));
            } else {
                blocked.add(blocked(option));
            }
        }
        return new Handling(address, table.tag(), choices, blocked, waiting, faults, isNext);
    }

    /** Whoever has no part in the step is told who has; whoever has one is told what stands in the way. */
    private static boolean isOfOthers(StepOption option) {
        return option.mine().isEmpty() && !option.parties().isEmpty();
    }

    private Handling.Choice choice(StepOption option, List<Fault> faults) {
        var fields = option.contents().stream()
                .filter(content -> content.form() != Form.PERMISSIONS)
                .filter(content -> !isOfSignature(content) || hasKey(option))
                .map(content -> field(option, content))
                .toList();
        var isPartial = option.contents().stream().anyMatch(content -> content.form() == Form.PERMISSIONS);
        return new Handling.Choice(
                option.step(),
                option.to(),
                label(option),
                sent.isOf(option.step()),
                option.mine().stream().map(this::party).toList(),
                fields,
                isPartial ? items(option) : List.of(),
                option.needsNote(),
                sent.isOf(option.step()) ? sent.note() : "",
                faults.stream().map(Fault::message).distinct().toList(),
                option.basis().stream()
                        .map(law -> look.name(NodeFactory.createURI(law)))
                        .toList());
    }

    private Handling.Word party(String iri) {
        return new Handling.Word(
                iri,
                look.name(NodeFactory.createURI(iri)),
                Optional.empty(),
                sent.by().equals(iri));
    }

    private Handling.Field field(StepOption option, StepOption.Content content) {
        var values = sent.isOf(option.step()) ? sent.values(content.name()) : List.<String>of();
        return new Handling.Field(
                option.step() + "-" + content.name(),
                content.name(),
                Said.of(content.label(), look.view().language()),
                form(content),
                content.needed() || isOfSignature(content) && !content.name().equals(Look.last(Signing.timeStampToken)),
                words(content, values),
                values.isEmpty() ? "" : values.get(0));
    }

    /** A word that is needed is one; words that may be given can be several. */
    private static String form(StepOption.Content content) {
        if (content.name().equals(Look.last(Signing.signingKey))) {
            return "code";
        }
        return switch (content.form()) {
            case CODES -> content.needed() ? "code" : "codes";
            case NUMBER -> "number";
            case TIME -> "time";
            default -> "text";
        };
    }

    private List<Handling.Word> words(StepOption.Content content, List<String> values) {
        if (content.name().equals(Look.last(Signing.signingKey))) {
            return keys(values);
        }
        return content.choices().stream()
                .map(choice -> new Handling.Word(
                        choice.code(),
                        Said.of(choice.label(), look.view().language()),
                        Optional.of(Said.of(choice.definition(), look.view().language()))
                                .filter(said -> !said.text().isEmpty()),
                        values.contains(choice.code())))
                .toList();
    }

    private static boolean isOfSignature(StepOption.Content content) {
        return List.of(Signing.signatureValue, Signing.signingKey, Signing.timeStampToken).stream()
                .anyMatch(property -> Look.last(property).equals(content.name()));
    }

    /** Whether one of those for whom the reader signs has a public key, with which it has to sign then. */
    private boolean hasKey(StepOption option) {
        return option.mine().stream().anyMatch(party -> look.registry()
                .find(Node.ANY, Org.organization, NodeFactory.createURI(party))
                .filterKeep(triple -> look.isA(triple.getSubject(), Signing.PublicKey))
                .hasNext());
    }

    /** The public keys with which the reader's organisations can sign. */
    private List<Handling.Word> keys(List<String> values) {
        var found = new ArrayList<Handling.Word>();
        look.registry()
                .find(Node.ANY, org.shuqi.vocabulary.Rdf.type, Signing.PublicKey)
                .mapWith(triple -> triple.getSubject())
                .forEachRemaining(key -> found.add(new Handling.Word(
                        key.getURI(), Said.code(Look.last(key)), Optional.empty(), values.contains(key.getURI()))));
        return found;
    }

    /** Everything asked for, item by item, so that less can be granted. */
    private List<Handling.Word> items(StepOption option) {
        var record = NodeFactory.createURI(table.record());
        var chosen = sent.isOf(option.step()) ? sent.values(Sent.ITEM) : List.<String>of();
        var found = new ArrayList<Handling.Word>();
        for (var permission : look.all(record, Odrl.permission)) {
            for (var target : look.all(permission, Odrl.target)) {
                var parts = look.all(target, Sq.dataItem);
                for (var item : parts.isEmpty() ? List.of(target) : parts) {
                    var code = permission.toString() + " " + item;
                    found.add(new Handling.Word(
                            code,
                            look.name(item),
                            Optional.of(look.name(new Grants(look).dataset(item))),
                            chosen.isEmpty() || chosen.contains(code)));
                }
            }
        }
        return found;
    }

    private Handling.Waiting waiting(StepOption option) {
        return new Handling.Waiting(
                label(option),
                option.parties().stream()
                        .map(party -> look.link(NodeFactory.createURI(party)))
                        .toList(),
                option.roles().stream()
                        .map(role -> look.code("approval-role", role))
                        .toList());
    }

    private Handling.Blocked blocked(StepOption option) {
        return new Handling.Blocked(
                label(option),
                option.because().stream()
                        .map(Violation::message)
                        .map(text -> Said.of(text, look.view().language()))
                        .distinct()
                        .toList());
    }

    private Said label(StepOption option) {
        var said = Said.of(option.label(), look.view().language());
        // the English names of steps are written small, as parts of a sentence
        return said.language().equals("en")
                ? new Said(
                        said.text().substring(0, 1).toUpperCase(Locale.ROOT)
                                + said.text().substring(1),
                        "en")
                : said;
    }
}
