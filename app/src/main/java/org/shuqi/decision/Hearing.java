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
    private static final int FEW = 8;

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

    /** Whether a norm, a grant, a paper or a designation names the item itself. */
    boolean isSpokenOf(Item item) {
        var iri = item.iri();
        if (!index.normsOnAsset(iri).isEmpty()
                || !index.evidenceOn(iri).isEmpty()
                || !index.designationsOn(iri).isEmpty()) {
            return true;
        }
        for (var grant : grants) {
            if (grant.reach().targets().contains(iri) || grant.masking().items().contains(iri)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Party> providerOf(Index index, Question question) {
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
        for (var place = 0; place < shelves.size(); place++) {
            gather(index.normsOnAsset(shelves.at(place)));
        }
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
        var found = new ArrayList<Grant>();
        for (var grants : candidates()) {
            for (var grant : grants) {
                if (grant.usable()
                        && giver.isAmong(grant.assigners(), false)
                        && recipient.isAmong(grant.reach().assignees(), grant.subordinates())
                        && !found.contains(grant)) {
                    found.add(grant);
                }
            }
        }
        return found;
    }

    /** From the recipient's side or from the side of the data, whichever has fewer. */
    private List<List<Grant>> candidates() {
        var received = new ArrayList<List<Grant>>();
        add(received, recipient.names());
        add(received, recipient.organisation().kinds());
        add(received, recipient.above());
        var size = size(received);
        if (size <= FEW) {
            return received;
        }
        var given = new ArrayList<List<Grant>>();
        given.add(index.grantsOn(question.dataset().iri()));
        addOn(given, shelves);
        for (var item : question.items()) {
            given.add(index.grantsOn(item.iri()));
            addOn(given, item.traits().levels());
            addOn(given, index.broader(item.traits().classes()));
        }
        return size <= size(given) ? received : given;
    }

    private void add(List<List<Grant>> lists, Ids parties) {
        for (var place = 0; place < parties.size(); place++) {
            lists.add(index.grantsTo(parties.at(place)));
        }
    }

    private void addOn(List<List<Grant>> lists, Ids assets) {
        for (var place = 0; place < assets.size(); place++) {
            lists.add(index.grantsOn(assets.at(place)));
        }
    }

    private static int size(List<List<Grant>> lists) {
        var size = 0;
        for (var list : lists) {
            size += list.size();
        }
        return size;
    }
}
