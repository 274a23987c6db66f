package org.shuqi.decision.fact;

import java.util.List;
import java.util.function.IntPredicate;
import org.shuqi.problem.Text;
import org.shuqi.time.Span;

/**
 * A rule: one structure for every effect.
 *
 * @param iri which
 * @param effect what it does
 * @param scope what it is about
 * @param span when it is in force
 * @param bases its legal bases
 * @param exceptPurposes purposes it spares
 * @param exceptRecipients parties it spares
 * @param overrides the norms it goes before, whatever their rank
 * @param requires the evidence it demands
 * @param regions the divisions whose rows it is about
 * @param thirdParties whom data may be passed on to
 * @param waivedByMandate whether it gives way where a mandate applies
 * @param duties what it obliges the recipient to
 * @param name label in both languages
 */
public record Norm(
        int iri,
        Effect effect,
        Scope scope,
        Span span,
        Ids bases,
        Ids exceptPurposes,
        Ids exceptRecipients,
        Ids overrides,
        Ids requires,
        Ids regions,
        Ids thirdParties,
        boolean waivedByMandate,
        List<Duty> duties,
        Text name)
        implements Fact {

    /** Whether it names no asset, and is about what these organisations give to recipients that it names. */
    boolean isBetweenSingles(IntPredicate isOrganisation) {
        return scope.assets().isEmpty()
                && !scope.recipients().isEmpty()
                && !scope.providers().isEmpty()
                && scope.providers().stream().allMatch(isOrganisation);
    }
}
