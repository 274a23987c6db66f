package org.shuqi.login;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.shuqi.access.Caller;
import org.shuqi.access.Role;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Who may call which route, as the published description of the interface, and that of the pages, say by
 * {@code x-shuqi-access}: the world, whoever is signed in, or some roles. What they do not describe is for whoever is signed
 * in. What a caller may do with which record is decided behind the route.
 */
@Singleton
final class RouteRights {

    private static final String INTERFACE = "/openapi/shuqi.yml";
    private static final String PAGES = "/openapi/pages.yml";
    private static final String KEY = "x-shuqi-access";

    private final Map<String, Rule> rules = new HashMap<>();
    private final Map<UriRouteInfo<?, ?>, Rule> known = new ConcurrentHashMap<>();

    RouteRights() {
        add(INTERFACE, false);
        add(PAGES, true);
    }

    private void add(String file, boolean isPage) {
        paths(file)
                .forEach((path, verbs) -> verbs.forEach((verb, operation) -> {
                    if (operation instanceof Map<?, ?> described && described.get(KEY) != null) {
                        rules.put(verb.toUpperCase(Locale.ROOT) + " " + path, Rule.of(described.get(KEY), isPage));
                    }
                }));
    }

    /**
     * Who may call.
     *
     * @param open whether the world may
     * @param roles one of which is needed; none if whoever is signed in may
     * @param isPage whether people look at it in a browser
     */
    private record Rule(boolean open, Set<Role> roles, boolean isPage) {

        static final Rule SIGNED_IN = new Rule(false, Set.of(), false);

        boolean admits(Caller caller) {
            return roles.isEmpty() || roles.stream().anyMatch(caller::is);
        }

        static Rule of(Object stated, boolean isPage) {
            if (stated instanceof List<?> codes) {
                return new Rule(
                        false,
                        codes.stream()
                                .map(code -> Role.of(code.toString()).orElseThrow())
                                .collect(Collectors.toUnmodifiableSet()),
                        isPage);
            }
            return switch (stated.toString()) {
                case "public" -> new Rule(true, Set.of(), isPage);
                case "signed-in" -> new Rule(false, Set.of(), isPage);
                default -> throw new IllegalStateException(KEY + " is " + stated);
            };
        }
    }

    /** Whether the world may call the route that the request goes to. */
    boolean isOpen(HttpRequest<?> request) {
        return rule(request).open();
    }

    /** Whether the request goes to a page, whose forms carry the token of the session in a field. */
    boolean isPage(HttpRequest<?> request) {
        return rule(request).isPage();
    }

    /**
     * Lets the caller call the route that the request goes to, or not.
     *
     * @throws Refusal FORBIDDEN
     */
    void check(HttpRequest<?> request, Caller caller) {
        var rule = rule(request);
        if (!rule.admits(caller)) {
            throw Refusal.of(
                    Kind.FORBIDDEN,
                    "`%s` 不能使用该接口；需要角色 %s",
                    "`%s` may not use this; it takes the role %s",
                    caller.id(),
                    rule.roles().stream().map(Role::code).sorted().collect(Collectors.joining(", ")));
        }
    }

    /** Whether the caller may call the route: verb and path, as the description has them. */
    boolean admits(String route, Caller caller) {
        var rule = rules.getOrDefault(route, Rule.SIGNED_IN);
        return rule.admits(caller);
    }

    private Rule rule(HttpRequest<?> request) {
        if (RouteAttributes.getRouteMatch(request).orElse(null) instanceof UriRouteMatch<?, ?> match) {
            var route = match.getRouteInfo();
            var found = known.get(route);
            return found != null ? found : known.computeIfAbsent(route, this::stated);
        }
        return Rule.SIGNED_IN;
    }

    private Rule stated(UriRouteInfo<?, ?> route) {
        var verb = route.getHttpMethod() == HttpMethod.HEAD ? HttpMethod.GET : route.getHttpMethod();
        return rules.getOrDefault(verb + " " + route.getUriMatchTemplate(), Rule.SIGNED_IN);
    }

    @SuppressWarnings("unchecked") // the shape of every OpenAPI document
    private static Map<String, Map<String, Object>> paths(String file) {
        try (var in = RouteRights.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the program");
            }
            Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return (Map<String, Map<String, Object>>)
                    java.util.Objects.requireNonNull(document.get("paths"), file + " has no paths");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
