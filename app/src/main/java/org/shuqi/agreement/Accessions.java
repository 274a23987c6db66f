package org.shuqi.agreement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.shuqi.casework.Cases;
import org.shuqi.casework.StepForm;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.RecordKind;
import org.shuqi.record.Records;
import org.shuqi.record.Terms;
import org.shuqi.record.Written;
import org.shuqi.vocabulary.Odrl;

/** Recipients that join an agreement open to accession, or leave one; the others are not touched. */
public final class Accessions {

    private final Records records;
    private final Cases cases;

    private Accessions(Records records, Cases cases) {
        this.records = records;
        this.cases = cases;
    }

    /** Over one registry. */
    public static Accessions over(Records records, Cases cases) {
        return new Accessions(records, cases);
    }

    /**
     * Who joins or leaves.
     *
     * @param by IRI or name of the organisation
     * @param person who signs for it; the caller if absent
     * @param note in what capacity, or why; needed to leave
     * @param at since when, not after now; now if absent
     * @param with the digital signature of whoever joins, in the words of the published context
     */
    public record Form(
            String by, Optional<String> person, Optional<String> note, Optional<Instant> at, ObjectNode with) {

        @Override
        public ObjectNode with() {
            return with.deepCopy();
        }
    }

    /**
     * The organisation signs and is a recipient from that instant on.
     *
     * @throws Refusal TAKEN if it is one already, NOT_A_STEP if the agreement is not in force, INVALID if it is not open
     */
    public Written join(String id, Form form, Terms terms) {
        if (receives(id, form.by())) {
            throw Refusal.of(Kind.TAKEN, "`%s` 已经是接收方", "`%s` is a recipient of this agreement already", form.by());
        }
        return cases.take(RecordKind.AGREEMENTS, id, step(form, "accede"), terms);
    }

    /**
     * The organisation is no recipient from that instant on.
     *
     * @throws Refusal UNUSABLE if it is none, INVALID if it is the last
     */
    public Written leave(String id, Form form, Terms terms) {
        if (!receives(id, form.by())) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "`%s` 不是接收方；请核对 by",
                    "`%s` is no recipient of this agreement; check `by`",
                    form.by());
        }
        return cases.take(RecordKind.AGREEMENTS, id, step(form, "leave"), terms);
    }

    private boolean receives(String id, String name) {
        var agreement = records.read(RecordKind.AGREEMENTS, id);
        Node party = records.iri(RecordKind.ORGANIZATIONS, name);
        return new Said(agreement.description(), agreement.iri())
                .each(Odrl.permission)
                .anyMatch(permission -> permission.has(Odrl.assignee, party)
                        && !Copy.hasLimit(agreement.description(), permission.node(), "left"));
    }

    private static StepForm step(Form form, String step) {
        return new StepForm(
                "active",
                Optional.of(step),
                form.note(),
                Optional.of(form.by()),
                Optional.of("department-head"),
                form.person(),
                form.at(),
                form.with());
    }
}
