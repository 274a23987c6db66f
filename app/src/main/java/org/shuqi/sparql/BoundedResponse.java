package org.shuqi.sparql;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Refusal;

/**
 * A response whose beginning is kept back, so that what goes wrong early is still answered with a problem; what goes wrong
 * later breaks the connection off, so that no client takes half a result for a whole one.
 */
final class BoundedResponse extends HttpServletResponseWrapper {

    /** Says which revision answered. */
    static final String REVISION = "Shuqi-Revision";

    private static final String ATTRIBUTE = BoundedResponse.class.getName();
    private static final int KEPT_BACK_BYTES = 1 << 18;

    private final long mostBytes;
    private boolean failed;
    private boolean broken;

    BoundedResponse(HttpServletResponse response, long mostBytes) {
        super(response);
        this.mostBytes = mostBytes;
        response.setBufferSize(KEPT_BACK_BYTES);
        // else, on a connection about to close, its end would be the end of the body, whole or not
        response.setHeader("Transfer-Encoding", "chunked");
    }

    /** Makes the response known to whoever handles the request. */
    void belongTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static BoundedResponse of(HttpServletRequest request) {
        return (BoundedResponse) request.getAttribute(ATTRIBUTE);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return new Bounded(super.getOutputStream());
    }

    @Override
    public void flushBuffer() {
        // what is kept back stays back until there is too much of it
    }

    /** Answers with a problem instead, or breaks the response off if it is on its way already. */
    void fail(Problem problem, byte[] body) {
        if (isCommitted()) {
            failed = true;
            broken = true;
            return;
        }
        var revision = getHeader(REVISION);
        reset();
        setStatus(problem.kind().status());
        setContentType(Problems.MEDIA_TYPE);
        setHeader("Vary", "Accept-Language");
        if (revision != null) {
            setHeader(REVISION, revision);
        }
        if (problem.kind() == Kind.OVERLOADED) {
            setHeader("Retry-After", "5");
        }
        if (problem.kind() == Kind.NOT_OFFERED) {
            setHeader("Allow", "GET, HEAD, POST, OPTIONS");
        }
        try {
            getResponse().getOutputStream().write(body);
        } catch (IOException gone) {
            broken = true;
        }
        failed = true;
    }

    /** Ends the response, or breaks it off. */
    void finish() throws IOException {
        if (broken) {
            throw new IOException("the response had to be broken off");
        }
    }

    private final class Bounded extends ServletOutputStream {

        private final ServletOutputStream real;
        private long written;

        Bounded(ServletOutputStream real) {
            this.real = real;
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
            real.write(bytes, from, length);
        }

        @Override
        public void flush() {
            // what is kept back stays back until there is too much of it
        }

        @Override
        public boolean isReady() {
            return real.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("responses are written by the thread that runs the query");
        }
    }
}
