package org.shuqi.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shuqi.decision.fact.Dataset;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Line;
import org.shuqi.decision.fact.Norm;
import org.shuqi.decision.fact.Party;
import org.shuqi.decision.fact.Scope;
import org.shuqi.decision.fact.Terms;

/** One question with what all its items share, looked up once. What was looked up does not depend on the instant asked about. */
final class Hearing {

    private final Index index;
    private final Jurisdiction jurisdiction;
    private final Question question;
    private final Supposed supposed;
    private final Party recipient;
    private final Optional<Party> provider;
    private final Ids purposes;
    private final Ids regions;
    private final Line themes;
    private final Line catalogues;
    private final List<Norm> norms;
    private final List<Grant> grants;

    Hearing(Index index, Jurisdiction jurisdiction, Question question) {
        this(index, jurisdiction, question, Supposed.NOTHING);
    }

    Hearing(Index index, Jurisdiction jurisdiction, Question question, Supposed supposed) {
        var dataset = question.dataset();
        this.index = index;
        this.jurisdiction = jurisdiction;
        this.question = question;
        this.supposed = supposed;
        this.recipient = index.party(question.recipient()).orElseThrow();
        this.provider = providerOf(index, question);
        this.purposes = index.broader(question.purpose());
        this.regions = question.region() == Terms.NONE ? Ids.NONE : index.broader(question.region());
        this.themes = index.lineOfConcepts(dataset.themes());
        this.catalogues = index.lineOfCatalogues(dataset.catalogues());
        this.norms = gatherNorms();
        this.grants = provider.isEmpty() ? List.of() : new Grants(this, provider.get()).relevant();
    }

    /** The same parties over the same entry for the same purpose. */
    private Hearing(Hearing same, Question question, Supposed supposed, List<Grant> grants) {
        this.index = same.index;
        this.jurisdiction = same.jurisdiction;
        this.question = question;
        this.supposed = supposed;
        this.recipient = same.recipient;
        this.provider = same.provider;
        this.purposes = same.purposes;
        this.regions = same.regions;
        this.themes = same.themes;
        this.catalogues = same.catalogues;
        this.norms = same.norms;
        this.grants = grants;
    }

    /** The same question about another instant; empty if somebody else might be asked by then. */
    Optional<Hearing> at(Instant other) {
        return question.provider() == Terms.NONE
                        && question.dataset().publishers().isEmpty()
                ? Optional.empty()
                : Optional.of(new Hearing(this, question.at(other), supposed, grants));
    }

    /** The same with these supposed, which replace all that is supposed so far. */
    Hearing supposing(Supposed others) {
        var with = provider.isEmpty() ? grants : new Grants(this, provider.get()).with(others);
        return new Hearing(this, question, others, with);
    }

    /** The same by another method. */
    Hearing by(Method other) {
        return new Hearing(this, question.by(other), supposed, grants);
    }

    /** The same about some of the items. */
    Hearing about(List<Item> some) {
        return new Hearing(this, question.about(some), supposed, grants);
    }

    /** The same from somebody else. */
    Hearing from(int other) {
        return new Hearing(index, jurisdiction, question.from(other), supposed);
    }

    /** The same data for somebody else, to keep. */
    Hearing receivedBy(int other) {
        return new Hearing(index, jurisdiction, question.receivedBy(other), supposed);
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

    /** What is heard beside the facts. */
    Supposed supposed() {
        return supposed;
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

    /** The themes of the entry, and all above them. */
    Ids themes() {
        return themes.all();
    }

    /** The catalogues of the entry, and all above them. */
    Ids catalogues() {
        return catalogues.all();
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
     * Whether the same is known of two items of the same traits: no rule names one of them, and what grants name one name the
     * other too. When data are passed on, somebody may speak of them in the hearing of the third party, so nothing is taken
     * for granted.
     */
    boolean isAlike(Item one, Item other) {
        return question.action() != Action.REDISTRIBUTE && isAlike(one.iri(), other.iri());
    }

    private boolean isAlike(int one, int other) {
        if (index.isNamed(one) || index.isNamed(other)) {
            return false;
        }
        for (var grant : grants) {
            if (isInOneOnly(grant.reach().targets(), one, other)
                    || isInOneOnly(grant.masking().items(), one, other)) {
                return false;
            }
        }
        for (var paper : supposed.papers()) {
            if (isInOneOnly(paper.scope().assets(), one, other)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInOneOnly(Ids items, int one, int other) {
        return items.contains(one) != items.contains(other);
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

    private List<Norm> gatherNorms() {
        var found = new ArrayList<Norm>(0);
        gather(found, index.normsOnAll());
        gather(found, index.normsOnAsset(question.dataset().iri()));
        gather(found, themes.norms());
        gather(found, catalogues.norms());
        var names = recipient.all();
        for (var place = 0; place < names.size(); place++) {
            gather(found, index.normsOnParty(names.at(place)));
        }
        return found;
    }

    /** Adds those that are between the parties and not there yet. */
    void gather(List<Norm> found, List<Norm> more) {
        for (var place = 0; place < more.size(); place++) {
            var norm = more.get(place);
            if (isBetween(norm.scope()) && !found.contains(norm)) {
                found.add(norm);
            }
        }
    }

    /** Whether the parties of a scope are these. */
    boolean isBetween(Scope scope) {
        return (scope.providers().isEmpty()
                        || (provider.isPresent() && provider.get().isAmong(scope.providers(), scope.subordinates())))
                && (scope.recipients().isEmpty() || recipient.isAmong(scope.recipients(), scope.subordinates()));
    }
}
