package org.shuqi.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One OpenID provider: sends browsers there, redeems what they bring back, and checks tokens of systems.
 *
 * <p>Of a token, the signature (by a key of the provider, by an algorithm that was allowed), issuer, audience, begin and end
 * are checked, with a minute for clocks that differ. Keys are read anew when a token names one that is not known, at most
 * every few seconds. Sources: OpenID Connect Core 1.0, sections 3.1 and 16; RFC 7636; RFC 9068; RFC 8725.
 */
public final class Provider {

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

    private static final int TIMEOUT_MILLIS = 4_000;
    private static final int LARGEST_BYTES = 512 * 1024;
    private static final int SKEW_SECONDS = 60;
    private static final long KEYS_LIVE_MILLIS = 15 * 60_000L;
    private static final long KEYS_WAIT_MILLIS = 8_000L;
    private static final long AT_MOST_EVERY_MILLIS = 5_000L;

    private final ProviderSettings settings;
    private volatile @Nullable Found found;

    private Provider(ProviderSettings settings) {
        this.settings = settings;
    }

    /** The provider that the operator named; it need not be up yet. */
    public static Provider of(ProviderSettings settings) {
        return new Provider(settings);
    }

    /** What its description says, and its keys. */
    private record Found(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

    /**
     * Where the browser has to go.
     *
     * @param back where the provider is to send it afterwards
     * @throws Refusal OVERLOADED if the provider does not answer
     */
    public URI door(Attempt attempt, URI back) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "profile"), new ClientID(settings.clientId()), back)
                .endpointURI(found().metadata().getAuthorizationEndpointURI())
                .state(attempt.state())
                .nonce(attempt.nonce())
                .codeChallenge(attempt.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Redeems what the browser brought back.
     *
     * @param brought the whole address it came to
     * @throws Refusal UNAUTHENTICATED if it is not what this attempt asked for
     */
    public Identity redeem(Attempt attempt, URI back, URI brought) {
        try {
            var response = AuthenticationResponseParser.parse(brought);
            if (!response.indicatesSuccess()
                    || !attempt.state().equals(response.getState())
                    || (response.getIssuer() != null
                            && !response.getIssuer()
                                    .getValue()
                                    .equals(settings.issuer().toString()))) {
                throw refused("the answer is not that of this attempt");
            }
            var code = response.toSuccessResponse().getAuthorizationCode();
            if (code == null) {
                throw refused("there is no code");
            }
            var tokens = tokens(new AuthorizationCodeGrant(code, back, attempt.verifier()));
            var token = tokens.getOIDCTokens().getIDToken();
            var validator = new IDTokenValidator(
                    new Issuer(settings.issuer()), new ClientID(settings.clientId()), selector(), null);
            validator.setMaxClockSkew(SKEW_SECONDS);
            return identity(validator.validate(token, attempt.nonce()).toJWTClaimsSet());
        } catch (ParseException | BadJOSEException | JOSEException wrong) {
            throw refused(wrong.getMessage());
        }
    }

    /**
     * Whom an access token speaks for.
     *
     * @throws Refusal UNAUTHENTICATED if it is forged, over, or meant for others
     */
    public Identity bearer(String token) {
        var audience = settings.audience().orElseThrow(() -> refused("no audience is set"));
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(selector());
        var claims = new DefaultJWTClaimsVerifier<SecurityContext>(
                new HashSet<>(Set.of(audience)), // asked whether it contains null, which an immutable set does not bear
                new JWTClaimsSet.Builder().issuer(settings.issuer().toString()).build(),
                Set.of("exp", settings.accountClaim()),
                null);
        claims.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
        try {
            return identity(processor.process(token, null));
        } catch (java.text.ParseException | BadJOSEException | JOSEException wrong) {
            throw refused(wrong.getMessage());
        }
    }

    private Identity identity(JWTClaimsSet claims) {
        var value = claims.getClaim(settings.accountClaim());
        if (!(value instanceof String subject) || subject.isBlank()) {
            throw refused("the claim " + settings.accountClaim() + " is missing");
        }
        return new Identity(settings.issuer().toString(), subject);
    }

    private OIDCTokenResponse tokens(AuthorizationCodeGrant grant) throws ParseException {
        var endpoint = found().metadata().getTokenEndpointURI();
        var client = new ClientID(settings.clientId());
        var request = settings.clientSecret()
                .map(secret ->
                        new TokenRequest.Builder(endpoint, new ClientSecretBasic(client, new Secret(secret)), grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant))
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(TIMEOUT_MILLIS);
        request.setReadTimeout(TIMEOUT_MILLIS);
        request.setFollowRedirects(false);
        try {
            var response = OIDCTokenResponseParser.parse(request.send());
            if (!response.indicatesSuccess()) {
                throw refused("the provider does not redeem the code: "
                        + response.toErrorResponse().getErrorObject().getCode());
            }
            return (OIDCTokenResponse) response.toSuccessResponse();
        } catch (IOException silent) {
            throw silent(silent);
        }
    }

    private JWSVerificationKeySelector<SecurityContext> selector() {
        return new JWSVerificationKeySelector<>(settings.algorithms(), found().keys());
    }

    private Found found() {
        var known = found;
        if (known != null) {
            return known;
        }
        try {
            var metadata = OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), TIMEOUT_MILLIS, TIMEOUT_MILLIS);
            var retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_BYTES);
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                            metadata.getJWKSetURI().toURL(), retriever)
                    .cache(KEYS_LIVE_MILLIS, KEYS_WAIT_MILLIS)
                    .rateLimited(AT_MOST_EVERY_MILLIS)
                    .refreshAheadCache(false)
                    .build();
            var now = new Found(metadata, keys);
            found = now;
            return now;
        } catch (GeneralException | IOException unanswered) {
            throw silent(unanswered);
        }
    }

    /** What was wrong goes to the log of the operator; a forger learns nothing from it. */
    private static Refusal refused(@Nullable String why) {
        LOG.info(
                "a token or an answer of the OpenID provider was refused: {}",
                Optional.ofNullable(why).orElse("-"));
        return Refusal.of(
                Kind.UNAUTHENTICATED,
                "统一身份认证的凭据无效或者已到期；请重新登录",
                "what the OpenID provider gave is not valid or is over; sign in again");
    }

    private Refusal silent(Exception cause) {
        LOG.warn("the OpenID provider {} does not answer as it should", settings.issuer(), cause);
        return Refusal.of(
                Kind.OVERLOADED, "统一身份认证暂时没有应答；请稍后再试", "the OpenID provider does not answer; try again later");
    }
}
