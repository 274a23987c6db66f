package org.shuqi.account;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.shuqi.access.Appointment;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.account.Papers.Paper;
import org.shuqi.change.Change;
import org.shuqi.change.Changes;
import org.shuqi.change.Edit;
import org.shuqi.graph.Delta;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.record.RecordKind;
import org.shuqi.vocabulary.Dct;
import org.shuqi.vocabulary.Foaf;
import org.shuqi.vocabulary.Org;
import org.shuqi.vocabulary.Rdf;
import org.shuqi.vocabulary.Sq;
import org.shuqi.vocabulary.Trust;

/**
 * What is done about accounts beside filing them: keys, one-time passwords, disabling, handing a role to somebody for a time.
 *
 * <p>Each is one change through the one door, in the name of who does it. What people do about their own account they may do
 * whatever their roles are; about another's, the door decides.
 */
public final class Accounts {

    /** Longest that a key may open. */
    public static final Duration LONGEST_KEY = Duration.ofDays(400);

    /** Longest that a key still opens after another took its place. */
    public static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    /** After the start of whatever has one. */
    private static final Duration FAR_AWAY = Duration.ofDays(365_000);

    private static final int SECRET_BYTES = 32;
    private static final int PREFIX_BYTES = 6;

    private final Changes changes;
    private final Callers callers;
    private final Passwords passwords;
    private final Papers papers;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private Accounts(Changes changes, Callers callers, Passwords passwords, Papers papers, Clock clock) {
        this.changes = changes;
        this.callers = callers;
        this.passwords = passwords;
        this.papers = papers;
        this.clock = clock;
    }

    /**
     * Of one registry.
     *
     * @param base start of the IRIs of its records
     */
    public static Accounts of(Changes changes, Callers callers, Passwords passwords, String base, Clock clock) {
        return new Accounts(changes, callers, passwords, new Papers(base), clock);
    }

    /**
     * A key as it is shown, once.
     *
     * @param record what the registry knows of it
     * @param key the key itself
     * @param until when it ends
     */
    public record Issued(Node record, String key, Instant until) {}

    /** The account that somebody signs in with by this name; it need not be there. */
    public Node named(String name) {
        return papers.record(RecordKind.ACCOUNTS, name);
    }

    /**
     * Issues a key.
     *
     * @param label what it is for, in the words of who asks
     * @throws Refusal UNUSABLE if it would open for longer than {@link #LONGEST_KEY}, FORBIDDEN
     */
    public Issued issueKey(Node account, Optional<String> label, Instant until, Caller by) {
        return issue(account, label, until, by, Paper::adding);
    }

    private Issued issue(Node account, Optional<String> label, Instant until, Caller by, Function<Paper, Edit> edit) {
        var now = clock.instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_KEY))) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "到期时间须在今后 %d 天之内",
                    "the end of a key lies within the next %d days",
                    LONGEST_KEY.toDays());
        }
        var prefix = "sqk_" + text(PREFIX_BYTES);
        var key = prefix + "_" + text(SECRET_BYTES);
        var paper = papers.of(RecordKind.KEYS, prefix);
        paper.says(Rdf.type, Trust.ApiKey);
        paper.says(Dct.identifier, prefix);
        label.ifPresent(words -> paper.says(Foaf.name, words));
        paper.says(Trust.ofAccount, account);
        paper.says(Trust.keyDigest, Digest.of(key));
        paper.says(Dct.created, whole(now));
        paper.says(Sq.validUntil, until.truncatedTo(ChronoUnit.SECONDS));
        apply("issue a key", account, edit.apply(paper), by);
        return new Issued(paper.record(), key, until);
    }

    /** Revokes a key or a certificate from now on; one that has been revoked stays as it is. */
    public void revoke(Node record, Caller by) {
        var owner = callers.owner(record).orElseThrow(() -> unknown(record));
        ask(isOf(owner, by) ? vouchedFor(by) : by, record, Trust.revokedAt);
        apply("revoke", owner, papers.statingOnce(record, Trust.revokedAt, whole(clock.instant())), by);
    }

    /**
     * Issues a key in the place of another, for the same account and the same use.
     *
     * @param old the key that ends
     * @param until when the new one ends
     * @param overlap how long the old one still opens, for whoever has to put the new one in place
     * @throws Refusal UNUSABLE if the old one is over, or the new one would open for too long; FORBIDDEN
     */
    public Issued rotate(Node old, Instant until, Duration overlap, Caller by) {
        var owner = callers.owner(old).orElseThrow(() -> unknown(old));
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "原密钥至多再用 %d 天",
                    "the old key opens for %d more days at most",
                    LONGEST_OVERLAP.toDays());
        }
        if (!callers.isOpen(old)) {
            throw Refusal.of(
                    Kind.UNUSABLE, "这个密钥已经失效；请另行签发", "this key opens nothing any more; issue a new one instead");
        }
        var ends =
                papers.statingOnce(old, Trust.revokedAt, whole(clock.instant().plus(overlap)));
        return issue(owner, Optional.empty(), until, by, paper -> now -> {
            var ending = ends.on(now);
            var added = new ArrayList<>(ending.added());
            added.addAll(paper.quads());
            now.dataset().stream(Node.ANY, old, Foaf.name, Node.ANY)
                    .findFirst()
                    .ifPresent(quad -> added.add(new Quad(paper.home(), paper.record(), Foaf.name, quad.getObject())));
            return new Delta(ending.removed(), added);
        });
    }

    /** Opens a disabled account again. */
    public void enable(Node account, Caller by) {
        require(account);
        ask(by, account, Trust.disabledAt);
        apply("enable an account", by, papers.forgetting(account, Trust.disabledAt));
    }

    /**
     * Ends an appointment from now on; one that has not begun is taken out. Whoever handed it on may take it back, whoever it
     * was handed to may give it back; otherwise the door decides.
     */
    public void end(Node appointment, Caller by) {
        var held = callers.appointment(appointment).orElseThrow(() -> unknown(appointment));
        var giver = held.source().flatMap(callers::appointment).map(Entry.Held::account);
        var isOwn = giver.isPresent() && (isOf(giver.get(), by) || isOf(held.account(), by));
        var now = whole(clock.instant());
        var hasBegun = held.span().from().filter(from -> !from.isBefore(now)).isEmpty();
        var speaker = isOwn ? vouchedFor(by) : by;
        ask(speaker, appointment, Sq.validUntil);
        var isOver = held.span().until().filter(until -> !until.isAfter(now)).isPresent();
        if (!isOver) {
            apply(
                    "end an appointment",
                    speaker,
                    hasBegun ? papers.stating(appointment, Sq.validUntil, now) : papers.forgetting(appointment));
        }
    }

    /** Disables an account from now on. */
    public void disable(Node account, Caller by) {
        require(account);
        ask(by, account, Trust.disabledAt);
        apply("disable an account", by, papers.statingOnce(account, Trust.disabledAt, whole(clock.instant())));
    }

    /**
     * Issues a one-time password, in the place of whatever password the account had. That it was issued is written down; the
     * password is not.
     */
    public String issuePassword(Node account, Caller by) {
        require(account);
        apply("issue a password", by, papers.stating(account, Trust.passwordIssuedAt, whole(clock.instant())));
        return passwords.issue(account);
    }

    /**
     * Lets another account act in a role for a time; the role stays with its holder too.
     *
     * @param source the appointment that is handed on
     * @param to who is to act
     * @return the new appointment
     * @throws Refusal FORBIDDEN if it is not the caller's own, or handed to them by another; UNUSABLE
     */
    public Node delegate(Node source, Node to, Instant from, Instant until, Caller by) {
        var held = callers.appointment(source)
                .filter(appointment -> appointment.account().getURI().equals(by.id()))
                .orElseThrow(() -> Refusal.of(
                        Kind.FORBIDDEN,
                        "只能委托本人的任职；`%s` 不是您的任职",
                        "only one's own appointment can be delegated; `%s` is not yours",
                        source.getURI()));
        if (held.source().isPresent()) {
            throw Refusal.of(Kind.FORBIDDEN, "受托的任职不能再委托", "what was delegated cannot be delegated further");
        }
        checkSpan(held.span(), from, until);
        // last: whether there is such an account is told to nobody whose delegation would not be filed and seen
        require(to);
        var paper = papers.of(RecordKind.APPOINTMENTS, "delegated-" + text(PREFIX_BYTES));
        paper.says(Rdf.type, Trust.Appointment);
        paper.says(Org.member, to);
        paper.says(
                Sq.approvalRole,
                Sq.code("approval-role", held.appointment().role().code()));
        held.appointment().organization().ifPresent(where -> paper.says(Org.organization, where));
        held.appointment().division().ifPresent(where -> paper.says(Dct.spatial, where));
        paper.says(Trust.delegatedFrom, source);
        paper.says(Sq.validFrom, from.truncatedTo(ChronoUnit.SECONDS));
        paper.says(Sq.validUntil, until.truncatedTo(ChronoUnit.SECONDS));
        apply("delegate", held.account(), paper.adding(), by);
        return paper.record();
    }

    /**
     * The account of a first start, who may set up all others; empty if there are accounts.
     *
     * @param name its sign-in name
     * @return its one-time password
     */
    public Optional<String> first(String name) {
        if (callers.any() || !passwords.isEmpty()) {
            return Optional.empty();
        }
        var account = papers.of(RecordKind.ACCOUNTS, name);
        account.says(Rdf.type, Trust.Account);
        account.says(Dct.identifier, name);
        account.says(Foaf.name, name);
        var appointment = papers.of(RecordKind.APPOINTMENTS, name + "-security");
        appointment.says(Rdf.type, Trust.Appointment);
        appointment.says(Org.member, account.record());
        appointment.says(Sq.approvalRole, Sq.code("approval-role", Role.SECURITY_OFFICER.code()));
        appointment.says(Sq.validFrom, whole(clock.instant()));
        var quads = new ArrayList<>(account.quads());
        quads.addAll(appointment.quads());
        apply("first account", Caller.operator(), now -> new Delta(List.of(), quads));
        return Optional.of(passwords.issue(account.record()));
    }

    private void apply(String reason, Node owner, Edit edit, Caller by) {
        apply(reason, isOf(owner, by) ? vouchedFor(by) : by, edit);
    }

    private static boolean isOf(Node owner, Caller by) {
        return by.id().equals(owner.getURI());
    }

    /** Asks the door also where there may be nothing left to change: nobody learns that from being let through. */
    private void ask(Caller by, Node record, Node property) {
        var later = whole(clock.instant()).plus(FAR_AWAY);
        changes.rehearse(new Change("ask", OptionalLong.empty(), papers.stating(record, property, later)), by);
    }

    private void apply(String reason, Caller by, Edit edit) {
        changes.apply(new Change(reason, OptionalLong.empty(), edit), by);
    }

    /** Who has been found to act about their own: the log has their name, and the door need not ask again. */
    private static Caller vouchedFor(Caller by) {
        return new Caller(by.id(), by.person(), Set.of(Appointment.everywhere(Role.OPERATOR)));
    }

    private static void checkSpan(Span held, Instant from, Instant until) {
        if (!until.isAfter(from)
                || held.from().filter(from::isBefore).isPresent()
                || held.until().filter(until::isAfter).isPresent()) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "委托的期限须在任职的期限之内（%s 至 %s），且结束晚于开始",
                    "a delegation ends after it starts, and within the appointment (%s to %s)",
                    held.from().map(Instant::toString).orElse("-"),
                    held.until().map(Instant::toString).orElse("-"));
        }
    }

    private void require(Node account) {
        if (!callers.isAccount(account)) {
            throw unknown(account);
        }
    }

    private static Refusal unknown(Node record) {
        return Refusal.of(
                Kind.UNKNOWN,
                "没有账号、密钥或者任职 `%s`；请核对编号",
                "there is no account, key or appointment `%s`; check the identifier",
                record.toString());
    }

    private String text(int bytes) {
        var some = new byte[bytes];
        random.nextBytes(some);
        // letters and digits only: a double click takes the whole key
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(some)
                .replace('-', 'a')
                .replace('_', 'b');
    }

    private static Instant whole(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
