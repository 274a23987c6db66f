package org.shuqi.login;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Optional;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;
import org.shuqi.account.Callers;
import org.shuqi.account.Digest;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * What programs show at the door: a bearer key, which is the operator's or one that the registry has issued; a token of the
 * OpenID provider; a client certificate.
 */
@Singleton
final class Credentials {

    private static final String SCHEME = "bearer ";

    private final OperatorKey operator;
    private final Callers callers;

    Credentials(OperatorKey operator, Callers callers) {
        this.operator = operator;
        this.callers = callers;
    }

    /**
     * The caller who shows something; empty if nothing is shown.
     *
     * @throws Refusal UNAUTHENTICATED if what is shown is worth nothing
     */
    Optional<Caller> caller(HttpRequest<?> request) {
        var authorization = request.getHeaders().get("Authorization");
        if (authorization != null) {
            return Optional.of(holder(request, authorization));
        }
        return request.isSecure() ? request.getCertificate().map(this::holder) : Optional.empty();
    }

    /** What follows the scheme, if it is a bearer's. */
    static Optional<String> key(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(authorization.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    /** The caller whose key the header shows; empty if it shows something else. */
    Optional<Caller> keyHolder(String authorization) {
        return key(authorization).flatMap(key -> callers.byKey(key)
                .or(() -> operator.is(key) ? Optional.of(Caller.operator()) : Optional.empty()));
    }

    private Caller holder(HttpRequest<?> request, String authorization) {
        var ofToken = request.getAttribute(Acting.ATTRIBUTE, Caller.class);
        if (ofToken.isPresent()) {
            return ofToken.get();
        }
        return keyHolder(authorization)
                .orElseThrow(
                        () -> Refusal.of(
                                Kind.UNAUTHENTICATED,
                                "凭据无效、已到期或者已吊销；请使用有效的密钥，首个密钥见数据目录中的 operator.key",
                                "the key is wrong, has ended or was revoked; use one that holds, the first stands in operator.key in the data folder"));
    }

    private Caller holder(Certificate certificate) {
        try {
            return callers.byCertificate(Digest.of(certificate.getEncoded()))
                    .orElseThrow(
                            () -> Refusal.of(
                                    Kind.UNAUTHENTICATED,
                                    "客户端证书没有登记、已到期或者已吊销；请由安全员登记其指纹",
                                    "the client certificate is not registered, has ended or was revoked; let a security officer register it"));
        } catch (CertificateEncodingException unreadable) {
            throw Refusal.of(Kind.UNAUTHENTICATED, "客户端证书无法读取", "the client certificate cannot be read");
        }
    }
}
