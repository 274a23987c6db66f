package org.shuqi.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shuqi.decision.fact.Dataset;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Norm;
import org.shuqi.decision.fact.Party;
import org.shuqi.decision.fact.Scope;
import org.shuqi.decision.fact.Terms;

/** One question with what all its items share, looked up once. */
final class Hearing {

    /** So few grants of a recipient are gone through without looking whether the data have fewer. */
    private static final int FEW = 64;

    private final Index index;
    private final Jurisdiction jurisdiction;
    private final Question question;
    private final Party recipient;
    private final Optional<Party> provider;
    private final Ids purposes;
    private final Ids regions;
    private final Ids shelves;
    private final List<Norm> norms = new ArrayList<>();
    private final List<Grant> grants;

    Hearing(Index index, Jurisdiction jurisdiction, Question question) {
        var dataset = question.dataset();
        this.index = index;
        this.jurisdiction = jurisdiction;
        this.question = question;
        this.recipient = index.party(question.recipient()).orElseThrow();
        this.provider = providerOf(index, question);
        this.purposes = index.broader(question.purpose());
        this.regions = question.region() == Terms.NONE ? Ids.NONE : index.broader(question.region());
        this.shelves = index.broader(dataset.themes()).and(index.listing(dataset.catalogues()));
        gatherNorms();
        this.grants = provider.isEmpty() ? List.of() : relevantGrants(provider.get());
    }

    Index index() {
        return index;
    }

    Jurisdiction jurisdiction() {
        return jurisdiction;
    }

    Question question() {
        return question;
    }

    Dataset dataset() {
        return question.dataset();
    }

    /** Who asks. */
    Party recipient() {
        return recipient;
    }

    /** Who is asked; empty if the question names none and the entry does not settle it. */
    Optional<Party> provider() {
        return provider;
    }

    /** The purpose and all that are broader. */
    Ids purposes() {
        return purposes;
    }

    /** The region and all above it; empty if none is named. */
    Ids regions() {
        return regions;
    }

    /** The themes and catalogues of the entry, and all above them. */
    Ids shelves() {
        return shelves;
    }

    /** The norms between the parties that name no asset, the entry, its themes or its catalogues. */
    List<Norm> norms() {
        return norms;
    }

    /** The grants from the provider to the recipient over the entry or one of the items, and perhaps over others. */
    List<Grant> grants() {
        return grants;
    }

    /**
     * Whether the same is known of two items of the same traits: nobody names one of them. When data are passed on, somebody
     * may speak of them in the hearing of the third party, so nothing is taken for granted.
     */
    boolean isAlike(Item one, Item other) {
        return question.action() != Action.REDISTRIBUTE && !isSpokenOf(one) && !isSpokenOf(other);
    }

    /** Whether a norm, a grant, a paper or a designation names the item itself. */
    private boolean isSpokenOf(Item item) {
        var iri = item.iri();
        if (index.isNamed(iri)) {
            return true;
        }
        for (var grant : grants) {
            if (grant.reach().targets().contains(iri) || grant.masking().items().contains(iri)) {
                return true;
            }
        }
        return false;
    }

    static Optional<Party> providerOf(Index index, Question question) {
        var named = question.provider() == Terms.NONE ? defaultProvider(index, question) : question.provider();
        return named == Terms.NONE ? Optional.empty() : index.party(named);
    }

    /** The publisher; an entry without one is provided by its designated source. */
    private static int defaultProvider(Index index, Question question) {
        var dataset = question.dataset();
        return dataset.publishers().isEmpty()
                ? designated(index, dataset.iri(), dataset.sources(), question).only()
                : dataset.publishers().only();
    }

    /** Whom the asset itself, or a designation in force, names as its source. */
    static Ids designated(Index index, int asset, Ids stated, Question question) {
        var named = stated;
        for (var designation : index.designationsOn(asset)) {
            if (designation.span().contains(question.at())) {
                named = named.and(designation.sources());
            }
        }
        return named;
    }

    private void gatherNorms() {
        gather(index.normsOnAll());
        gather(index.normsOnAsset(question.dataset().iri()));
        gather(index.normsOnConcepts(question.dataset().themes()));
        gather(index.normsOnCatalogues(question.dataset().catalogues()));
        gatherOnParty(recipient.names());
        gatherOnParty(recipient.organisation().kinds());
        gatherOnParty(recipient.above());
    }

    private void gatherOnParty(Ids names) {
        for (var place = 0; place < names.size(); place++) {
            gather(index.normsOnParty(names.at(place)));
        }
    }

    private void gather(List<Norm> more) {
        for (var norm : more) {
            if (isBetween(norm.scope()) && !norms.contains(norm)) {
                norms.add(norm);
            }
        }
    }

    /** Whether the parties of a scope are these. */
    boolean isBetween(Scope scope) {
        return (scope.providers().isEmpty()
                        || (provider.isPresent() && provider.get().isAmong(scope.providers(), scope.subordinates())))
                && (scope.recipients().isEmpty() || recipient.isAmong(scope.recipients(), scope.subordinates()));
    }

    private List<Grant> relevantGrants(Party giver) {
        var received = new ArrayList<List<Grant>>(2);
        gatherReceived(received, recipient.names());
        gatherReceived(received, recipient.organisation().kinds());
        gatherReceived(received, recipient.above());
        if (received.isEmpty()) {
            return List.of();
        }
        var size = 0;
        for (var grants : received) {
            size += grants.size();
        }
        var found = new ArrayList<Grant>(2);
        if (size <= FEW || size <= given()) {
            for (var grants : received) {
                add(found, grants, giver);
            }
        } else {
            addOn(found, giver);
        }
        return found;
    }

    private void gatherReceived(List<List<Grant>> received, Ids parties) {
        for (var place = 0; place < parties.size(); place++) {
            var grants = index.grantsTo(parties.at(place));
            if (!grants.isEmpty()) {
                received.add(grants);
            }
        }
    }

    private int given() {
        var size = index.grantsOn(question.dataset().iri()).size() + given(shelves);
        for (var item : question.items()) {
            size += index.grantsOn(item.iri()).size()
                    + given(item.traits().levels())
                    + given(index.broader(item.traits().classes()));
        }
        return size;
    }

    private int given(Ids assets) {
        var size = 0;
        for (var place = 0; place < assets.size(); place++) {
            size += index.grantsOn(assets.at(place)).size();
        }
        return size;
    }

    private void addOn(List<Grant> found, Party giver) {
        add(found, index.grantsOn(question.dataset().iri()), giver);
        addOn(found, shelves, giver);
        for (var item : question.items()) {
            add(found, index.grantsOn(item.iri()), giver);
            addOn(found, item.traits().levels(), giver);
            addOn(found, index.broader(item.traits().classes()), giver);
        }
    }

    private void addOn(List<Grant> found, Ids assets, Party giver) {
        for (var place = 0; place < assets.size(); place++) {
            add(found, index.grantsOn(assets.at(place)), giver);
        }
    }

    private void add(List<Grant> found, List<Grant> more, Party giver) {
        for (var grant : more) {
            if (grant.usable()
                    && giver.isAmong(grant.assigners(), false)
                    && recipient.isAmong(grant.reach().assignees(), grant.subordinates())
                    && !found.contains(grant)) {
                found.add(grant);
            }
        }
    }
}
