package org.shuqi.decision;

import java.util.Optional;
import org.shuqi.decision.fact.Basis;
import org.shuqi.decision.fact.Concept;
import org.shuqi.decision.fact.Grant;
import org.shuqi.decision.fact.Index;
import org.shuqi.decision.fact.Norm;
import org.shuqi.decision.fact.Organisation;
import org.shuqi.problem.Text;

/** What a person would call a record. */
final class Names {

    private final Index index;

    Names(Index index) {
        this.index = index;
    }

    /** The label of the record, else the last segment of its IRI, else the word itself. */
    Text of(String iri) {
        var id = index.id(iri);
        return index.organisation(id)
                .map(Organisation::name)
                .or(() -> index.concept(id).map(Concept::name))
                .or(() -> index.basis(id).map(Basis::title))
                .or(() -> fromFacts(id))
                .orElseGet(() -> segment(iri));
    }

    private Optional<Text> fromFacts(int iri) {
        for (var fact : index.factsOf(iri)) {
            if (fact instanceof Norm norm) {
                return Optional.of(norm.name());
            }
            if (fact instanceof Grant grant) {
                return Optional.of(grant.name());
            }
        }
        return Optional.empty();
    }

    private static Text segment(String iri) {
        var plain = iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
        return new Text("`" + plain + "`", "`" + plain + "`");
    }
}
