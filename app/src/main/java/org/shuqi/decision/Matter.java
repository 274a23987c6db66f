package org.shuqi.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.shuqi.decision.fact.Concept;
import org.shuqi.decision.fact.Effect;
import org.shuqi.decision.fact.Evidence;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Ids;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Known;
import org.shuqi.decision.fact.Norm;
import org.shuqi.decision.fact.Party;
import org.shuqi.decision.fact.Terms;
import org.shuqi.decision.fact.Traits;

/** One item of a question with what speaks of it at the instant asked about: what every stage looks at. */
final class Matter {

    private static final Ids STATE_COUNCIL_DECISION = Ids.of(Known.STATE_COUNCIL_DECISION);

    private final Hearing hearing;
    private final Item item;
    private final Relevance relevance;
    private final List<Norm> mandates;
    private final List<Grant> grants;
    private final List<Grant> agreements;
    private final Regime regime;

    Matter(Hearing hearing, Item item) {
        this(hearing, item, new Relevance(hearing, item));
    }

    private Matter(Hearing hearing, Item item, Relevance relevance) {
        this.hearing = hearing;
        this.item = item;
        this.relevance = relevance;
        this.mandates = mandatesInForce();
        this.grants = grantsInForce();
        this.agreements = agreements(grants);
        this.regime = Regime.of(this);
    }

    private Matter(Matter same, Item item) {
        this.hearing = same.hearing;
        this.item = item;
        this.relevance = same.relevance;
        this.mandates = same.mandates;
        this.grants = same.grants;
        this.agreements = same.agreements;
        this.regime = same.regime;
    }

    /** The matter of another item of which nothing else is known than of this one. */
    Matter of(Item other) {
        return other == item ? this : new Matter(this, other);
    }

    /** The same item at another instant. */
    Matter in(Hearing later) {
        return new Matter(later, item, relevance);
    }

    Hearing hearing() {
        return hearing;
    }

    Item item() {
        return item;
    }

    Traits traits() {
        return item.traits();
    }

    Relevance relevance() {
        return relevance;
    }

    Question question() {
        return hearing.question();
    }

    Jurisdiction jurisdiction() {
        return hearing.jurisdiction();
    }

    Party recipient() {
        return hearing.recipient();
    }

    Optional<Party> provider() {
        return hearing.provider();
    }

    Regime regime() {
        return regime;
    }

    private Index index() {
        return hearing.index();
    }

    private Instant at() {
        return hearing.question().at();
    }

    /** The IRI of an id. */
    String iri(int id) {
        return index().iri(id);
    }

    /** The IRIs of ids, sorted. */
    List<String> iris(Ids ids) {
        return ids.stream().mapToObj(this::iri).sorted().toList();
    }

    /** A reason that a norm gives. */
    Finding finding(Because because, Norm norm, String... about) {
        return new Finding(because, iri(norm.iri()), List.of(about), iris(norm.bases()));
    }

    /** A reason that the entry gives about the item. */
    Finding finding(Because because) {
        return Finding.of(because, entryIri(), itemIri());
    }

    /** IRI of the item. */
    String itemIri() {
        return iri(item.iri());
    }

    /** IRI of the entry. */
    String entryIri() {
        return iri(hearing.dataset().iri());
    }

    /** Every norm whose scopes match, in force or not. */
    List<Norm> norms() {
        return relevance.norms();
    }

    /** The mandates and return flows that apply and rest on a law in force. */
    List<Norm> mandates() {
        return mandates;
    }

    private List<Norm> mandatesInForce() {
        if (!relevance.has(Effect.MANDATE) && !relevance.has(Effect.RETURN_FLOW)) {
            return List.of();
        }
        var found = new ArrayList<Norm>(0);
        for (var norm : norms()) {
            if (isMandateInForce(norm)) {
                found.add(norm);
            }
        }
        return found;
    }

    private List<Grant> grantsInForce() {
        if (relevance.grants().isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Grant>(0);
        for (var grant : relevance.grants()) {
            if (grant.holdsAt(at()) && relevance.covers(grant)) {
                found.add(grant);
            }
        }
        return found;
    }

    private boolean isMandateInForce(Norm norm) {
        return norm.effect().carries() && norm.span().contains(at()) && isAnyInForce(norm.bases());
    }

    /** Whether a mandate in force names the recipient for this item, whatever purpose and method. */
    boolean isNamedByMandate() {
        return relevance.normsBetweenTheParties().stream()
                .anyMatch(norm -> !norm.scope().recipients().isEmpty() && isMandateInForce(norm));
    }

    /** Whether an agreement in force names the recipient for this item, whatever purpose and method. */
    boolean isNamedByAgreement() {
        return relevance.grants().stream().anyMatch(grant -> grant.agreement() && grant.holdsAt(at()));
    }

    /** The norms of one effect that apply, in force, and spare neither the purpose nor the recipient. */
    List<Norm> inForce(Effect effect) {
        if (!relevance.has(effect)) {
            return List.of();
        }
        var found = new ArrayList<Norm>(0);
        for (var norm : norms()) {
            if (norm.effect() == effect && norm.span().contains(at()) && !spares(norm)) {
                found.add(norm);
            }
        }
        return found;
    }

    private boolean spares(Norm norm) {
        return norm.exceptPurposes().meets(hearing.purposes())
                || recipient().isAmong(norm.exceptRecipients(), norm.scope().subordinates());
    }

    /** The grants that cover the item in force and count in this regime: agreements only, unless it is national. */
    List<Grant> grants() {
        return regime == Regime.NATIONAL ? grants : agreements;
    }

    /** The agreements that cover the item in force. */
    List<Grant> agreements() {
        return agreements;
    }

    private static List<Grant> agreements(List<Grant> grants) {
        if (grants.isEmpty()) {
            return grants;
        }
        var found = new ArrayList<Grant>(grants.size());
        for (var grant : grants) {
            if (grant.agreement()) {
                found.add(grant);
            }
        }
        return found;
    }

    /** The department designated as the source, if one only is: for the item, else for its entry; else none. */
    int source() {
        var own = Hearing.designated(index(), item.iri(), traits().sources(), question());
        var dataset = hearing.dataset();
        return own.isEmpty()
                ? Hearing.designated(index(), dataset.iri(), dataset.sources(), question())
                        .only()
                : own.only();
    }

    /** Whether valid evidence of that sort is on file. */
    boolean has(Predicate<Evidence> sort) {
        for (var paper : relevance.evidence()) {
            if (paper.passed() && paper.span().contains(at()) && sort.test(paper)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the legal basis is in force. */
    boolean isInForce(int basis) {
        var law = index().basis(basis);
        return law.isPresent() && law.get().span().contains(at());
    }

    /** Whether one of the legal bases is in force. */
    boolean isAnyInForce(Ids bases) {
        for (var place = 0; place < bases.size(); place++) {
            if (isInForce(bases.at(place))) {
                return true;
            }
        }
        return false;
    }

    /** The legal rank of a basis; empty if it is not registered or not clear. */
    OptionalInt rank(int basis) {
        var law = index().basis(basis);
        return law.isPresent() ? rankOf(law.get().ranks()) : OptionalInt.empty();
    }

    /** The rank of the only concept; empty if there are several, or it has none. */
    OptionalInt rankOf(Ids concepts) {
        var only = concepts.only();
        var concept = only == Terms.NONE ? Optional.<Concept>empty() : index().concept(only);
        return concept.isPresent() ? concept.get().rank() : OptionalInt.empty();
    }

    /** Whether one of the bases is in force and ranks with State Council decisions or above (Order 809 Art 15). */
    boolean isSufficient(Ids bases) {
        var least = rankOf(STATE_COUNCIL_DECISION);
        for (var place = 0; least.isPresent() && place < bases.size(); place++) {
            var basis = bases.at(place);
            if (isInForce(basis) && rank(basis).orElse(Integer.MIN_VALUE) >= least.getAsInt()) {
                return true;
            }
        }
        return false;
    }
}
