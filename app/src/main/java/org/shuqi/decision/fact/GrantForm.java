package org.shuqi.decision.fact;

import java.util.List;

/** The permissions of agreements and requests as bytes. */
final class GrantForm {

    private final Parts parts;

    GrantForm(Parts parts) {
        this.parts = parts;
    }

    void write(Grant grant, Writing to) {
        to.putInt(grant.source());
        to.putInt(grant.number());
        to.putBoolean(grant.agreement());
        to.putBoolean(grant.usable());
        parts.commonIds(grant.assigners(), to);
        to.putBoolean(grant.subordinates());
        write(grant.reach(), to);
        to.putBoolean(grant.masking().whole());
        Parts.writeIds(grant.masking().items(), to);
        writeDuties(grant.duties(), to);
        Parts.writeText(grant.name(), to);
    }

    Grant read(Reading from) {
        int source = from.getInt();
        int number = from.getInt();
        boolean agreement = from.getBoolean();
        boolean usable = from.getBoolean();
        var assigners = parts.commonIds(from);
        boolean subordinates = from.getBoolean();
        var reach = reach(from);
        var masking = masking(from.getBoolean(), Parts.readIds(from));
        var duties = readDuties(from);
        return new Grant(
                source,
                number,
                agreement,
                usable,
                assigners,
                subordinates,
                reach,
                masking,
                duties,
                Parts.readText(from));
    }

    private static Grant.Masking masking(boolean whole, Ids items) {
        return whole || !items.isEmpty() ? new Grant.Masking(whole, items) : Grant.Masking.NONE;
    }

    private void write(Grant.Reach reach, Writing to) {
        parts.commonIds(reach.assignees(), to);
        Parts.writeIds(reach.targets(), to);
        parts.commonLists(reach.purposes(), to);
        parts.commonLists(reach.methods(), to);
        Parts.list(reach.windows(), to, parts::span);
        write(reach.term(), to);
        parts.commonIds(reach.onward(), to);
    }

    private Grant.Reach reach(Reading from) {
        var assignees = parts.commonIds(from);
        var targets = Parts.readIds(from);
        var purposes = parts.commonLists(from);
        var methods = parts.commonLists(from);
        var windows = Parts.list(from, parts::span);
        var term = term(from);
        return new Grant.Reach(assignees, targets, purposes, methods, windows, term, parts.commonIds(from));
    }

    private void write(Term term, Writing to) {
        parts.perhaps(term.begun(), to);
        parts.span(term.period(), to);
        Parts.list(term.suspensions(), to, parts::span);
        parts.instant(term.ended(), to);
    }

    private Term term(Reading from) {
        var begun = parts.perhaps(from);
        var period = parts.span(from);
        var suspensions = Parts.list(from, parts::span);
        return new Term(begun, period, suspensions, parts.instant(from));
    }

    void writeDuties(List<Duty> duties, Writing to) {
        Parts.list(duties, to, (duty, into) -> {
            into.putInt(duty.iri());
            Parts.orNone(duty.action(), into);
            into.putBoolean(duty.said());
            parts.commonText(duty.text(), into);
        });
    }

    List<Duty> readDuties(Reading from) {
        return Parts.list(from, each -> {
            int iri = each.getInt();
            int action = Parts.orNone(each);
            boolean said = each.getBoolean();
            return new Duty(iri, action, said, parts.commonText(each));
        });
    }
}
