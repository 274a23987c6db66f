package org.shuqi.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.shuqi.decision.fact.Basis;
import org.shuqi.decision.fact.Concept;
import org.shuqi.decision.fact.Effect;
import org.shuqi.decision.fact.Evidence;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Item;
import org.shuqi.decision.fact.Norm;

/** One item of a question with what speaks of it at the instant asked about: what every stage looks at. */
final class Matter {

    private final Hearing hearing;
    private final Item item;
    private final Relevance relevance;
    private final List<Norm> norms;
    private final List<Norm> mandates;
    private final List<Grant> grants;
    private final Regime regime;

    Matter(Hearing hearing, Item item) {
        this.hearing = hearing;
        this.item = item;
        this.relevance = new Relevance(hearing, item);
        this.norms = relevance.norms();
        this.mandates = mandatesInForce();
        this.grants = grantsInForce();
        this.regime = Regime.of(this);
    }

    Hearing hearing() {
        return hearing;
    }

    Item item() {
        return item;
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

    /** Every norm whose scopes match, in force or not. */
    List<Norm> norms() {
        return norms;
    }

    /** The mandates and return flows that apply and rest on a law in force. */
    List<Norm> mandates() {
        return mandates;
    }

    private List<Norm> mandatesInForce() {
        var found = new ArrayList<Norm>();
        for (var norm : norms) {
            if (isMandateInForce(norm)) {
                found.add(norm);
            }
        }
        return found;
    }

    private List<Grant> grantsInForce() {
        var found = new ArrayList<Grant>();
        for (var grant : relevance.grants()) {
            if (grant.holdsAt(at()) && relevance.covers(grant)) {
                found.add(grant);
            }
        }
        return found;
    }

    private boolean isMandateInForce(Norm norm) {
        return (norm.effect() == Effect.MANDATE || norm.effect() == Effect.RETURN_FLOW)
                && norm.span().contains(at())
                && norm.bases().stream().anyMatch(this::isInForce);
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
        var found = new ArrayList<Norm>();
        for (var norm : norms) {
            if (norm.effect() == effect && norm.span().contains(at()) && !spares(norm)) {
                found.add(norm);
            }
        }
        return found;
    }

    private boolean spares(Norm norm) {
        return Relevance.meet(norm.exceptPurposes(), hearing.purposes())
                || recipient().isAmong(norm.exceptRecipients(), norm.scope().subordinates());
    }

    /** The grants that cover the item in force and count in this regime: agreements only, unless it is national. */
    List<Grant> grants() {
        return regime == Regime.NATIONAL ? grants : agreements();
    }

    /** The agreements that cover the item in force. */
    List<Grant> agreements() {
        var found = new ArrayList<Grant>();
        for (var grant : grants) {
            if (grant.agreement()) {
                found.add(grant);
            }
        }
        return found;
    }

    /** The department designated as the source, if one only is: for the item, else for its entry. */
    Optional<String> source() {
        var own = Hearing.designated(index(), item.iri(), item.sources(), question());
        var dataset = hearing.dataset();
        return Hearing.only(
                own.isEmpty() ? Hearing.designated(index(), dataset.iri(), dataset.sources(), question()) : own);
    }

    /** Whether valid evidence of that sort is on file. */
    boolean has(Predicate<Evidence> sort) {
        return relevance.evidence().stream()
                .anyMatch(paper -> paper.passed() && paper.span().contains(at()) && sort.test(paper));
    }

    /** Whether the legal basis is in force. */
    boolean isInForce(String basis) {
        return index().basis(basis).filter(law -> law.span().contains(at())).isPresent();
    }

    /** The legal rank of a basis; empty if it is not registered or not clear. */
    OptionalInt rank(String basis) {
        return index().basis(basis).map(Basis::ranks).map(this::rankOf).orElse(OptionalInt.empty());
    }

    /** The rank of the only concept; empty if there are several, or it has none. */
    OptionalInt rankOf(List<String> concepts) {
        return Hearing.only(concepts)
                .flatMap(iri -> index().concept(iri))
                .map(Concept::rank)
                .orElse(OptionalInt.empty());
    }

    /** Whether one of the bases is in force and ranks with State Council decisions or above (Order 809 Art 15). */
    boolean isSufficient(List<String> bases) {
        var least = rankOf(List.of(Codes.STATE_COUNCIL_DECISION));
        return least.isPresent()
                && bases.stream()
                        .anyMatch(
                                basis -> isInForce(basis) && rank(basis).orElse(Integer.MIN_VALUE) >= least.getAsInt());
    }
}
