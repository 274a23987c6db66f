package org.shuqi.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shuqi.decision.fact.Effect;
import org.shuqi.decision.fact.Evidence;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Norm;
import org.shuqi.decision.fact.Scope;

/** Which rules, grants and papers speak of one item of a question, whatever the time. */
final class Relevance {

    private static final Comparator<Norm> BY_IRI =
            Comparator.comparing(Norm::iri).thenComparing(Norm::effect);

    private final Hearing hearing;
    private final Index index;
    private final Item item;
    private final List<String> assets;
    private final List<Norm> between;

    Relevance(Hearing hearing, Item item) {
        this.hearing = hearing;
        this.index = hearing.index();
        this.item = item;
        this.assets = assets();
        this.between = between();
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
        var speaking = new ArrayList<Norm>();
        for (var norm : between) {
            if (speaks(norm)) {
                speaking.add(norm);
            }
        }
        return speaking;
    }

    /** The norms about the item and the two parties, whatever purpose and method. */
    List<Norm> normsBetweenTheParties() {
        return between;
    }

    private List<Norm> between() {
        var found = new ArrayList<Norm>();
        addBetween(found, index.normsOnAll());
        for (var asset : assets) {
            addBetween(found, index.normsOnAsset(asset));
        }
        for (var names : hearing.recipientNames()) {
            for (var name : names) {
                addBetween(found, index.normsOnParty(name));
            }
        }
        if (found.size() > 1) {
            found.sort(BY_IRI);
        }
        return found;
    }

    private void addBetween(List<Norm> found, List<Norm> more) {
        for (var norm : more) {
            if (isBetweenTheParties(norm.scope()) && !found.contains(norm)) {
                found.add(norm);
            }
        }
    }

    private boolean speaks(Norm norm) {
        return suits(norm.scope(), lets(norm.effect())) && isAboutTheRegion(norm);
    }

    private static boolean lets(Effect effect) {
        return effect == Effect.MANDATE || effect == Effect.RETURN_FLOW;
    }

    private boolean isAboutTheRegion(Norm norm) {
        return norm.effect() != Effect.RETURN_FLOW || meet(norm.regions(), hearing.regions());
    }

    private boolean suits(Scope scope, boolean lets) {
        var method = hearing.question().method();
        return (scope.purposes().isEmpty() || meet(scope.purposes(), hearing.purposes()))
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
        var found = new ArrayList<Grant>();
        for (var grants : grantCandidates()) {
            for (var grant : grants) {
                if (isRelevant(grant, provider) && !found.contains(grant)) {
                    found.add(grant);
                }
            }
        }
        if (found.size() > 1) {
            found.sort(Comparator.comparing(Grant::iri));
        }
        return found;
    }

    private boolean isRelevant(Grant grant, Party provider) {
        return grant.usable()
                && provider.isAmong(grant.assigners(), false)
                && hearing.recipient().isAmong(grant.assignees(), grant.subordinates())
                && isTargetOf(grant);
    }

    /** From the recipient's side or from the item's, whichever has fewer. */
    private List<List<Grant>> grantCandidates() {
        var names = new ArrayList<List<Grant>>();
        for (var called : hearing.recipientNames()) {
            for (var name : called) {
                names.add(index.grantsTo(name));
            }
        }
        var fewest = size(names);
        if (fewest == 0) {
            return List.of();
        }
        var things = new ArrayList<List<Grant>>();
        for (var asset : assets) {
            things.add(index.grantsOn(asset));
        }
        return fewest <= size(things) ? names : things;
    }

    private static int size(List<List<Grant>> lists) {
        var size = 0;
        for (var list : lists) {
            size += list.size();
        }
        return size;
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
                .filter(paper -> isBetweenTheParties(paper.scope()) && suits(paper.scope(), true))
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
