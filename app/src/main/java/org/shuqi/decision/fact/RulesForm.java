package org.shuqi.decision.fact;

import java.util.List;

/** The norms, grants, papers and designations of one subject as bytes. */
final class RulesForm implements Form<List<Fact>> {

    private static final int NORM = 0;
    private static final int GRANT = 1;
    private static final int EVIDENCE = 2;
    private static final int DESIGNATION = 3;

    private static final Effect[] EFFECTS = Effect.values();

    private final Parts parts;
    private final GrantForm grants;

    RulesForm(Parts parts) {
        this.parts = parts;
        this.grants = new GrantForm(parts);
    }

    @Override
    public void write(int key, List<Fact> facts, Writing to) {
        Parts.list(facts, to, this::write);
    }

    private void write(Fact fact, Writing to) {
        if (fact instanceof Norm norm) {
            to.putByte(NORM);
            write(norm, to);
        } else if (fact instanceof Grant grant) {
            to.putByte(GRANT);
            grants.write(grant, to);
        } else if (fact instanceof Evidence paper) {
            to.putByte(EVIDENCE);
            write(paper, to);
        } else if (fact instanceof Designation designation) {
            to.putByte(DESIGNATION);
            write(designation, to);
        } else {
            throw new IllegalArgumentException(fact.iri() + " is no rule");
        }
    }

    @Override
    public List<Fact> read(int key, Reading from) {
        return Parts.list(from, this::readFact);
    }

    private Fact readFact(Reading from) {
        int kind = from.getByte();
        return switch (kind) {
            case NORM -> norm(from);
            case GRANT -> grants.read(from);
            case EVIDENCE -> evidence(from);
            case DESIGNATION -> designation(from);
            default -> throw new IllegalStateException("no kind " + kind + " of rule");
        };
    }

    private void write(Norm norm, Writing to) {
        to.putInt(norm.iri());
        to.putByte(norm.effect().ordinal());
        write(norm.scope(), to);
        parts.span(norm.span(), to);
        parts.commonIds(norm.bases(), to);
        parts.commonIds(norm.exceptPurposes(), to);
        Parts.writeIds(norm.exceptRecipients(), to);
        Parts.writeIds(norm.overrides(), to);
        parts.commonIds(norm.requires(), to);
        Parts.writeIds(norm.regions(), to);
        Parts.writeIds(norm.thirdParties(), to);
        to.putBoolean(norm.waivedByMandate());
        grants.writeDuties(norm.duties(), to);
        Parts.writeText(norm.name(), to);
    }

    private Norm norm(Reading from) {
        int iri = from.getInt();
        var effect = EFFECTS[from.getByte()];
        var scope = scope(from);
        var span = parts.span(from);
        var bases = parts.commonIds(from);
        var exceptPurposes = parts.commonIds(from);
        var exceptRecipients = Parts.readIds(from);
        var overrides = Parts.readIds(from);
        var requires = parts.commonIds(from);
        var regions = Parts.readIds(from);
        var thirdParties = Parts.readIds(from);
        boolean waived = from.getBoolean();
        var duties = grants.readDuties(from);
        return new Norm(
                iri,
                effect,
                scope,
                span,
                bases,
                exceptPurposes,
                exceptRecipients,
                overrides,
                requires,
                regions,
                thirdParties,
                waived,
                duties,
                Parts.readText(from));
    }

    private void write(Scope scope, Writing to) {
        parts.commonIds(scope.providers(), to);
        Parts.writeIds(scope.assets(), to);
        Parts.writeIds(scope.recipients(), to);
        parts.commonIds(scope.purposes(), to);
        parts.commonIds(scope.methods(), to);
        to.putBoolean(scope.subordinates());
    }

    private Scope scope(Reading from) {
        var providers = parts.commonIds(from);
        var assets = Parts.readIds(from);
        var recipients = Parts.readIds(from);
        var purposes = parts.commonIds(from);
        var methods = parts.commonIds(from);
        return new Scope(providers, assets, recipients, purposes, methods, from.getBoolean());
    }

    private void write(Evidence paper, Writing to) {
        to.putInt(paper.iri());
        parts.commonIds(paper.types(), to);
        write(paper.scope(), to);
        to.putBoolean(paper.passed());
        parts.span(paper.span(), to);
        Parts.list(paper.destinations(), to, (code, into) -> into.putText(code));
    }

    private Evidence evidence(Reading from) {
        int iri = from.getInt();
        var types = parts.commonIds(from);
        var scope = scope(from);
        boolean passed = from.getBoolean();
        var span = parts.span(from);
        return new Evidence(iri, types, scope, passed, span, Parts.list(from, Reading::getText));
    }

    private void write(Designation designation, Writing to) {
        to.putInt(designation.iri());
        Parts.writeIds(designation.assets(), to);
        Parts.writeIds(designation.sources(), to);
        parts.span(designation.span(), to);
    }

    private Designation designation(Reading from) {
        int iri = from.getInt();
        var assets = Parts.readIds(from);
        var sources = Parts.readIds(from);
        return new Designation(iri, assets, sources, parts.span(from));
    }
}
