package org.shuqi.web.ask;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;
import org.shuqi.web.Combo;
import org.shuqi.web.Crumb;
import org.shuqi.web.Said;
import org.shuqi.web.View;
import org.shuqi.web.find.Suggestion;

/** Draws the question. */
final class AskForm {

    private static final List<String> METHODS = List.of("query", "verify", "batch", "file");
    private static final List<String> ACTIONS = List.of("receive", "redistribute", "transfer-abroad");

    private final Asked asked;
    private final View view;
    private final Graph registry;
    private final String usual;

    /** @param usual the recipient, if none was named */
    AskForm(Asked asked, View view, Graph registry, String usual) {
        this.asked = asked;
        this.view = view;
        this.registry = registry;
        this.usual = usual;
    }

    AskPage.Form form() {
        var recipient = combo("recipient", "organizations");
        return new AskPage.Form(
                asked.word("recipient").isEmpty() ? recipient.with(usual) : recipient,
                combo("dataset", "datasets"),
                combo("purpose", "terms").in("purpose"),
                choices("method", METHODS, "sharing-method"),
                choices("action", ACTIONS, ""),
                asked.word("items"),
                combo("provider", "organizations"),
                combo("thirdParty", "organizations"),
                asked.word("destination"),
                asked.word("region"),
                asked.word("at"),
                asked.word("knownAt"),
                asked.hasMore());
    }

    /** What the fields that are not clear could mean. */
    List<AskPage.Unclear> unclear() {
        return asked.unclear().stream()
                .filter(name -> !asked.pick(name).near().isEmpty())
                .map(name -> new AskPage.Unclear(
                        view.t("ask.field." + name),
                        asked.pick(name).near().stream()
                                .map(near -> link(name, near))
                                .toList()))
                .toList();
    }

    private Crumb link(String name, Suggestion near) {
        return new Crumb(new Said(near.value(), near.name().language()), asked.address(Map.of(name, near.code())));
    }

    private Combo combo(String name, String kind) {
        var pick = asked.pick(name);
        var combo = new Combo(name, name, view.t("ask.field." + name), kind, "", pick.value(), "");
        if (asked.word(name).isEmpty() || pick.isClear()) {
            return combo;
        }
        var key = pick.near().isEmpty() ? "ask.fault.unknown" : "ask.fault.unclear";
        return combo.wrong(view.t(key, view.t("ask.field." + name)));
    }

    private List<AskPage.Choice> choices(String name, List<String> codes, String list) {
        var chosen = asked.word(name).isEmpty() ? codes.get(0) : asked.word(name);
        return Stream.concat(codes.stream(), Stream.of(chosen))
                .distinct()
                .map(code -> new AskPage.Choice(code, label(name, code, list), code.equals(chosen)))
                .sorted(Comparator.comparing(choice -> codes.indexOf(choice.value()) < 0))
                .toList();
    }

    private Said label(String name, String code, String list) {
        return list.isEmpty()
                ? ACTIONS.contains(code) ? new Said(view.t("ask." + name + "." + code), view.lang()) : Said.code(code)
                : Said.literal(registry, Sq.code(list, code), Skos.prefLabel, view.language())
                        .orElse(Said.code(code));
    }
}
