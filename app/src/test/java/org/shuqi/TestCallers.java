package org.shuqi;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Appointment;
import org.shuqi.access.Caller;
import org.shuqi.account.Digest;
import org.shuqi.change.Change;
import org.shuqi.change.Changes;
import org.shuqi.graph.Delta;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Foaf;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;
import org.shuqi.vocabulary.Trust;

/**
 * Accounts for tests: puts an account with appointments and a key into a registry, as the operator.
 *
 * <pre>{@code
 * var api = ApiServer.closedWithExample(data);
 * var head = TestCallers.key(api.bean(Changes.class), "head", Appointment.in(organization, Role.DEPARTMENT_HEAD));
 * api.get("/api/v1/datasets", "Authorization", head);
 * }</pre>
 */
public final class TestCallers {

    private TestCallers() {}

    /** Files the account and a key for it; the value of its {@code Authorization} header. */
    public static String key(Changes changes, String name, Appointment... appointments) {
        var key = "sqk_" + name + "_" + "0".repeat(40);
        var quads = new ArrayList<Quad>(records(name, appointments));
        var record = new Record("key", name);
        quads.add(record.says(Rdf.type, Trust.ApiKey));
        quads.add(record.says(Trust.ofAccount, account(name)));
        quads.add(record.says(Trust.keyDigest, text(Digest.of(key))));
        quads.add(record.says(Sq.validUntil, time("2099-01-01T00:00:00Z")));
        apply(changes, quads);
        return "Bearer " + key;
    }

    /** Registers a client certificate for the account. */
    public static void certificate(Changes changes, String name, String thumbprint) {
        var record = new Record("certificate", name);
        apply(
                changes,
                List.of(
                        record.says(Rdf.type, Trust.ClientCertificate),
                        record.says(Trust.ofAccount, account(name)),
                        record.says(Trust.thumbprint, text(thumbprint))));
    }

    /** Revokes the key of the account, long ago. */
    public static void revoke(Changes changes, String name) {
        apply(changes, List.of(new Record("key", name).says(Trust.revokedAt, time("2020-01-01T00:00:00Z"))));
    }

    /** The account of the name. */
    public static Node account(String name) {
        return NodeFactory.createURI(WorkedExample.BASE + "account/" + name);
    }

    /** What files the account and its appointments, which have no end. */
    public static List<Quad> records(String name, Appointment... appointments) {
        var quads = new ArrayList<Quad>();
        var account = new Record("account", name);
        quads.add(account.says(Rdf.type, Trust.Account));
        quads.add(account.says(Dct.identifier, text(name)));
        quads.add(account.says(Foaf.name, text(name)));
        for (var at = 0; at < appointments.length; at++) {
            var given = appointments[at];
            var record = new Record("appointment", name + "-" + at);
            quads.add(record.says(Rdf.type, Trust.Appointment));
            quads.add(record.says(Org.member, account(name)));
            quads.add(record.says(
                    Sq.approvalRole, Sq.code("approval-role", given.role().code())));
            quads.add(record.says(Sq.validFrom, time("2020-01-01T00:00:00Z")));
            given.organization().ifPresent(where -> quads.add(record.says(Org.organization, where)));
            given.division().ifPresent(where -> quads.add(record.says(Dct.spatial, where)));
        }
        return quads;
    }

    /** Writes as the operator. */
    public static void apply(Changes changes, List<Quad> quads) {
        changes.apply(
                new Change("test callers", OptionalLong.empty(), now -> new Delta(List.of(), quads)),
                Caller.operator());
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static Node time(String text) {
        return NodeFactory.createLiteralDT(text, XSDDatatype.XSDdateTime);
    }

    /** A record in the graph where the registry files it. */
    private record Record(String segment, String name) {

        Quad says(Node property, Node value) {
            return new Quad(
                    NodeFactory.createURI(WorkedExample.BASE + "graph/" + segment + "/" + name),
                    NodeFactory.createURI(WorkedExample.BASE + segment + "/" + name),
                    property,
                    value);
        }
    }
}
