package org.shuqi.login;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import org.apache.jena.graph.NodeFactory;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.shuqi.problem.Text;

/** Signing in at the OpenID provider: there and back. */
@Controller("/login/provider")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProviderController {

    private final Providers providers;
    private final Attempts attempts;
    private final Sessions sessions;
    private final Cookies cookies;
    private final Frame frame;

    ProviderController(Providers providers, Attempts attempts, Sessions sessions, Cookies cookies, Frame frame) {
        this.providers = providers;
        this.attempts = attempts;
        this.sessions = sessions;
        this.cookies = cookies;
        this.frame = frame;
    }

    @Get
    HttpResponse<byte[]> go(HttpRequest<?> request) {
        var begun = attempts.begin(SignInController.next(request.getParameters().get("next")));
        var there = providers.provider().door(begun.attempt(), providers.back(request));
        return Page.to(there.toString()).header("Set-Cookie", cookies.set(request, Cookies.SIGNING_IN, begun.token()));
    }

    @Get("/callback")
    HttpResponse<byte[]> back(HttpRequest<?> request) {
        var begun = cookies.read(request, Cookies.SIGNING_IN)
                .flatMap(attempts::take)
                .orElseThrow(() -> Refusal.of(
                        Kind.UNAUTHENTICATED,
                        "本次登录已过期或者不是从本浏览器开始的；请重新登录",
                        "this sign-in is over or was begun elsewhere; sign in again"));
        var back = providers.back(request);
        var query = request.getUri().getRawQuery();
        var identity = providers
                .provider()
                .redeem(begun.attempt(), back, URI.create(back + "?" + (query == null ? "" : query)));
        var caller = providers.caller(identity);
        if (caller.isEmpty()) {
            return Page.of(frame, request, new Text("没有账号", "No account"))
                    .alert(new Text(
                            "您已通过统一身份认证，但本系统没有登记对应的账号；请联系安全员",
                            "your organisation vouches for you, but no account here is yours; ask a security officer"))
                    .answer(HttpStatus.FORBIDDEN)
                    .header("Set-Cookie", cookies.clear(request, Cookies.SIGNING_IN));
        }
        cookies.read(request, Cookies.SESSION).ifPresent(sessions::end);
        var token = sessions.begin(NodeFactory.createURI(caller.get().id()), false);
        return Page.to(begun.next())
                .header("Set-Cookie", cookies.set(request, Cookies.SESSION, token))
                .header("Set-Cookie", cookies.clear(request, Cookies.SIGNING_IN));
    }
}
