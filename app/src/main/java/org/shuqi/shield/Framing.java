package org.shuqi.shield;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;

/**
 * What a request says of its own length and target; a server in front of this one must not be able to read it otherwise.
 *
 * <p>The decoder sees to most of it. Source: RFC 9112, sections 3.2, 6.1 and 6.3.
 */
final class Framing {

    private Framing() {}

    /** Marks a request as unreadable if its end, or whom it is for, is in doubt; writes its address as it ought to be. */
    static void check(HttpRequest request) {
        if (request.decoderResult().isSuccess() && isDoubtful(request)) {
            request.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("ambiguous request")));
        }
        if (request.decoderResult().isSuccess()) {
            request.setUri(Target.written(request.uri()));
        }
    }

    private static boolean isDoubtful(HttpRequest request) {
        var headers = request.headers();
        var coding = headers.get(HttpHeaderNames.TRANSFER_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase("chunked")) {
            return true;
        }
        return headers.get(HttpHeaderNames.HOST) == null
                ? request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                : headers.getAll(HttpHeaderNames.HOST).size() > 1;
    }
}
