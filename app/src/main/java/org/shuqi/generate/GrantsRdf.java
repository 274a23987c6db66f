package org.shuqi.generate;

import java.util.List;
import org.apache.jena.graph.Node;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Odrl;
import org.shuqi.vocabulary.Skos;
import org.shuqi.vocabulary.Sq;

/** Writes agreements, requests and the assessments that agreements rest on: one graph for each. */
final class GrantsRdf {

    private static final Node PURPOSE = Odrl.purpose;
    private static final Node DELETE_AFTER_USE = Terms.zh("办结后三十日内删除");
    private static final Node IMPACT_ASSESSMENT = Sq.code("evidence", "impact-assessment");

    private final World world;
    private final Grants grants;
    private final Quads everywhere;

    GrantsRdf(World world, Grants grants, Quads everywhere) {
        this.world = world;
        this.grants = grants;
        this.everywhere = everywhere;
    }

    void write() {
        for (long number = 0; number < world.size().agreements(); number++) {
            var agreement = grants.agreement(number);
            writeAgreement(agreement);
            writeAssessments(agreement);
        }
        for (long number = 0; number < world.size().requests(); number++) {
            writeRequest(grants.request(number));
        }
    }

    private void writeAgreement(Grant agreement) {
        var iri = agreement.iri();
        var quads = everywhere.in(world.graph("agreement/" + agreement.code()));
        quads.a(iri, Sq.SharingAgreement);
        quads.add(iri, Dct.identifier, Terms.text(agreement.code()));
        quads.add(iri, Dct.title, Terms.zh(agreement.entry().title() + "共享协议"));
        quads.add(iri, Sq.validFrom, Day.start(agreement.from()));
        quads.add(iri, Sq.validUntil, Day.start(agreement.until()));
        if (agreement.state() != Grant.State.DRAFT) {
            quads.add(iri, Sq.activatedAt, Day.start(agreement.from() - 5));
        }
        if (agreement.state() == Grant.State.TERMINATED) {
            quads.add(iri, Sq.terminatedAt, Day.start(agreement.stateSince()));
        }
        if (agreement.state() == Grant.State.SUSPENDED) {
            var suspension = Terms.iri(iri.getURI() + "#s1");
            quads.add(iri, Sq.suspension, suspension);
            quads.a(suspension, Sq.Suspension);
            quads.add(suspension, Sq.validFrom, Day.start(agreement.stateSince()));
            if (agreement.number() % 2 == 0) {
                quads.add(suspension, Sq.validUntil, Day.start(agreement.stateSince() + 120));
            }
        }
        var duty = Terms.iri(iri.getURI() + "#d1");
        quads.add(writePermission(quads, agreement), Odrl.duty, duty);
        quads.a(duty, Odrl.Duty);
        quads.add(duty, Odrl.action, Odrl.delete);
        quads.add(duty, Skos.prefLabel, DELETE_AFTER_USE);
    }

    private void writeRequest(Grant request) {
        var iri = request.iri();
        var quads = everywhere.in(world.graph("request/" + request.code()));
        quads.a(iri, Sq.SharingRequest);
        quads.add(iri, Dct.identifier, Terms.text(request.code()));
        quads.add(iri, Sq.requester, request.recipients().get(0).iri());
        quads.add(iri, Sq.usageBasis, Terms.zh("依法履行职责"));
        quads.add(iri, Sq.usageScenario, Terms.zh("办理政务服务事项"));
        quads.add(iri, Sq.usageScope, Terms.zh("本机关内部"));
        quads.add(iri, Sq.sharingMethod, request.entry().methods().get(0));
        quads.add(iri, Sq.usageUntil, Day.date(request.until()));
        quads.add(iri, Sq.submittedAt, Day.start(request.from() - 8));
        quads.add(iri, Sq.receivedAt, Day.start(request.from() - 7));
        if (request.state() != Grant.State.DRAFT) {
            boolean consented = request.state() != Grant.State.REFUSED;
            quads.add(iri, Sq.consented, consented ? Terms.TRUE : Terms.FALSE);
            quads.add(iri, Sq.repliedAt, Day.start(request.from()));
            if (!consented) {
                quads.add(iri, Sq.refusalReason, Terms.zh("用途不在目录列明的使用用途之内"));
            }
        }
        quads.add(iri, Sq.validFrom, Day.start(request.from()));
        quads.add(iri, Sq.validUntil, Day.start(request.until()));
        writePermission(quads, request);
    }

    private Node writePermission(Quads quads, Grant grant) {
        var permission = Terms.iri(grant.iri().getURI() + "#p1");
        quads.add(grant.iri(), Odrl.permission, permission);
        quads.a(permission, Odrl.Permission);
        quads.add(permission, Odrl.assigner, grant.entry().publisher().iri());
        for (var recipient : grant.recipients()) {
            quads.add(permission, Odrl.assignee, recipient.iri());
        }
        quads.add(permission, Odrl.action, Sq.receive);
        for (var entry : grant.entries()) {
            if (grant.items().isEmpty()) {
                quads.add(permission, Odrl.target, entry.iri());
            }
        }
        for (var item : grant.items()) {
            quads.add(permission, Odrl.target, grant.entry().item(item));
        }
        if (grant.number() % 16 == 0) {
            quads.add(permission, Sq.includesSubordinates, Terms.TRUE);
        }
        constrain(quads, permission, "#c1", PURPOSE, grant.purposes());
        constrain(quads, permission, "#c2", Sq.method, grant.methods());
        return permission;
    }

    private static void constrain(Quads quads, Node permission, String name, Node operand, List<Node> values) {
        if (values.isEmpty()) {
            return;
        }
        var constraint = Terms.iri(permission.getURI().replace("#p1", name));
        quads.add(permission, Odrl.constraint, constraint);
        quads.a(constraint, Odrl.Constraint);
        quads.add(constraint, Odrl.leftOperand, operand);
        quads.add(constraint, Odrl.operator, Odrl.isAnyOf);
        quads.all(constraint, Odrl.rightOperand, values);
    }

    /** Most agreements about sensitive data rest on an impact assessment; some of those have run out. */
    private void writeAssessments(Grant agreement) {
        var dice = world.dice("assessment", agreement.number());
        if (!agreement.coversSensitiveData() || dice.percent(30)) {
            return;
        }
        for (int i = 0; i < agreement.entries().size(); i++) {
            var code = "AS-G" + (agreement.number() + 1) + "-" + (i + 1);
            var iri = world.iri("assessment/" + code);
            var quads = everywhere.in(world.graph("assessment/" + code));
            int until = dice.percent(12) ? Day.TODAY - dice.between(1, 60) : agreement.until();
            quads.a(iri, Sq.Assessment);
            quads.add(iri, Dct.identifier, Terms.text(code));
            quads.add(iri, Dct.type, IMPACT_ASSESSMENT);
            quads.add(iri, Sq.assetScope, agreement.entries().get(i).iri());
            for (var recipient : agreement.recipients()) {
                quads.add(iri, Sq.recipientScope, recipient.iri());
            }
            quads.add(iri, Sq.passed, dice.percent(95) ? Terms.TRUE : Terms.FALSE);
            quads.add(iri, Sq.assessedAt, Day.start(agreement.from() - 20));
            quads.add(iri, Sq.validFrom, Day.date(agreement.from() - 20));
            quads.add(iri, Sq.validUntil, Day.date(until));
        }
    }
}
