package org.shuqi.sparql;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Refusal;

/**
 * The response to one request, written by the thread that answers it. The beginning is kept back, so that what goes wrong
 * early is still answered with a problem; what goes wrong later breaks the connection off, so that no client takes half a
 * result for a whole one.
 */
final class Reply extends OutputStream {

    /** Says which revision answered. */
    static final String REVISION = "Shuqi-Revision";

    private static final int KEPT_BACK_BYTES = 1 << 18;
    private static final int USUAL_BYTES = 1 << 10;

    private final long mostBytes;
    private final Duration patience;
    private final boolean headersOnly;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream(USUAL_BYTES);
    private final CompletableFuture<HttpResponse<?>> response = new CompletableFuture<>();
    private String type = "";
    private long written;
    private @Nullable Pipe rest;
    private boolean failed;

    /** @param headersOnly whether nobody wants the body */
    Reply(Limits limits, boolean headersOnly) {
        this.mostBytes = limits.bytes();
        this.patience = limits.total();
        this.headersOnly = headersOnly;
    }

    /** The response, as soon as its beginning is certain. */
    CompletionStage<HttpResponse<?>> response() {
        return response;
    }

    /** The value of {@code Content-Type}. */
    void type(String contentType) {
        type = contentType;
    }

    void header(String name, String value) {
        headers.put(name, value);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (failed) {
            return;
        }
        written += length;
        if (written > mostBytes) {
            throw Refusal.of(
                    Kind.LIMIT,
                    "结果超过 %d 字节；请用 LIMIT 分段读取",
                    "the result is larger than %d bytes; read it in parts with LIMIT",
                    mostBytes);
        }
        if (headersOnly) {
            return;
        }
        if (rest == null && beginning.size() + length > KEPT_BACK_BYTES) {
            rest = onItsWay();
        }
        (rest == null ? beginning : rest).write(bytes, from, length);
    }

    private Pipe onItsWay() throws IOException {
        var pipe = new Pipe(patience);
        response.complete(with(HttpStatus.OK, HttpResponse.ok(pipe.outlet())));
        beginning.writeTo(pipe);
        beginning.reset();
        return pipe;
    }

    /** Whether the client has turned away from a response that is on its way. */
    boolean isUnwanted() {
        return rest != null && rest.isClosed();
    }

    /** Answers with a problem instead, or breaks the response off if it is on its way already. */
    void fail(Problem problem, byte[] body) {
        failed = true;
        if (rest != null) {
            rest.breakOff();
            return;
        }
        var revision = headers.get(REVISION);
        headers.clear();
        type = Problems.MEDIA_TYPE;
        header("Vary", "Accept-Language");
        if (revision != null) {
            header(REVISION, revision);
        }
        if (problem.kind() == Kind.OVERLOADED) {
            header("Retry-After", "5");
        }
        problem.retryAfter().ifPresent(wait -> header("Retry-After", Long.toString(Problem.wholeSeconds(wait))));
        if (problem.kind() == Kind.NOT_OFFERED) {
            header("Allow", "GET, HEAD, POST, OPTIONS");
        }
        response.complete(whole(HttpStatus.valueOf(problem.kind().status()), headersOnly ? new byte[0] : body));
    }

    /** Ends the response. */
    void finish() {
        if (rest != null) {
            rest.close();
        } else {
            response.complete(whole(HttpStatus.OK, beginning.toByteArray()));
        }
    }

    /** Leaves nobody waiting, should all else have failed. */
    void orFault() {
        if (rest != null) {
            rest.orBreakOff();
        } else {
            response.completeExceptionally(new IllegalStateException("the request was left without a response"));
        }
    }

    private HttpResponse<?> whole(HttpStatus status, byte[] body) {
        return with(status, HttpResponse.ok(body));
    }

    private HttpResponse<?> with(HttpStatus status, MutableHttpResponse<?> made) {
        made.status(status);
        if (!type.isEmpty()) {
            made.getHeaders().set(HttpHeaders.CONTENT_TYPE, type);
        }
        headers.forEach(made::header);
        return made;
    }
}
