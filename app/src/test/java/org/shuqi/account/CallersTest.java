package org.shuqi.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shuqi.TestCallers;
import org.shuqi.WorkedExample;
import org.shuqi.access.Appointment;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.change.Change;
import org.shuqi.change.ChangeDoor;
import org.shuqi.change.Guard;
import org.shuqi.graph.Delta;
import org.shuqi.graph.Store;
import org.shuqi.graph.Stores;
import org.shuqi.problem.Refusal;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;
import org.shuqi.vocabulary.Trust;

/** From what is shown at the door to a caller, with what holds at that moment and nothing else. */
class CallersTest {

    private static final Node POLICE = NodeFactory.createURI(WorkedExample.BASE + "organization/police");
    private static final Node HEAD = NodeFactory.createURI(WorkedExample.BASE + "appointment/head-0");

    @TempDir
    Path data;

    private final Hand clock = new Hand();
    private Store store;
    private ChangeDoor changes;
    private Callers callers;
    private Passwords passwords;
    private Accounts accounts;

    @BeforeEach
    void open() {
        store = Stores.open(data.resolve("store"));
        changes = ChangeDoor.open(store, Guard.NONE);
        callers = Callers.of(store, WorkedExample.BASE, ZoneId.of("Asia/Shanghai"), clock);
        passwords = Passwords.in(data, clock);
        accounts = Accounts.of(changes, callers, passwords, WorkedExample.BASE, clock);
        TestCallers.apply(changes, TestCallers.records("head", Appointment.in(POLICE, Role.SHARING_OFFICE_HEAD)));
        TestCallers.apply(changes, TestCallers.records("clerk"));
    }

    @AfterEach
    void close() {
        changes.close();
        store.close();
    }

    @Test
    void anIssuedKeyOpensItsAccountUntilItEnds() {
        var issued = accounts.issueKey(
                TestCallers.account("head"),
                Optional.of("desk"),
                clock.instant().plus(Duration.ofDays(30)),
                Caller.operator());

        var caller = callers.byKey(issued.key()).orElseThrow();
        assertThat(caller.id()).isEqualTo(TestCallers.account("head").getURI());
        assertThat(caller.appointments()).containsExactly(Appointment.in(POLICE, Role.SHARING_OFFICE_HEAD));
        assertThat(callers.byKey(issued.key() + "x")).isEmpty();
        clock.pass(Duration.ofDays(30).minusSeconds(1));
        assertThat(callers.byKey(issued.key())).isPresent();
        clock.pass(Duration.ofSeconds(1));
        assertThat(callers.byKey(issued.key())).isEmpty();
    }

    @Test
    void noKeyStandsInLogOrGraph() throws Exception {
        var issued = accounts.issueKey(
                TestCallers.account("head"),
                Optional.empty(),
                clock.instant().plus(Duration.ofDays(30)),
                Caller.operator());
        var password = accounts.issuePassword(TestCallers.account("head"), Caller.operator());

        try (var files = Files.walk(data)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
                assertThat(bytes)
                        .as(file.toString())
                        .doesNotContain(issued.key())
                        .doesNotContain(password);
            }
        }
        assertThat(callers.byKey(issued.key())).isPresent();
        assertThat(passwords.check(Optional.of(TestCallers.account("head")), password))
                .isEqualTo(Passwords.Outcome.ONE_TIME);
    }

    @Test
    void aRevokedKeyAndADisabledAccountOpenNothing() {
        var until = clock.instant().plus(Duration.ofDays(30));
        var one = accounts.issueKey(TestCallers.account("head"), Optional.empty(), until, Caller.operator());
        var other = accounts.issueKey(TestCallers.account("head"), Optional.empty(), until, Caller.operator());

        accounts.revoke(one.record(), Caller.operator());
        assertThat(callers.byKey(one.key())).isEmpty();
        assertThat(callers.byKey(other.key())).isPresent();
        accounts.disable(TestCallers.account("head"), Caller.operator());
        assertThat(callers.byKey(other.key())).isEmpty();
        assertThat(callers.of(TestCallers.account("head"))).isEmpty();
    }

    @Test
    void aKeyIsNoCertificateAndTheOtherWayRound() {
        TestCallers.apply(
                changes,
                List.of(
                        quad("certificate/gate", Rdf.type, Trust.ClientCertificate),
                        quad("certificate/gate", Trust.ofAccount, TestCallers.account("clerk")),
                        quad(
                                "certificate/gate",
                                Trust.thumbprint,
                                NodeFactory.createLiteralString(Digest.of("certificate")))));
        var key = TestCallers.key(changes, "clerk").substring("Bearer ".length());

        assertThat(callers.byCertificate(Digest.of("certificate"))).isPresent();
        assertThat(callers.byKey("certificate")).isEmpty();
        assertThat(callers.byKey(key)).isPresent();
        assertThat(callers.byCertificate(Digest.of(key))).isEmpty();
    }

    @Test
    void appointmentsBeginAndEndByTheClock() {
        appoint("clerk", "later", Role.READER, "2026-07-01T00:00:00+08:00", "2026-08-01");

        assertThat(roles("clerk")).isEmpty();
        clock.at("2026-07-01T00:00:00+08:00");
        assertThat(roles("clerk")).containsExactly(Role.READER);
        clock.at("2026-07-31T23:59:59+08:00");
        assertThat(roles("clerk")).containsExactly(Role.READER);
        clock.at("2026-08-01T00:00:00+08:00");
        assertThat(roles("clerk")).isEmpty();
        clock.at("2026-07-15T00:00:00+08:00");
        assertThat(roles("clerk")).containsExactly(Role.READER);
    }

    @Test
    void anAppointmentThatCannotBeReadGivesNothing() {
        var appointment = "appointment/odd";
        for (var odd : List.of(
                List.of(quad(appointment, Org.organization, POLICE), quad(appointment, Org.organization, HEAD)),
                List.of(quad(appointment, Org.organization, NodeFactory.createLiteralString("police"))),
                List.of(quad(appointment, Sq.validUntil, NodeFactory.createLiteralString("some day"))),
                List.of(quad(appointment, Sq.validFrom, NodeFactory.createLiteralString("soon"))),
                List.of(quad(appointment, Sq.approvalRole, Sq.code("approval-role", "auditor"))),
                List.of(
                        quad(appointment, Sq.validUntil, time("2020-01-01T00:00:00Z")),
                        quad(appointment, Sq.validUntil, time("2099-01-01T00:00:00Z"))))) {
            var quads = new ArrayList<>(odd);
            quads.add(quad(appointment, Rdf.type, Trust.Appointment));
            quads.add(quad(appointment, Org.member, TestCallers.account("clerk")));
            quads.add(quad(appointment, Sq.approvalRole, Sq.code("approval-role", "reader")));
            TestCallers.apply(changes, quads);

            assertThat(roles("clerk")).as(odd.toString()).isEmpty();
            change(quads, List.of());
        }
    }

    @Test
    void nobodyIsAppointedOperatorAndNoOtherGraphAppointsAnybody() {
        appoint("clerk", "operator", "operator");
        var elsewhere = TestCallers.records("intruder", Appointment.everywhere(Role.SECURITY_OFFICER)).stream()
                .map(quad ->
                        new Quad(NodeFactory.createURI(WorkedExample.BASE + "graph/catalog/police"), quad.asTriple()))
                .toList();
        TestCallers.apply(changes, elsewhere);
        var forged = TestCallers.records("clerk", Appointment.everywhere(Role.AUDITOR)).stream()
                .filter(quad -> quad.getSubject().getURI().contains("appointment"))
                .map(quad -> new Quad(
                        NodeFactory.createURI(WorkedExample.BASE + "graph/appointment/head-0"), quad.asTriple()))
                .toList();
        TestCallers.apply(changes, forged);

        assertThat(roles("clerk")).isEmpty();
        assertThat(callers.of(TestCallers.account("intruder"))).isEmpty();
    }

    @Test
    void aRoleIsHandedOnForATimeAndEndsWithItsHolders() {
        var head = callers.of(TestCallers.account("head")).orElseThrow();
        var from = clock.instant();
        var delegated =
                accounts.delegate(HEAD, TestCallers.account("clerk"), from, from.plus(Duration.ofDays(14)), head);

        assertThat(callers.of(TestCallers.account("clerk")).orElseThrow().appointments())
                .containsExactly(Appointment.in(POLICE, Role.SHARING_OFFICE_HEAD));
        clock.pass(Duration.ofDays(14));
        assertThat(roles("clerk")).isEmpty();
        clock.pass(Duration.ofDays(-7));
        assertThat(roles("clerk")).containsExactly(Role.SHARING_OFFICE_HEAD);
        TestCallers.apply(
                changes,
                List.of(quad(
                        "appointment/head-0",
                        Sq.validUntil,
                        NodeFactory.createLiteralDT(
                                clock.instant().plusSeconds(60).toString(), XSDDatatype.XSDdateTime))));
        assertThat(roles("clerk")).containsExactly(Role.SHARING_OFFICE_HEAD);
        clock.pass(Duration.ofSeconds(60));
        assertThat(roles("clerk")).isEmpty();
        assertThat(delegated.getURI()).startsWith(WorkedExample.BASE + "appointment/delegated-");
    }

    @Test
    void aDelegationEndsWhenTheAccountOfItsHolderIsDisabled() {
        var head = callers.of(TestCallers.account("head")).orElseThrow();
        accounts.delegate(
                HEAD,
                TestCallers.account("clerk"),
                clock.instant(),
                clock.instant().plus(Duration.ofDays(14)),
                head);
        assertThat(roles("clerk")).containsExactly(Role.SHARING_OFFICE_HEAD);

        accounts.disable(TestCallers.account("head"), Caller.operator());

        assertThat(roles("clerk")).isEmpty();
    }

    @Test
    void whatWasHandedOnIsNotHandedFurtherNorIsAnothersOrForLonger() {
        var head = callers.of(TestCallers.account("head")).orElseThrow();
        var now = clock.instant();
        var soon = now.plus(Duration.ofDays(14));
        var delegated = accounts.delegate(HEAD, TestCallers.account("clerk"), now, soon, head);
        var clerk = callers.of(TestCallers.account("clerk")).orElseThrow();

        assertThatThrownBy(() -> accounts.delegate(delegated, TestCallers.account("head"), now, soon, clerk))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot be delegated further");
        assertThatThrownBy(() -> accounts.delegate(HEAD, TestCallers.account("clerk"), now, soon, clerk))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not yours");
        assertThatThrownBy(() -> accounts.delegate(HEAD, TestCallers.account("nobody"), now, soon, head))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("there is no account");
        assertThatThrownBy(() -> accounts.delegate(HEAD, TestCallers.account("clerk"), soon, now, head))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ends after it starts");
        assertThatThrownBy(() -> accounts.delegate(HEAD, TestCallers.account("nobody"), soon, now, head))
                .as("whether there is such an account is told only when it would be handed on")
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ends after it starts");
        assertThatThrownBy(() -> accounts.delegate(HEAD, TestCallers.account("nobody"), now, soon, clerk))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not yours");
        var early = Instant.parse("2019-01-01T00:00:00Z");
        assertThatThrownBy(() -> accounts.delegate(HEAD, TestCallers.account("clerk"), early, soon, head))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("within the appointment");
    }

    @Test
    void aForgedDelegationGivesNothing() {
        appoint("clerk", "forged", Role.AUDITOR, "2026-01-01", "2027-01-01");
        TestCallers.apply(changes, List.of(quad("appointment/forged", Trust.delegatedFrom, HEAD)));
        assertThat(roles("clerk")).isEmpty();

        appoint("clerk", "dangling", Role.AUDITOR, "2026-01-01", "2027-01-01");
        TestCallers.apply(changes, List.of(quad("appointment/dangling", Trust.delegatedFrom, POLICE)));
        assertThat(roles("clerk")).isEmpty();
    }

    @Test
    void anIdentityThatTwoAccountsClaimOpensNeither() {
        claim("head", "https://idp.example/realm", "42");
        assertThat(callers.byIdentity("https://idp.example/realm", "42")).isPresent();
        assertThat(callers.byIdentity("https://idp.example/other", "42")).isEmpty();
        assertThat(callers.byIdentity("https://idp.example/realm", "4")).isEmpty();

        claim("clerk", "https://idp.example/realm", "42");

        assertThat(callers.byIdentity("https://idp.example/realm", "42")).isEmpty();
    }

    @Test
    void aKeyOpensForAYearAtMost() {
        for (var days : List.of(0, -1, 401)) {
            assertThatThrownBy(() -> accounts.issueKey(
                            TestCallers.account("head"),
                            Optional.empty(),
                            clock.instant().plus(Duration.ofDays(days)),
                            Caller.operator()))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void theFirstAccountIsMadeOnceAndMayAppointOthers() {
        try (var empty = Stores.open(data.resolve("empty"));
                var door = ChangeDoor.open(empty, Guard.NONE)) {
            var known = Callers.of(empty, WorkedExample.BASE, ZoneOffset.UTC, clock);
            var kept = Passwords.in(data.resolve("store"), clock);
            var some = Accounts.of(door, known, kept, WorkedExample.BASE, clock);

            var password = some.first("admin").orElseThrow();

            assertThat(some.first("admin")).isEmpty();
            assertThat(kept.check(Optional.of(some.named("admin")), password)).isEqualTo(Passwords.Outcome.ONE_TIME);
            assertThat(known.of(some.named("admin")).orElseThrow().is(Role.SECURITY_OFFICER))
                    .isTrue();
            assertThat(known.of(some.named("admin")).orElseThrow().is(Role.REGISTRAR))
                    .isFalse();
        }
    }

    @Test
    void theRosterThatFollowsChangesIsTheOneReadAnew() {
        var seed = Long.getLong("shuqi.seed", new Random().nextLong());
        System.out.println("seed " + seed + " (repeat with -Dshuqi.seed=" + seed + ")");
        var random = new Random(seed);
        var derivation = new RosterDerivation(new EntryReader(WorkedExample.BASE, ZoneOffset.UTC));
        var followed = store.derive(derivation);
        var pool = new ArrayList<Quad>();
        for (var each = 0; each < 6; each++) {
            pool.addAll(TestCallers.records(
                    "a" + each, Appointment.in(POLICE, Role.values()[1 + each]), Appointment.everywhere(Role.READER)));
            pool.add(quad(
                    "appointment/a" + each + "-1",
                    Trust.delegatedFrom,
                    NodeFactory.createURI(WorkedExample.BASE + "appointment/a" + (each + 1) % 6 + "-0")));
            pool.add(quad("key/k" + each, Rdf.type, Trust.ApiKey));
            pool.add(quad("key/k" + each, Trust.ofAccount, TestCallers.account("a" + random.nextInt(6))));
            pool.add(quad("key/k" + each, Trust.keyDigest, NodeFactory.createLiteralString("d" + each % 3)));
            pool.add(quad("account/a" + each, Trust.signInIssuer, NodeFactory.createLiteralString("i")));
            pool.add(quad("account/a" + each, Trust.signInSubject, NodeFactory.createLiteralString("s" + each % 4)));
        }
        for (var round = 0; round < 150; round++) {
            change(some(pool, random), some(pool, random));
            try (var now = store.read()) {
                assertThat(followed.current()).isEqualTo(derivation.build(now.dataset(), now.revision()));
            }
        }
        assertThat(followed.current().entries()).isNotEmpty();
    }

    private static List<Quad> some(List<Quad> pool, Random random) {
        return pool.stream().filter(quad -> random.nextInt(8) == 0).toList();
    }

    private Set<Role> roles(String name) {
        return callers.of(TestCallers.account(name)).orElseThrow().appointments().stream()
                .map(Appointment::role)
                .collect(java.util.stream.Collectors.toSet());
    }

    private void claim(String name, String issuer, String subject) {
        TestCallers.apply(
                changes,
                List.of(
                        quad(
                                "account/" + name,
                                Trust.signInIssuer,
                                NodeFactory.createLiteralDT(issuer, XSDDatatype.XSDanyURI)),
                        quad("account/" + name, Trust.signInSubject, NodeFactory.createLiteralString(subject))));
    }

    private void appoint(String name, String id, Role role, String from, String until) {
        appoint(name, id, role.code());
        TestCallers.apply(
                changes,
                List.of(
                        quad("appointment/" + id, Sq.validFrom, time(from)),
                        quad("appointment/" + id, Sq.validUntil, time(until))));
    }

    private void appoint(String name, String id, String role) {
        TestCallers.apply(
                changes,
                List.of(
                        quad("appointment/" + id, Rdf.type, Trust.Appointment),
                        quad("appointment/" + id, Org.member, TestCallers.account(name)),
                        quad("appointment/" + id, Sq.approvalRole, Sq.code("approval-role", role))));
    }

    private void change(List<Quad> removed, List<Quad> added) {
        changes.apply(new Change("test", OptionalLong.empty(), now -> new Delta(removed, added)), Caller.operator());
    }

    private static Node time(String text) {
        return NodeFactory.createLiteralDT(text, text.contains("T") ? XSDDatatype.XSDdateTime : XSDDatatype.XSDdate);
    }

    private static Quad quad(String record, Node property, Node value) {
        return new Quad(
                NodeFactory.createURI(WorkedExample.BASE + "graph/" + record),
                NodeFactory.createURI(WorkedExample.BASE + record),
                property,
                value);
    }

    /** A clock that is set by hand. */
    static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-06-01T04:00:00Z");

        void at(String time) {
            now = java.time.OffsetDateTime.parse(time).toInstant();
        }

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
