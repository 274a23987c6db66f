package org.shuqi.clock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;

/** The jurisdiction profiles: which one holds in a division, and what it says of time limits. */
final class Regimes {

    private static final String SHIPPED = "https://w3id.org/shuqi/profile/national";

    /** A limit is not longer; what says so is a mistake. */
    private static final int LONGEST = 1000;

    private final Facts facts;
    private final Node configured;
    private final Map<Optional<Node>, List<Node>> lines = new HashMap<>();

    Regimes(Facts facts, Optional<String> profile, String baseIri) {
        this.facts = facts;
        var own = NodeFactory.createURI(baseIri + "profile/national");
        this.configured = profile.map(NodeFactory::createURI)
                .orElseGet(() -> facts.isA(own, Sq.JurisdictionProfile) ? own : NodeFactory.createURI(SHIPPED));
    }

    /**
     * A time limit as a profile sets it.
     *
     * @param profile that sets it
     * @param deadline its node
     * @param days its length
     * @param extensionDays most days of an extension
     * @param approver role that approves one
     * @param law what it rests on
     */
    record Limit(Node profile, Node deadline, int days, int extensionDays, Optional<String> approver, List<Node> law) {}

    /**
     * The limit that holds in the division: the shortest of the profile there and those it extends, for a local one may only
     * shorten (Order 809, article 23); of equals the higher one, which is the law. What none of them sets is taken from the
     * national profile that comes with the registry.
     */
    Optional<Limit> limit(Optional<Node> division, String clock) {
        var own = line(division).stream()
                .flatMap(profile -> limits(profile, clock).stream())
                .toList();
        var limits = own.isEmpty() ? limits(NodeFactory.createURI(SHIPPED), clock) : own;
        return limits.stream()
                .reduce((nearer, higher) -> higher.days() <= nearer.days() ? higher : nearer)
                .map(shortest -> withLeastExtension(shortest, limits));
    }

    /** The number that a property of the profile gives, if it gives one. */
    OptionalInt number(Node profile, Node property) {
        return facts.number(profile, property);
    }

    /** The nearest profile that gives a number for the property. */
    Optional<Node> saying(Optional<Node> division, Node property) {
        return Stream.concat(line(division).stream(), Stream.of(NodeFactory.createURI(SHIPPED)))
                .filter(profile -> facts.number(profile, property).isPresent())
                .findFirst();
    }

    /** Whether a clock starts anew after missing material was supplied; it does unless a profile says otherwise. */
    boolean restarts(Optional<Node> division) {
        for (var profile : line(division)) {
            if (facts.isTrue(profile, Sq.supplementRestartsClock)) {
                return true;
            }
            if (facts.isFalse(profile, Sq.supplementRestartsClock)) {
                return false;
            }
        }
        return true;
    }

    private static Limit withLeastExtension(Limit limit, List<Limit> all) {
        var least = all.stream().mapToInt(Limit::extensionDays).min().orElse(0);
        return new Limit(limit.profile(), limit.deadline(), limit.days(), least, limit.approver(), limit.law());
    }

    private List<Limit> limits(Node profile, String clock) {
        var limits = new ArrayList<Limit>();
        for (var deadline : facts.all(profile, Sq.deadline)) {
            var days = facts.number(deadline, Sq.workingDays);
            if (facts.says(deadline, Sq.clock, Sq.code("clock", clock))
                    && days.isPresent()
                    && days.getAsInt() > 0
                    && days.getAsInt() <= LONGEST) {
                limits.add(new Limit(
                        profile,
                        deadline,
                        days.getAsInt(),
                        facts.number(deadline, Sq.extensionDays).orElse(0),
                        facts.one(deadline, Sq.extensionApprover).map(Facts::code),
                        facts.all(deadline, Sq.legalBasis)));
            }
        }
        return limits;
    }

    /** The profile of the division and those it extends, nearest first. */
    private List<Node> line(Optional<Node> division) {
        return lines.computeIfAbsent(division, place -> {
            var line = new LinkedHashSet<Node>();
            for (var next = List.of(place.flatMap(this::local).orElse(configured)); !next.isEmpty(); ) {
                var added = next.stream().filter(line::add).toList();
                next = added.stream()
                        .flatMap(each -> facts.all(each, Sq.extendsProfile).stream())
                        .toList();
            }
            return List.copyOf(line);
        });
    }

    /** The profile of the nearest area that has one; of two for one area the configured one. */
    private Optional<Node> local(Node division) {
        return facts.areas(division).stream()
                .map(area -> facts.having(Sq.jurisdiction, area).stream()
                        .filter(each -> facts.says(each, Rdf.type, Sq.JurisdictionProfile))
                        .min(Comparator.comparing((Node each) -> !each.equals(configured))
                                .thenComparing(Facts::compare)))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
