package org.shuqi.login;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.account.Accounts;
import org.shuqi.account.Belongings;
import org.shuqi.account.Callers;
import org.shuqi.account.Passwords;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;
import org.shuqi.registry.Settings;
import org.shuqi.vocabulary.Sq;

/** What people see and do about their own account: password, keys, sessions, what they are appointed to. */
@Controller("/account")
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountController {

    private static final Text TITLE = new Text("我的账号", "My account");
    private static final Text CHANGE = new Text("修改口令", "Change the password");
    private static final Text POSTS = new Text("任职", "Appointments");
    private static final Text KEYS = new Text("接口密钥", "API keys");
    private static final int LONGEST_LABEL = 100;

    private final Accounts accounts;
    private final Callers callers;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SessionGate gate;
    private final SignIn signIn;
    private final Cookies cookies;
    private final Clock clock;
    private final Settings settings;
    private final Frame frame;

    AccountController(
            Accounts accounts,
            Callers callers,
            Passwords passwords,
            Sessions sessions,
            SessionGate gate,
            SignIn signIn,
            Cookies cookies,
            Clock clock,
            Settings settings,
            Frame frame) {
        this.accounts = accounts;
        this.callers = callers;
        this.passwords = passwords;
        this.sessions = sessions;
        this.gate = gate;
        this.signIn = signIn;
        this.cookies = cookies;
        this.clock = clock;
        this.settings = settings;
        this.frame = frame;
    }

    @Get
    HttpResponse<byte[]> page(HttpRequest<?> request) {
        return overview(request, session(request)).answer(HttpStatus.OK);
    }

    @Get("/password")
    HttpResponse<byte[]> passwordPage(HttpRequest<?> request) {
        return passwordForm(request, session(request)).answer(HttpStatus.OK);
    }

    @Post("/password")
    HttpResponse<byte[]> changePassword(HttpRequest<?> request, @Body @Nullable byte[] body) {
        var session = session(request);
        var form = Form.of(request, body);
        form.requireToken(session);
        if (!session.mustChange() && !signIn.isPasswordOf(session.account(), form.get("old"), request)) {
            return passwordForm(request, session)
                    .alert(new Text("原口令不正确；请重新输入", "the old password is wrong; try again"))
                    .answer(HttpStatus.FORBIDDEN);
        }
        if (!form.get("new").equals(form.get("again"))) {
            return passwordForm(request, session)
                    .alert(new Text("两次输入的新口令不同；请重新输入", "the new passwords differ; type them again"))
                    .answer(HttpStatus.BAD_REQUEST);
        }
        try {
            passwords.choose(session.account(), form.get("new"));
        } catch (Refusal easy) {
            return passwordForm(request, session).alert(easy.problem().detail()).answer(HttpStatus.BAD_REQUEST);
        }
        // whoever knew the old password, or held a session made with it, is out
        sessions.endAll(session.account());
        return Page.to("/account")
                .header("Set-Cookie", cookies.set(request, Cookies.SESSION, sessions.begin(session.account(), false)));
    }

    @Post("/keys")
    HttpResponse<byte[]> issueKey(HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var session = session(request);
        var form = Form.of(request, body);
        form.requireToken(session);
        var label = Optional.of(form.get("label").strip())
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_LABEL);
        var issued = accounts.issueKey(session.account(), label, clock.instant().plus(days(form)), caller);
        return Page.of(frame, request, new Text("新密钥", "New key"))
                .tag("p", new Text("请立即保存：密钥只在此处出示一次。", "Keep it now: the key is shown here and never again."))
                .opens("p")
                .tag("code", issued.key())
                .closes("p")
                .link("/account", TITLE)
                .answer(HttpStatus.CREATED);
    }

    @Post("/keys/revoke")
    HttpResponse<byte[]> revokeKey(HttpRequest<?> request, Caller caller, @Body @Nullable byte[] body) {
        var session = session(request);
        var form = Form.of(request, body);
        form.requireToken(session);
        var own = callers.belongingsOf(session.account()).keys().stream()
                .map(Belongings.Key::record)
                .filter(record -> record.getURI().equals(form.get("key")))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "您没有这个密钥", "you have no such key"));
        accounts.revoke(own, caller);
        return Page.to("/account");
    }

    @Post("/sessions/end")
    HttpResponse<byte[]> endSessions(HttpRequest<?> request, @Body @Nullable byte[] body) {
        var session = session(request);
        Form.of(request, body).requireToken(session);
        sessions.endAll(session.account());
        return Page.to("/login").header("Set-Cookie", cookies.clear(request, Cookies.SESSION));
    }

    private Session session(HttpRequest<?> request) {
        return gate.of(request)
                .orElseThrow(() -> Refusal.of(
                        Kind.FORBIDDEN,
                        "本页供登录的人使用；程序请用 /api/v1/me",
                        "this page is for people who have signed in; a program uses /api/v1/me"));
    }

    private static Duration days(Form form) {
        var text = form.get("days").strip();
        return Duration.ofDays(text.matches("\\d{1,4}") ? Long.parseLong(text) : 0);
    }

    private Page overview(HttpRequest<?> request, Session session) {
        var belongings = callers.belongingsOf(session.account());
        var page = Page.of(frame, request, TITLE)
                .opens("p")
                .data("strong", callers.nameOf(session.account()).orElse(""))
                .tag("span", " · ")
                .data("span", last(session.account()))
                .tag("span", " · ")
                .link("/account/password", CHANGE)
                .closes("p")
                .tag("h2", POSTS);
        posts(page, request, belongings.posts());
        page.tag("h2", KEYS);
        keys(page, belongings.keys(), session);
        return page.form("/account/keys", session)
                .field("label", new Text("用途", "For what"), "text", "off")
                .field("days", new Text("有效天数", "Days it holds"), "number", "off")
                .button(new Text("签发密钥", "Issue a key"))
                .tag("h2", new Text("登录", "Sessions"))
                .tag(
                        "p",
                        Text.of(
                                "%d 处已登录",
                                "places where you are signed in: %d",
                                sessions.of(session.account()).size()))
                .form("/account/sessions/end", session)
                .lesserButton(new Text("全部退出", "Sign out everywhere"));
    }

    private void posts(Page page, HttpRequest<?> request, List<Belongings.Post> posts) {
        page.table(
                POSTS,
                new Text("角色", "Role"),
                new Text("范围", "Where"),
                new Text("期间", "When"),
                new Text("状态", "State"));
        for (var post : posts) {
            var appointment = post.appointment();
            page.opens("tr").name("td", frame.name(request, role(appointment.role())));
            appointment
                    .organization()
                    .or(appointment::division)
                    .ifPresentOrElse(
                            where -> page.name("td", frame.name(request, where)),
                            () -> page.tag("td", new Text("整个登记库", "the whole registry")));
            page.data("td", span(post.from(), post.until()))
                    .tag("td", state(post.holds(), post.delegated()))
                    .closes("tr");
        }
        page.closesTable();
    }

    private static Text state(boolean holds, boolean delegated) {
        if (!holds) {
            return new Text("无效", "does not hold");
        }
        return delegated ? new Text("有效，受托", "holds, delegated") : new Text("有效", "holds");
    }

    private void keys(Page page, List<Belongings.Key> keys, Session session) {
        if (keys.isEmpty()) {
            page.tag(
                    "p",
                    new Text("没有密钥；程序要以您的名义调用接口时，在下面签发。", "No keys; issue one below for a program that acts for you."));
            return;
        }
        page.table(KEYS, new Text("编号", "Number"), new Text("有效期至", "Holds until"), new Text("操作", "Action"));
        for (var key : keys) {
            page.opens("tr")
                    .data("td", last(key.record()))
                    .data("td", key.until().map(this::day).orElse(""));
            page.opens("td");
            if (key.isOpen()) {
                page.form("/account/keys/revoke", session)
                        .hidden("key", key.record().getURI())
                        .lesserButton(new Text("吊销", "Revoke"));
            }
            page.closes("td").closes("tr");
        }
        page.closesTable();
    }

    private Page passwordForm(HttpRequest<?> request, Session session) {
        var page = Page.of(frame, request, CHANGE)
                .tag("p", new Text("口令至少 12 个字符，可以是一句话。", "At least 12 characters; a sentence is fine."))
                .form("/account/password", session);
        if (!session.mustChange()) {
            page.field("old", new Text("原口令", "Old password"), "password", "current-password");
        }
        return page.field("new", new Text("新口令", "New password"), "password", "new-password")
                .field("again", new Text("再次输入新口令", "New password again"), "password", "new-password")
                .button(CHANGE);
    }

    private String span(Optional<Instant> from, Optional<Instant> until) {
        return from.map(this::day).orElse("") + " – " + until.map(this::day).orElse("");
    }

    private String day(Instant instant) {
        return instant.atZone(settings.zone()).toLocalDate().toString();
    }

    private static Node role(Role role) {
        return Sq.code("approval-role", role.code());
    }

    private static String last(Node node) {
        return node.getURI().substring(node.getURI().lastIndexOf('/') + 1);
    }
}
