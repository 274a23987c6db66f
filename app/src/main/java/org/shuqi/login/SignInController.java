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
import java.time.Duration;
import org.shuqi.problem.Text;

/** The sign-in page, and the way out. */
@Controller
@Consumes(MediaType.ALL)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInController {

    private static final Text TITLE = new Text("登录", "Sign in");
    private static final Text WRONG = new Text(
            "登录名或者口令不正确；请重新输入，仍不能登录的请联系安全员", "the name or the password is wrong; try again, or ask a security officer");

    private final SignIn signIn;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Providers providers;
    private final Frame frame;

    SignInController(SignIn signIn, Sessions sessions, Cookies cookies, Providers providers, Frame frame) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookies = cookies;
        this.providers = providers;
        this.frame = frame;
    }

    @Get("/login")
    HttpResponse<byte[]> page(HttpRequest<?> request) {
        return form(request, next(request.getParameters().get("next"))).answer(HttpStatus.OK);
    }

    @Post("/login")
    HttpResponse<byte[]> signIn(HttpRequest<?> request, @Body @Nullable byte[] body) {
        var form = Form.of(request, body);
        var result = signIn.with(form.get("name"), form.get("password"), request);
        var next = next(form.get("next"));
        if (result.token().isEmpty()) {
            return refused(request, next, result.delay());
        }
        // what the browser held before is worth nothing any more, so that nobody can have planted it
        cookies.read(request, Cookies.SESSION).ifPresent(sessions::end);
        return Page.to(result.mustChange() ? "/account/password" : next)
                .header(
                        "Set-Cookie",
                        cookies.set(request, Cookies.SESSION, result.token().get()));
    }

    @Post("/logout")
    HttpResponse<byte[]> signOut(HttpRequest<?> request, @Body @Nullable byte[] body) {
        var form = Form.of(request, body);
        var token = cookies.read(request, Cookies.SESSION);
        token.flatMap(sessions::of).ifPresent(form::requireToken);
        token.ifPresent(sessions::end);
        return Page.to("/login")
                .header("Set-Cookie", cookies.clear(request, Cookies.SESSION))
                .header("Clear-Site-Data", "\"cache\"");
    }

    private HttpResponse<byte[]> refused(HttpRequest<?> request, String next, Duration wait) {
        var page = form(request, next).alert(WRONG);
        if (wait.isZero()) {
            return page.answer(HttpStatus.FORBIDDEN);
        }
        var seconds = wait.plusMillis(999).toSeconds();
        return page.alert(Text.of("尝试次数过多；请在 %d 秒后再试", "too many attempts; try again in %d seconds", seconds))
                .answer(HttpStatus.TOO_MANY_REQUESTS)
                .header("Retry-After", Long.toString(seconds));
    }

    private Page form(HttpRequest<?> request, String next) {
        var page = Page.of(frame, request, TITLE)
                .form("/login")
                .hidden("next", next)
                .field("name", new Text("登录名", "Name"), "text", "username")
                .field("password", new Text("口令", "Password"), "password", "current-password")
                .button(TITLE);
        if (providers.isThere()) {
            page.opens("p")
                    .link("/login/provider", new Text("使用统一身份认证登录", "Sign in with your organisation"))
                    .closes("p");
        }
        return page;
    }

    /** Where to go after signing in: a place on this site, whatever the address says. */
    static String next(@Nullable String wanted) {
        return wanted != null && wanted.matches("/[A-Za-z0-9._~:@!$&'()*+,;=?%-][A-Za-z0-9._~:@!$&'()*+,;=?%/-]*")
                ? wanted
                : "/account";
    }
}
