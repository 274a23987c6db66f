package org.shuqi.login;

import com.nimbusds.jose.JWSAlgorithm;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.shuqi.access.Caller;
import org.shuqi.account.Callers;
import org.shuqi.openid.Identity;
import org.shuqi.openid.Provider;
import org.shuqi.openid.ProviderSettings;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/** The OpenID provider of this registry, if the operator has named one, and who its people are here. */
@Singleton
final class Providers {

    private final Optional<Provider> provider;
    private final Callers callers;
    private final Optional<String> publicUrl;

    /**
     * As the operator has set it.
     *
     * @param issuer the provider
     * @param clientId how it knows the registry
     * @param clientSecret empty for a public client
     * @param audience what tokens of systems are meant for; without it none are taken
     * @param claim names people
     * @param algorithms the signatures that are taken
     * @param publicUrl where browsers reach the registry
     */
    Providers(
            @Property(name = "shuqi.openid.issuer") Optional<String> issuer,
            @Property(name = "shuqi.openid.client-id", defaultValue = "shuqi") String clientId,
            @Property(name = "shuqi.openid.client-secret") Optional<String> clientSecret,
            @Property(name = "shuqi.openid.audience") Optional<String> audience,
            @Property(name = "shuqi.openid.account-claim", defaultValue = "sub") String claim,
            @Property(name = "shuqi.openid.algorithms", defaultValue = "RS256 PS256 ES256 EdDSA") String algorithms,
            @Property(name = "shuqi.public-url") Optional<String> publicUrl,
            Callers callers) {
        Set<JWSAlgorithm> taken = ProviderSettings.algorithms(algorithms);
        this.provider = issuer.map(name ->
                Provider.of(new ProviderSettings(URI.create(name), clientId, clientSecret, audience, claim, taken)));
        this.callers = callers;
        this.publicUrl = publicUrl;
    }

    boolean isThere() {
        return provider.isPresent();
    }

    Provider provider() {
        return provider.orElseThrow(() -> Refusal.of(Kind.UNKNOWN, "没有设置统一身份认证", "no OpenID provider is set"));
    }

    /** The caller for whom the token speaks; empty if there is no provider whose token it could be. */
    Optional<Caller> bearer(String token) {
        return provider.map(known -> known.bearer(token)).flatMap(this::caller);
    }

    Optional<Caller> caller(Identity identity) {
        return callers.byIdentity(identity.issuer(), identity.subject());
    }

    /** Where the provider sends browsers back to. */
    URI back(HttpRequest<?> request) {
        var origin = publicUrl
                .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                .orElseGet(() -> (request.isSecure() ? "https://" : "http://")
                        + request.getHeaders().get("Host"));
        return URI.create(origin + "/login/provider/callback");
    }

    /** Whether it has the form of a signed token: three parts, none of which a key of ours has. */
    static boolean isToken(String key) {
        var first = key.indexOf('.');
        return first > 0 && key.indexOf('.', first + 1) > first && !key.startsWith("sqk_");
    }
}
