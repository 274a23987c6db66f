package org.shuqi.signature;

import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/**
 * Asks the authority for a stamp, and takes none that is not one for exactly this question: hash, nonce, policy, signature
 * and certificate are checked. Source: RFC 3161, sections 2.4 and 3.4, read 2026-11-22.
 */
final class StampClient {

    /** A token with its chain of certificates has some ten thousand bytes. */
    private static final int LARGEST_BYTES = 64 * 1024;

    private static final int NONCE_BITS = 64;
    private static final int OK = 200;

    private final StampSettings settings;
    private final Authorities authorities;
    private final SecureRandom random = new SecureRandom();
    private final HttpClient client;

    /** Why there is no stamp. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    StampClient(StampSettings settings, Authorities authorities) {
        this.settings = settings;
        this.authorities = authorities;
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.patience())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** The token of the authority over the bytes, in base64. */
    String stamp(byte[] bytes) throws Refused {
        var question = question(bytes);
        try {
            var response = new TimeStampResponse(answer(question.getEncoded()));
            response.validate(question);
            var token = response.getTimeStampToken();
            if (token == null) {
                throw new Refused("it refuses: status " + response.getStatus() + ", " + response.getStatusString());
            }
            var base64 = Base64.getEncoder().encodeToString(token.getEncoded());
            var read = StampToken.read(base64, bytes, authorities)
                    .orElseThrow(() -> new Refused("its token is not signed by the certificate that it carries"));
            if (!read.known().orElse(false)) {
                throw new Refused("its certificate `" + read.authority() + "` does not lead to one that is trusted");
            }
            return base64;
        } catch (IOException | TSPException | RuntimeException wrong) {
            throw new Refused("its answer is not one to the question: " + wrong.getMessage());
        }
    }

    private TimeStampRequest question(byte[] bytes) {
        try {
            var asking = new TimeStampRequestGenerator();
            asking.setCertReq(true);
            settings.policy().ifPresent(policy -> asking.setReqPolicy(new ASN1ObjectIdentifier(policy)));
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return asking.generate(NISTObjectIdentifiers.id_sha256, hash, new BigInteger(NONCE_BITS, random));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private byte[] answer(byte[] question) throws Refused {
        var request = HttpRequest.newBuilder(settings.address())
                .timeout(settings.patience())
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question))
                .build();
        var asked = client.sendAsync(request, reply -> new Bounded(LARGEST_BYTES));
        try {
            // the timeout of the request ends with the headers; this one does not
            var reply = asked.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
            return body(reply);
        } catch (ExecutionException failed) {
            throw new Refused(String.valueOf(failed.getCause()));
        } catch (TimeoutException late) {
            asked.cancel(true);
            throw new Refused("no whole answer within " + settings.patience());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused("interrupted");
        }
    }

    private static byte[] body(HttpResponse<byte[]> reply) throws Refused {
        var type = reply.headers().firstValue("Content-Type").orElse("");
        if (reply.statusCode() != OK || !type.startsWith("application/timestamp-reply")) {
            throw new Refused("it answered " + reply.statusCode() + " with `" + type + "`");
        }
        return reply.body();
    }
}
