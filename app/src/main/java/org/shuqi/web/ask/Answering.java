package org.shuqi.web.ask;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.decision.Answer;
import org.shuqi.decision.Outcome;
import org.shuqi.problem.Text;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;
import org.shuqi.time.Instants;
import org.shuqi.web.Address;
import org.shuqi.web.Badge;
import org.shuqi.web.Crumb;
import org.shuqi.web.Said;
import org.shuqi.web.View;
import org.shuqi.web.Where;

/** Draws an answer. */
final class Answering {

    /** How a sentence about one item begins. */
    private static final String ITEM_NAME = "^`[^`]+` ?";

    private static final Pattern ITEM = Pattern.compile("`([^`]+)`.*", Pattern.DOTALL);

    private final View view;
    private final Graph registry;
    private final Where where;
    private final Settings settings;
    private List<String> items = List.of();

    Answering(View view, Graph registry, Records records, Settings settings) {
        this.view = view;
        this.registry = registry;
        this.where = new Where(records);
        this.settings = settings;
    }

    AskPage.Card card(Asked asked, Answer answer, String origin) {
        items = answer.items().stream().map(Answer.ItemAnswer::item).toList();
        var instant = Optional.of(asked.word("at"))
                .filter(word -> !word.isEmpty())
                .flatMap(word -> Instants.parse(word.replace(' ', '+'), settings.zone()))
                .orElseGet(() -> settings.clock().instant());
        return new AskPage.Card(
                badge(answer.outcome()),
                answer.outcome().code(),
                answer.stage(),
                link(asked.form().recipient()),
                link(asked.form().dataset()),
                link(asked.form().purpose().orElse("")),
                reasons(answer.reasons()),
                new Chain(view, registry, where).of(asked, answer),
                items(answer),
                answer.duties().stream()
                        .map(duty -> new AskPage.Duty(said(duty.text()), source(duty.source())))
                        .toList(),
                answer.grants().stream().map(this::link).toList(),
                answer.nearest().stream().map(set -> steps(set.changes())).toList(),
                steps(answer.route()),
                apply(asked, answer),
                answer.validUntil().map(view::time),
                view.time(instant),
                answer.revision(),
                answer.withheld(),
                copies(asked, answer, instant, origin));
    }

    private Badge badge(Outcome outcome) {
        var tone =
                switch (outcome) {
                    case PERMIT -> Badge.Tone.GOOD;
                    case APPLY, NEGOTIATE -> Badge.Tone.WARN;
                    case DENY -> Badge.Tone.BAD;
                    case OUT_OF_SCOPE, UNKNOWN -> Badge.Tone.PLAIN;
                };
        return new Badge(tone, new Said(view.t("ask.outcome." + outcome.code()), view.lang()));
    }

    /** What is said of several items in the same words is said once. */
    private List<AskPage.Reason> reasons(List<Answer.Reason> reasons) {
        var alike = new LinkedHashMap<List<Object>, List<Answer.Reason>>();
        for (var reason : reasons) {
            var text = reason.text().zh();
            var words = ITEM.matcher(text).matches() ? text.replaceFirst(ITEM_NAME, "") : text;
            alike.computeIfAbsent(
                            List.of(reason.stage(), reason.rule(), words, reason.basis()), each -> new ArrayList<>())
                    .add(reason);
        }
        return alike.values().stream().map(this::reason).toList();
    }

    private AskPage.Reason reason(List<Answer.Reason> alike) {
        var reason = alike.get(0);
        var names = alike.stream()
                .map(one -> ITEM.matcher(one.text().zh()))
                .filter(Matcher::matches)
                .map(one -> item(one.group(1)))
                .toList();
        var text = names.isEmpty()
                ? reason.text()
                : new Text(
                        "“" + String.join("”“", names) + "”"
                                + reason.text().zh().replaceFirst(ITEM_NAME, ""),
                        String.join(", ", names) + " " + reason.text().en().replaceFirst(ITEM_NAME, ""));
        return new AskPage.Reason(
                reason.stage(),
                said(text),
                source(reason.rule()),
                reason.basis().stream().map(this::link).toList());
    }

    /** What an item is called; its code, if that is not the code of an item of the dataset. */
    private String item(String code) {
        return items.stream()
                .filter(item -> item.endsWith("/" + code) || item.endsWith("#" + code))
                .findFirst()
                .map(item -> Said.name(registry, NodeFactory.createURI(item), view.language())
                        .text())
                .orElse(code);
    }

    /** Each item's outcome, unless they are all alike. */
    private List<AskPage.Item> items(Answer answer) {
        if (answer.items().stream().map(Answer.ItemAnswer::outcome).distinct().count() < 2) {
            return List.of();
        }
        return answer.items().stream()
                .map(item -> new AskPage.Item(
                        Said.name(registry, NodeFactory.createURI(item.item()), view.language()),
                        badge(item.outcome())))
                .toList();
    }

    private List<AskPage.Step> steps(List<Answer.Step> steps) {
        return steps.stream()
                .map(step -> new AskPage.Step(said(step.text()), step.with().map(this::link)))
                .toList();
    }

    /** Where to request it, if that is what has to be done. */
    private static Optional<String> apply(Asked asked, Answer answer) {
        var isRequested = answer.route().stream().anyMatch(step -> step.kind().equals("file-request"));
        return isRequested
                ? Optional.of(Address.of("/applications/new")
                        .and("dataset", asked.pick("dataset").code())
                        .and("purpose", asked.pick("purpose").code())
                        .toString())
                : Optional.empty();
    }

    private Said said(Text text) {
        return Said.of(text, view.language());
    }

    /** What the registry speaks of under an IRI: the clause of an agreement, a norm, a law; empty for rules of the engine. */
    private Optional<Crumb> source(String iri) {
        var node = NodeFactory.createURI(iri);
        return iri.contains(":") && isKnown(node) ? Optional.of(link(iri)) : Optional.empty();
    }

    private boolean isKnown(Node node) {
        return registry.contains(node, Node.ANY, Node.ANY);
    }

    /** The name with the page; a part by the name of the whole and its own mark. */
    private Crumb link(String iri) {
        return Chain.link(NodeFactory.createURI(iri), registry, where, view);
    }

    private List<AskPage.Copy> copies(Asked asked, Answer answer, Instant instant, String origin) {
        var at = instant.atZone(settings.zone()).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        var fixed = Map.of("at", at, "knownAt", Long.toString(answer.revision()));
        var rest = origin + "/api/v1/decisions?"
                + asked.codes(Map.of("at", at)).entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        var copies = new ArrayList<AskPage.Copy>();
        copies.add(new AskPage.Copy("link", origin + asked.address(fixed), Optional.of(asked.address(fixed))));
        copies.add(new AskPage.Copy("rest", rest, Optional.empty()));
        copies.add(new AskPage.Copy(
                "curl", "curl -H \"Authorization: Bearer $SHUQI_KEY\" '" + rest + "'", Optional.empty()));
        sparql(asked, at)
                .ifPresent(query -> copies.add(new AskPage.Copy(
                        "sparql",
                        query,
                        Optional.of(Address.of("/sparql").and("query", query).toString()))));
        return copies;
    }

    /** The function of the query language asks about the usual method and all items; anything else it cannot say. */
    private static Optional<String> sparql(Asked asked, String at) {
        var isUsual = asked.codes(Map.of()).keySet().stream()
                        .allMatch(name -> Asked.NEEDED.contains(name) || name.equals("at") || name.equals("method"))
                && (asked.word("method").isEmpty() || asked.word("method").equals("query"));
        if (!isUsual) {
            return Optional.empty();
        }
        var form = asked.form();
        return Optional.of(
                """
                PREFIX sq: <https://w3id.org/shuqi/ns#>
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                SELECT ?outcome {
                  BIND(sq:decide(<%s>,
                                 <%s>,
                                 <%s>,
                                 "%s"^^xsd:dateTime) AS ?outcome)
                }"""
                        .formatted(
                                form.dataset(), form.recipient(), form.purpose().orElse(""), at));
    }
}
