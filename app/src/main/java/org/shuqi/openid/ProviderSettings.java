package org.shuqi.openid;

import com.nimbusds.jose.JWSAlgorithm;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Refusal;

/**
 * What an operator says about the OpenID provider.
 *
 * @param issuer its identifier, under which its description is found
 * @param clientId how it knows the registry
 * @param clientSecret what the registry proves itself with; empty for a public client, which PKCE protects
 * @param audience what an access token of a system has to be meant for; empty if systems may not use tokens
 * @param accountClaim the claim that names people: its value stands in {@code sq:signInSubject}
 * @param algorithms the signatures that are taken
 */
public record ProviderSettings(
        URI issuer,
        String clientId,
        Optional<String> clientSecret,
        Optional<String> audience,
        String accountClaim,
        Set<JWSAlgorithm> algorithms) {

    private static final Set<JWSAlgorithm> SOUND = Set.copyOf(JWSAlgorithm.Family.SIGNATURE);

    /**
     * Checks what was said.
     *
     * @throws Refusal UNUSABLE if the provider could be overheard, or a signature is one that whoever can check it can make
     */
    public ProviderSettings {
        algorithms = Set.copyOf(algorithms);
        if (!"https".equals(issuer.getScheme()) && !isHere(issuer)) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "OpenID 提供方 `%s` 须用 https；本机可用 http",
                    "the OpenID provider `%s` has to be at https, or at http on this machine",
                    issuer);
        }
        if (algorithms.isEmpty() || !SOUND.containsAll(algorithms)) {
            throw Refusal.of(
                    Kind.UNUSABLE,
                    "签名算法 `%s` 不可用；请用 RS256、PS256、ES256、EdDSA 等公钥算法",
                    "the signature algorithms `%s` are of no use; name public-key ones such as RS256, PS256, ES256, EdDSA",
                    algorithms.stream().map(JWSAlgorithm::getName).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /** Algorithms by their names. */
    public static Set<JWSAlgorithm> algorithms(String names) {
        return java.util.Arrays.stream(names.split("[,\\s]+"))
                .filter(name -> !name.isEmpty())
                .map(JWSAlgorithm::parse)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isHere(URI issuer) {
        try {
            return "http".equals(issuer.getScheme())
                    && issuer.getHost() != null
                    && InetAddress.getByName(issuer.getHost()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
