package org.shuqi.login;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shuqi.access.Caller;
import org.shuqi.account.Callers;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** What a browser that has signed in may do, and what one that has not is told. */
@Singleton
final class SessionGate {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    /** Where pages post forms, which carry the token in a field; their controllers look at it. */
    private static final List<String> FORMS = List.of("/login", "/logout", "/account/");

    private static final Set<String> BEFORE_CHANGING = Set.of("/account/password", "/logout", "/login");

    private final Sessions sessions;
    private final Cookies cookies;
    private final Callers callers;

    SessionGate(Sessions sessions, Cookies cookies, Callers callers) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.callers = callers;
    }

    Optional<Session> of(HttpRequest<?> request) {
        return cookies.read(request, Cookies.SESSION).flatMap(sessions::of);
    }

    /** Who has signed in; empty if the account was disabled since. */
    Optional<Caller> caller(Session session) {
        return callers.of(session.account());
    }

    /** What the person is called. */
    Optional<String> name(Session session) {
        return callers.nameOf(session.account());
    }

    /**
     * Where the browser has to go instead; empty if the request may pass.
     *
     * @param isForm whether the request goes to a page that looks at the token of its form itself
     * @throws Refusal FORBIDDEN if a page of another site may have sent it
     */
    Optional<HttpResponse<?>> check(HttpRequest<?> request, Session session, boolean isForm) {
        var path = request.getPath();
        if (!SAFE.contains(request.getMethod())) {
            Form.requireSameSite(request);
            if (!isForm && FORMS.stream().noneMatch(path::startsWith)) {
                var token = request.getHeaders().get("X-CSRF-Token");
                Form.requireToken(session, token == null ? "" : token);
            }
        }
        if (!session.mustChange() || BEFORE_CHANGING.contains(path) || path.startsWith("/web/")) {
            return Optional.empty();
        }
        if (isPage(request)) {
            return Optional.of(Page.to("/account/password"));
        }
        throw Refusal.of(
                Kind.FORBIDDEN,
                "请先修改一次性口令（/account/password）",
                "change the one-time password first (/account/password)");
    }

    /**
     * Sends a person to the sign-in page, and tells a program what is missing.
     *
     * @throws Refusal UNAUTHENTICATED
     */
    HttpResponse<?> signInFirst(HttpRequest<?> request) {
        if (isPage(request)) {
            var here = request.getUri().toString();
            return Page.to("/login?next=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
        }
        throw Refusal.of(
                Kind.UNAUTHENTICATED,
                "需要凭据；请以 `Authorization: Bearer {密钥}` 访问，首个密钥见数据目录中的 operator.key",
                "a key is needed; send `Authorization: Bearer {key}`, the first key stands in operator.key in the data folder");
    }

    private static boolean isPage(HttpRequest<?> request) {
        var accept = request.getHeaders().get("Accept");
        return request.getMethod() == HttpMethod.GET && accept != null && accept.startsWith("text/html");
    }
}
