package org.shuqi.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shuqi.decision.fact.Effect;
import org.shuqi.decision.fact.Evidence;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Norm;
import org.shuqi.decision.fact.Scope;

/** Which rules, grants and papers speak of one item of a question, whatever the time. */
final class Relevance {

    private final Hearing hearing;
    private final Index index;
    private final Item item;
    private final List<String> assets;

    Relevance(Hearing hearing, Item item) {
        this.hearing = hearing;
        this.index = hearing.index();
        this.item = item;
        this.assets = assets();
    }

    /** All that an asset scope may call the item by. */
    private List<String> assets() {
        var called = new ArrayList<String>(hearing.shelves().size() + 6);
        called.add(item.iri());
        if (!item.iri().equals(hearing.dataset().iri())) {
            called.add(hearing.dataset().iri());
        }
        called.addAll(item.levels());
        for (var kind : item.classes()) {
            for (var above : Walk.broader(index, List.of(kind))) {
                if (!called.contains(above)) {
                    called.add(above);
                }
            }
        }
        called.addAll(hearing.shelves());
        return called;
    }

    /** The norms whose scopes match, sorted by IRI. */
    List<Norm> norms() {
        return candidates().filter(this::speaks).toList();
    }

    /** The norms about the item and the two parties, whatever purpose and method. */
    Stream<Norm> normsBetweenTheParties() {
        return candidates().filter(norm -> isBetweenTheParties(norm.scope()));
    }

    private Stream<Norm> candidates() {
        var found = new ArrayList<Norm>(index.normsOnAll());
        for (var asset : assets) {
            addNew(found, index.normsOnAsset(asset));
        }
        var recipient = hearing.recipient();
        Stream.of(recipient.names(), recipient.organisation().kinds(), recipient.above())
                .flatMap(List::stream)
                .forEach(name -> addNew(found, index.normsOnParty(name)));
        found.sort(Comparator.comparing(Norm::iri).thenComparing(Norm::effect));
        return found.stream();
    }

    private static <T> void addNew(List<T> found, List<T> more) {
        for (var one : more) {
            if (!found.contains(one)) {
                found.add(one);
            }
        }
    }

    private boolean speaks(Norm norm) {
        return speaksOf(norm.scope(), lets(norm.effect())) && isAboutTheRegion(norm);
    }

    private static boolean lets(Effect effect) {
        return effect == Effect.MANDATE || effect == Effect.RETURN_FLOW;
    }

    private boolean isAboutTheRegion(Norm norm) {
        return norm.effect() != Effect.RETURN_FLOW || meet(norm.regions(), hearing.regions());
    }

    private boolean speaksOf(Scope scope, boolean lets) {
        var method = hearing.question().method();
        return isBetweenTheParties(scope)
                && (scope.purposes().isEmpty() || meet(scope.purposes(), hearing.purposes()))
                && (scope.methods().isEmpty()
                        || (lets
                                ? method.isAllowedBy(scope.methods())
                                : scope.methods().contains(method.iri())));
    }

    private boolean isBetweenTheParties(Scope scope) {
        return (scope.providers().isEmpty()
                        || hearing.provider()
                                .filter(party -> party.isAmong(scope.providers(), scope.subordinates()))
                                .isPresent())
                && (scope.recipients().isEmpty()
                        || hearing.recipient().isAmong(scope.recipients(), scope.subordinates()));
    }

    /** The grants from the provider to the recipient over the item, whatever purpose and method, sorted by IRI. */
    List<Grant> grants() {
        if (hearing.provider().isEmpty()) {
            return List.of();
        }
        var provider = hearing.provider().get();
        return grantCandidates()
                .filter(grant -> grant.usable()
                        && provider.isAmong(grant.assigners(), false)
                        && hearing.recipient().isAmong(grant.assignees(), grant.subordinates())
                        && isTargetOf(grant))
                .distinct()
                .sorted(Comparator.comparing(Grant::iri))
                .toList();
    }

    /** From the recipient's side or from the item's, whichever has fewer. */
    private Stream<Grant> grantCandidates() {
        var recipient = hearing.recipient();
        var names = Stream.of(recipient.names(), recipient.organisation().kinds(), recipient.above())
                .flatMap(List::stream)
                .map(index::grantsTo)
                .toList();
        var things = assets.stream().map(index::grantsOn).toList();
        return (size(names) <= size(things) ? names : things).stream().flatMap(List::stream);
    }

    private static int size(List<List<Grant>> lists) {
        return lists.stream().mapToInt(List::size).sum();
    }

    /** Whether the grant allows the purpose and the method; where it is silent, what the entry says holds. */
    boolean covers(Grant grant) {
        return allowsPurpose(grant) && allowsMethod(grant);
    }

    boolean isTargetOf(Grant grant) {
        return meet(grant.targets(), assets);
    }

    boolean allowsPurpose(Grant grant) {
        var offered = item.offer().purposes();
        return grant.purposes().isEmpty()
                ? offered.isEmpty() || meet(offered, hearing.purposes())
                : grant.purposes().stream().allMatch(allowed -> meet(allowed, hearing.purposes()));
    }

    boolean allowsMethod(Grant grant) {
        var method = hearing.question().method();
        return grant.methods().isEmpty()
                ? method.isAllowedBy(item.offer().methods())
                : grant.methods().stream().allMatch(method::isAllowedBy);
    }

    /** The papers that speak of these data, parties, purpose and method. */
    List<Evidence> evidence() {
        return assets.stream()
                .flatMap(asset -> index.evidenceOn(asset).stream())
                .filter(paper -> speaksOf(paper.scope(), true))
                .distinct()
                .toList();
    }

    /** Whether a party scope of a grant or consent names the party itself, a collection or its kind. */
    static boolean names(List<String> scope, Optional<Party> party) {
        return party.filter(one -> one.isAmong(scope, false)).isPresent();
    }

    static boolean meet(List<String> some, List<String> others) {
        for (var one : some) {
            if (others.contains(one)) {
                return true;
            }
        }
        return false;
    }
}
