package org.shuqi.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shuqi.decision.fact.Effect;
import org.shuqi.decision.fact.Evidence;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Line;
import org.shuqi.decision.fact.Norm;
import org.shuqi.decision.fact.Party;
import org.shuqi.decision.fact.Scope;

/** Which rules, grants and papers speak of one item of a question, whatever the time. Belongs to one thread. */
final class Relevance {

    private final Hearing hearing;
    private final Index index;
    private final Item item;
    private final Line classes;
    private final List<Norm> between;
    private final List<Norm> norms;
    private final int effects;
    private final List<Grant> grants;
    private @Nullable List<Evidence> evidence;

    Relevance(Hearing hearing, Item item) {
        this.hearing = hearing;
        this.index = hearing.index();
        this.item = item;
        this.classes = index.lineOfConcepts(item.traits().classes());
        this.between = between();
        this.norms = suitable();
        this.effects = effects(norms);
        this.grants = over();
    }

    /** The norms whose scopes match. */
    List<Norm> norms() {
        return norms;
    }

    /** Whether one of the norms has that effect. */
    boolean has(Effect effect) {
        return (effects & 1 << effect.ordinal()) != 0;
    }

    private static int effects(List<Norm> norms) {
        var effects = 0;
        for (var norm : norms) {
            effects |= 1 << norm.effect().ordinal();
        }
        return effects;
    }

    private List<Norm> suitable() {
        var speaking = new ArrayList<Norm>(between.size());
        for (var norm : between) {
            if (suits(norm.scope(), norm.effect().carries()) && isAboutTheRegion(norm)) {
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
        var found = new ArrayList<>(hearing.norms());
        if (index.isNamed(item.iri())) {
            hearing.gather(found, index.normsOnAsset(item.iri()));
        }
        var levels = item.traits().levels();
        for (var place = 0; place < levels.size(); place++) {
            hearing.gather(found, index.normsOnAsset(levels.at(place)));
        }
        hearing.gather(found, classes.norms());
        return found;
    }

    private boolean isAboutTheRegion(Norm norm) {
        return norm.effect() != Effect.RETURN_FLOW || norm.regions().meets(hearing.regions());
    }

    private boolean suits(Scope scope, boolean lets) {
        var method = hearing.question().method();
        return (scope.purposes().isEmpty() || scope.purposes().meets(hearing.purposes()))
                && (scope.methods().isEmpty()
                        || (lets
                                ? method.isAllowedBy(scope.methods())
                                : scope.methods().contains(method.id())));
    }

    /** The grants from the provider to the recipient over the item, whatever purpose and method. */
    List<Grant> grants() {
        return grants;
    }

    private List<Grant> over() {
        var known = hearing.grants();
        if (known.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Grant>(known.size());
        for (var grant : known) {
            if (isTargetOf(grant)) {
                found.add(grant);
            }
        }
        return found;
    }

    /** Whether the grant allows the purpose and the method; where it is silent, what the entry says holds. */
    boolean covers(Grant grant) {
        return allowsPurpose(grant) && allowsMethod(grant);
    }

    private boolean isTargetOf(Grant grant) {
        return isTargetOf(grant, item);
    }

    /** Whether the grant is over this item, or over another one that shares this relevance. */
    boolean isTargetOf(Grant grant, Item which) {
        return isCalled(grant.reach().targets(), which);
    }

    /** Whether one of these is what an asset scope may call the item by. */
    private boolean isCalled(Ids names, Item which) {
        return names.contains(which.iri())
                || names.contains(hearing.dataset().iri())
                || names.meets(item.traits().levels())
                || names.meets(classes.all())
                || names.meets(hearing.themes())
                || names.meets(hearing.catalogues());
    }

    boolean allowsPurpose(Grant grant) {
        var purposes = grant.reach().purposes();
        if (purposes.isEmpty()) {
            var offered = item.traits().offer().purposes();
            return offered.isEmpty() || offered.meets(hearing.purposes());
        }
        for (var allowed : purposes) {
            if (!allowed.meets(hearing.purposes())) {
                return false;
            }
        }
        return true;
    }

    boolean allowsMethod(Grant grant) {
        var method = hearing.question().method();
        var methods = grant.reach().methods();
        if (methods.isEmpty()) {
            return method.isAllowedBy(item.traits().offer().methods());
        }
        for (var allowed : methods) {
            if (!method.isAllowedBy(allowed)) {
                return false;
            }
        }
        return true;
    }

    /** The papers that speak of these data, parties, purpose and method. */
    List<Evidence> evidence() {
        var known = evidence;
        if (known == null) {
            known = gathered();
            evidence = known;
        }
        return known;
    }

    private List<Evidence> gathered() {
        var found = new ArrayList<Evidence>(0);
        gather(found, index.evidenceOn(item.iri()));
        gather(found, index.evidenceOn(hearing.dataset().iri()));
        gather(found, item.traits().levels());
        gather(found, classes.all());
        gather(found, hearing.themes());
        gather(found, hearing.catalogues());
        for (var paper : hearing.supposed().papers()) {
            if (isCalled(paper.scope().assets(), item)) {
                gather(found, List.of(paper));
            }
        }
        return found;
    }

    private void gather(List<Evidence> found, Ids assets) {
        for (var place = 0; place < assets.size(); place++) {
            gather(found, index.evidenceOn(assets.at(place)));
        }
    }

    private void gather(List<Evidence> found, List<Evidence> more) {
        for (var paper : more) {
            if (hearing.isBetween(paper.scope()) && suits(paper.scope(), true) && !found.contains(paper)) {
                found.add(paper);
            }
        }
    }

    /** Whether a party scope of a grant or consent names the party itself, a collection or its kind. */
    static boolean names(Ids scope, Optional<Party> party) {
        return party.isPresent() && party.get().isAmong(scope, false);
    }
}
