package org.shuqi.sparql;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.shuqi.problem.Kind;
import org.shuqi.problem.Problem;
import org.shuqi.problem.Refusal;

/**
 * A response that keeps its beginning back, so that what goes wrong early is still answered with a problem; what goes
 * wrong later breaks the connection off, so that no client takes half a result for a whole one.
 */
final class BoundedResponse extends HttpServletResponseWrapper {

    /** Says which revision answered. */
    static final String REVISION = "Shuqi-Revision";

    private static final String ATTRIBUTE = BoundedResponse.class.getName();
    private static final int KEPT_BACK = 1 << 18;

    private final Bounded out;
    private boolean broken;

    BoundedResponse(HttpServletResponse response, long mostBytes) {
        super(response);
        this.out = new Bounded(mostBytes);
    }

    /** Makes the response known to whoever handles the request. */
    void belongTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static BoundedResponse of(HttpServletRequest request) {
        return (BoundedResponse) request.getAttribute(ATTRIBUTE);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return out;
    }

    @Override
    public void flushBuffer() {
        // what is kept back stays back
    }

    /** Answers with a problem instead, or breaks the response off if it is on its way already. */
    void fail(Problem problem, byte[] body) {
        if (out.onItsWay) {
            broken = true;
            return;
        }
        out.kept.reset();
        var revision = getHeader(REVISION);
        reset();
        setStatus(problem.kind().status());
        setContentType(Problems.MEDIA_TYPE);
        if (revision != null) {
            setHeader(REVISION, revision);
        }
        if (problem.kind() == Kind.OVERLOADED) {
            setHeader("Retry-After", "5");
        }
        if (problem.kind() == Kind.NOT_OFFERED) {
            setHeader("Allow", "GET, HEAD, POST, OPTIONS");
        }
        out.kept.writeBytes(body);
        out.closedForWriting = true;
    }

    /** Sends what was kept back. */
    void finish() throws IOException {
        if (broken) {
            throw new IOException("the response had to be broken off");
        }
        if (!out.onItsWay) {
            setContentLength(out.kept.size());
        }
        out.send();
    }

    private final class Bounded extends ServletOutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final long most;
        private long written;
        private boolean onItsWay;
        private boolean closedForWriting;

        Bounded(long most) {
            this.most = most;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (broken || closedForWriting) {
                return;
            }
            written += length;
            if (written > most) {
                throw Refusal.of(
                        Kind.LIMIT,
                        "结果超过 %d 字节；请用 LIMIT 分段读取",
                        "the result is larger than %d bytes; read it in parts with LIMIT",
                        most);
            }
            kept.write(bytes, from, length);
            if (kept.size() > KEPT_BACK) {
                send();
            }
        }

        private void send() throws IOException {
            OutputStream real = getResponse().getOutputStream();
            onItsWay = true;
            kept.writeTo(real);
            kept.reset();
        }

        @Override
        public void flush() {
            // what is kept back stays back
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("responses are written by the thread that runs the query");
        }
    }
}
