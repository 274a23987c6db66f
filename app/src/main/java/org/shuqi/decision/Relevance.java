package org.shuqi.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shuqi.decision.fact.Effect;
import org.shuqi.decision.fact.Evidence;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Norm;
import org.shuqi.decision.fact.Party;
import org.shuqi.decision.fact.Scope;

/** Which rules, grants and papers speak of one item of a question, whatever the time. */
final class Relevance {

    private final Hearing hearing;
    private final Index index;
    private final Item item;
    private final Ids classes;
    private final List<Norm> between;
    private final List<Grant> grants;

    Relevance(Hearing hearing, Item item) {
        this.hearing = hearing;
        this.index = hearing.index();
        this.item = item;
        this.classes = index.broader(item.traits().classes());
        this.between = between();
        this.grants = over();
    }

    /** The norms whose scopes match. */
    List<Norm> norms() {
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
            add(found, index.normsOnAsset(item.iri()));
        }
        var levels = item.traits().levels();
        for (var place = 0; place < levels.size(); place++) {
            add(found, index.normsOnAsset(levels.at(place)));
        }
        add(found, index.normsOnConcepts(item.traits().classes()));
        return found;
    }

    private void add(List<Norm> found, List<Norm> more) {
        for (var norm : more) {
            if (hearing.isBetween(norm.scope()) && !found.contains(norm)) {
                found.add(norm);
            }
        }
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
        var found = new ArrayList<Grant>(hearing.grants().size());
        for (var grant : hearing.grants()) {
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

    boolean isTargetOf(Grant grant) {
        return isCalled(grant.reach().targets());
    }

    /** Whether one of these is what an asset scope may call the item by. */
    private boolean isCalled(Ids names) {
        return names.contains(item.iri())
                || names.contains(hearing.dataset().iri())
                || names.meets(item.traits().levels())
                || names.meets(classes)
                || names.meets(hearing.shelves());
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
        var found = new ArrayList<Evidence>();
        gather(found, index.evidenceOn(item.iri()));
        gather(found, index.evidenceOn(hearing.dataset().iri()));
        gather(found, item.traits().levels());
        gather(found, classes);
        gather(found, hearing.shelves());
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
        return party.filter(one -> one.isAmong(scope, false)).isPresent();
    }
}
