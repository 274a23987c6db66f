package org.shuqi.web.settings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.system.G;
import org.shuqi.api.Links;
import org.shuqi.record.Filed;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.registry.Settings;
import org.shuqi.time.Instants;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Foaf;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Sq;
import org.shuqi.vocabulary.Trust;
import org.shuqi.web.Badge;
import org.shuqi.web.Said;
import org.shuqi.web.View;
import org.shuqi.web.Where;
import org.shuqi.web.settings.SettingsPage.Action;
import org.shuqi.web.settings.SettingsPage.Cell;

/** The rows of the tabs, for one reader while the snapshot is open. */
final class Rows {

    private static final Map<RecordKind, List<String>> COLUMNS = Map.of(
            RecordKind.ACCOUNTS, List.of("sign-in", "name", "person", "identity"),
            RecordKind.APPOINTMENTS, List.of("account", "role", "reach", "from", "until", "giver"),
            RecordKind.KEYS, List.of("number", "purpose", "account", "made", "until"),
            RecordKind.CERTIFICATES, List.of("thumbprint", "account", "until"),
            RecordKind.PROFILES, List.of("name", "area", "extends", "limits"));

    private final Records records;
    private final Graph registry;
    private final View view;
    private final Settings settings;
    private final Where where;
    private final boolean mayKeep;

    Rows(Records records, Graph registry, View view, Settings settings, boolean mayKeep) {
        this.records = records;
        this.registry = registry;
        this.view = view;
        this.settings = settings;
        this.where = new Where(records);
        this.mayKeep = mayKeep;
    }

    static List<String> columns(RecordKind kind) {
        return Optional.ofNullable(COLUMNS.get(kind)).orElseThrow();
    }

    SettingsPage.Row of(RecordKind kind, Filed record) {
        var node = record.iri();
        return switch (kind) {
            case ACCOUNTS -> account(node);
            case APPOINTMENTS -> appointment(node);
            case KEYS ->
                opener(
                        node,
                        kind,
                        List.of(
                                Cell.of(last(node)),
                                text(node, Foaf.name),
                                thing(node, Trust.ofAccount),
                                day(node, Dct.created)));
            case CERTIFICATES ->
                opener(node, kind, List.of(text(node, Trust.thumbprint), thing(node, Trust.ofAccount)));
            default -> profile(node);
        };
    }

    private SettingsPage.Row account(Node node) {
        var disabled = instant(node, Trust.disabledAt).filter(at -> !at.isAfter(now()));
        var actions = new ArrayList<Action>();
        var here = address(RecordKind.ACCOUNTS, node);
        if (mayKeep) {
            actions.add(new Action("edit", here + "/edit", false));
            actions.add(new Action("password", here + "/password", true));
            actions.add(
                    disabled.isPresent()
                            ? new Action("enable", here + "/enable", true)
                            : new Action("disable", here + "/disable", true));
        }
        return new SettingsPage.Row(
                List.of(
                        Cell.of(last(node)),
                        text(node, Foaf.name),
                        text(node, Trust.actsFor),
                        text(node, Trust.signInIssuer)),
                disabled.isPresent() ? badge(Badge.Tone.BAD, "disabled") : badge(Badge.Tone.GOOD, "open"),
                actions);
    }

    private SettingsPage.Row appointment(Node node) {
        var from = instant(node, Sq.validFrom);
        var until = instant(node, Sq.validUntil);
        var isOver = until.filter(at -> !at.isAfter(now())).isPresent();
        var isToCome = from.filter(now()::isBefore).isPresent();
        var actions = new ArrayList<Action>();
        var here = address(RecordKind.APPOINTMENTS, node);
        if (mayKeep && !isOver) {
            actions.add(new Action("edit", here + "/edit", false));
            actions.add(new Action("end", here + "/end", true));
        }
        var reach = one(node, Org.organization)
                .or(() -> one(node, Dct.spatial))
                .map(this::thing)
                .orElseGet(() -> Cell.of(words("settings.everywhere")));
        var giver = one(node, Trust.delegatedFrom)
                .map(source -> one(source, Org.member).map(this::thing).orElseGet(() -> Cell.of(last(source))))
                .orElseGet(() -> Cell.of(""));
        return new SettingsPage.Row(
                List.of(
                        thing(node, Org.member),
                        thing(node, Sq.approvalRole),
                        reach,
                        day(node, Sq.validFrom),
                        day(node, Sq.validUntil),
                        giver),
                isOver
                        ? badge(Badge.Tone.PLAIN, "over")
                        : isToCome ? badge(Badge.Tone.WARN, "to-come") : badge(Badge.Tone.GOOD, "holds"),
                actions);
    }

    private SettingsPage.Row opener(Node node, RecordKind kind, List<Cell> said) {
        var ends = java.util.stream.Stream.of(Sq.validUntil, Trust.revokedAt)
                .flatMap(property -> instant(node, property).stream())
                .min(Instant::compareTo);
        var isOver = ends.filter(at -> !at.isAfter(now())).isPresent();
        var cells = new ArrayList<>(said);
        cells.add(Cell.of(ends.map(view::time).orElse("")));
        var actions = new ArrayList<Action>();
        var here = address(kind, node);
        if (mayKeep && !isOver) {
            if (kind == RecordKind.KEYS) {
                actions.add(new Action("rotate", here + "/rotate", false));
            }
            actions.add(new Action("revoke", here + "/revoke", true));
        }
        var isRevoked = isOver && instant(node, Trust.revokedAt).isPresent();
        return new SettingsPage.Row(
                cells,
                isOver ? badge(Badge.Tone.BAD, isRevoked ? "revoked" : "over") : badge(Badge.Tone.GOOD, "open"),
                actions);
    }

    private SettingsPage.Row profile(Node node) {
        var isOwn = node.getURI().startsWith(records.baseIri());
        return new SettingsPage.Row(
                List.of(
                        new Cell(Said.name(registry, node, view.language()), where.of(node, registry)),
                        thing(node, Sq.jurisdiction),
                        thing(node, Sq.extendsProfile),
                        Cell.of(view.number(
                                G.listSP(registry, node, Sq.deadline).size()))),
                isOwn ? badge(Badge.Tone.GOOD, "own") : badge(Badge.Tone.PLAIN, "shipped"),
                isOwn && mayKeep
                        ? List.of(new Action("edit", address(RecordKind.PROFILES, node) + "/edit", false))
                        : List.of());
    }

    private Instant now() {
        return settings.clock().instant();
    }

    private Badge badge(Badge.Tone tone, String word) {
        return new Badge(tone, words("settings.state." + word));
    }

    private Said words(String key) {
        return new Said(view.t(key), view.lang());
    }

    private String address(RecordKind kind, Node node) {
        return "/settings/" + kind.path() + "/" + Links.path(records.id(kind, node));
    }

    private Cell thing(Node node, Node property) {
        return one(node, property).map(this::thing).orElseGet(() -> Cell.of(""));
    }

    private Cell thing(Node node) {
        return new Cell(Said.name(registry, node, view.language()), where.record(node, registry));
    }

    private Cell text(Node node, Node property) {
        return Cell.of(one(node, property)
                .map(value -> value.isLiteral() ? value.getLiteralLexicalForm() : value.toString())
                .orElse(""));
    }

    private Cell day(Node node, Node property) {
        return Cell.of(instant(node, property).map(view::time).orElse(""));
    }

    private Optional<Instant> instant(Node node, Node property) {
        return one(node, property)
                .filter(Node::isLiteral)
                .flatMap(value -> Instants.parse(value.getLiteralLexicalForm(), settings.zone()));
    }

    private Optional<Node> one(Node node, Node property) {
        return G.listSP(registry, node, property).stream().min(java.util.Comparator.comparing(Node::toString));
    }

    private static String last(Node node) {
        return node.getURI().substring(node.getURI().lastIndexOf('/') + 1);
    }
}
