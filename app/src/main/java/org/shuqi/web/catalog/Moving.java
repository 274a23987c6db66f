package org.shuqi.web.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Delta;
import org.apache.jena.system.G;
import org.shuqi.access.Appointment;
import org.shuqi.access.Role;
import org.shuqi.access.Standing;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;
import org.shuqi.vocabulary.Trust;
import org.shuqi.web.Said;
import org.shuqi.web.View;

/** What comes of giving an organisation another parent or another area, as far as the reader may see it. */
final class Moving {

    private static final List<Node> PLACES = List.of(Org.subOrganizationOf, Dct.spatial);
    private static final int NAMED = 5;

    private final Graph before;
    private final Graph after;
    private final Node organization;
    private final View view;

    /**
     * With the statements that are to hold.
     *
     * @param planned what the record would say
     */
    Moving(Graph registry, Node organization, Graph planned, View view) {
        this.before = registry;
        this.organization = organization;
        this.view = view;
        var changed = new Delta(registry);
        for (var place : PLACES) {
            registry.find(organization, place, Node.ANY).toList().forEach(changed::delete);
            planned.find(organization, place, Node.ANY).toList().forEach(changed::add);
        }
        this.after = changed;
    }

    /** What it would be moved to, in a word that a form can carry; empty text if it stays where it is. */
    String target() {
        return places(before).equals(places(after)) ? "" : String.join(" ", places(after));
    }

    /** What would be otherwise, in sentences. */
    List<Said> consequences() {
        var was = Standing.of(organization, before);
        var will = Standing.of(organization, after);
        var said = new ArrayList<Said>();
        say(said, "organization.moves.parent", name(before, Org.subOrganizationOf), name(after, Org.subOrganizationOf));
        var below = below();
        if (below > 0) {
            said.add(words("organization.moves.below", view.number(below)));
        }
        say(said, "organization.moves.area", area(before), area(after));
        say(said, "organization.moves.profile", profile(was, before), profile(will, after));
        reach(said, "organization.moves.loses", was, will);
        reach(said, "organization.moves.gains", will, was);
        return said;
    }

    private void say(List<Said> said, String key, String was, String will) {
        if (!was.equals(will)) {
            said.add(words(key, was, will));
        }
    }

    /** Whose appointments reach it where it stands in the one place and not where it stands in the other. */
    private void reach(List<Said> said, String key, Standing here, Standing there) {
        var found = before.find(Node.ANY, Rdf.type, Trust.Appointment).toList().stream()
                .map(Triple::getSubject)
                .filter(node -> reach(node)
                        .filter(held -> here.isReachedBy(held) && !there.isReachedBy(held))
                        .isPresent())
                .map(node -> one(before, node, Org.member).map(this::name).orElse(""))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!found.isEmpty()) {
            said.add(words(
                    key, view.number(found.size()), found.stream().limit(NAMED).collect(Collectors.joining(", "))));
        }
    }

    private Optional<Appointment> reach(Node appointment) {
        return one(before, appointment, Sq.approvalRole)
                .flatMap(role -> Role.of(role.getURI().replaceAll(".*/", "")))
                .map(role -> new Appointment(
                        role, one(before, appointment, Org.organization), one(before, appointment, Dct.spatial)));
    }

    private long below() {
        Set<Node> known = new HashSet<>();
        var open = new ArrayList<>(List.of(organization));
        while (!open.isEmpty()) {
            G.listPO(before, Org.subOrganizationOf, open.remove(open.size() - 1)).stream()
                    .filter(known::add)
                    .forEach(open::add);
        }
        known.remove(organization);
        return known.size();
    }

    /** Its own area, or that of the nearest organisation above it that has one. */
    private String area(Graph registry) {
        var at = Optional.of(organization);
        for (var up = 0; at.isPresent() && up < 30; up++) {
            var area = one(registry, at.get(), Dct.spatial);
            if (area.isPresent()) {
                return name(area.get());
            }
            at = one(registry, at.get(), Org.subOrganizationOf);
        }
        return view.t("organization.nothing");
    }

    private String profile(Standing standing, Graph registry) {
        return registry.find(Node.ANY, Rdf.type, Sq.JurisdictionProfile).toList().stream()
                .map(Triple::getSubject)
                .filter(profile -> one(registry, profile, Sq.jurisdiction)
                        .filter(standing.divisions()::contains)
                        .isPresent())
                .max((one, other) -> Integer.compare(depth(one, registry), depth(other, registry)))
                .map(this::name)
                .orElseGet(() -> view.t("organization.nothing"));
    }

    /** How far down the area of a profile lies: the nearest one holds. */
    private int depth(Node profile, Graph registry) {
        var depth = 0;
        var at = one(registry, profile, Sq.jurisdiction);
        while (at.isPresent() && depth < 30) {
            depth++;
            at = one(registry, at.get(), Skos.broader);
        }
        return depth;
    }

    private List<String> places(Graph registry) {
        return PLACES.stream()
                .flatMap(place -> G.listSP(registry, organization, place).stream())
                .map(Node::toString)
                .sorted()
                .toList();
    }

    private String name(Graph registry, Node property) {
        return one(registry, organization, property).map(this::name).orElseGet(() -> view.t("organization.nothing"));
    }

    private String name(Node node) {
        return Said.name(before, node, view.language()).text();
    }

    private Said words(String key, Object... arguments) {
        return new Said(view.t(key, arguments), view.lang());
    }

    private static Optional<Node> one(Graph registry, Node subject, Node property) {
        return G.listSP(registry, subject, property).stream()
                .filter(Node::isURI)
                .findFirst();
    }
}
