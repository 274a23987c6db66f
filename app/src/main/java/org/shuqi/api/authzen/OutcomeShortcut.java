package org.shuqi.api.authzen;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.shuqi.api.Replies;
import org.shuqi.api.Revisions;
import org.shuqi.api.Stamp;
import org.shuqi.decision.Decisions;
import org.shuqi.graph.Store;
import org.shuqi.shield.Shortcut;

/** The short way to the outcome of one question about the present; everything else is for {@link EvaluationController}. */
@Singleton
final class OutcomeShortcut implements Shortcut {

    private static final AsciiString JSON = AsciiString.of(Envelope.JSON);
    private static final AsciiString VARY = AsciiString.of(Replies.VARY);
    private static final AsciiString REVISION = AsciiString.of(Revisions.REVISION);
    private static final AsciiString REQUEST_ID = AsciiString.of(Stamp.REQUEST_ID);

    private final Decisions decisions;
    private final Store store;

    OutcomeShortcut(Decisions decisions, Store store) {
        this.decisions = decisions;
        this.store = store;
    }

    @Override
    public String path() {
        return "/access/v1/evaluation";
    }

    @Override
    public @Nullable Reply answer(HttpHeaders headers, byte[] body) {
        if (!JSON.contentEquals(headers.get(HttpHeaderNames.CONTENT_TYPE, ""))
                || headers.contains(Revisions.AT_LEAST)) {
            return null;
        }
        var said = Envelope.read(body);
        if (said.isEmpty()) {
            return null;
        }
        var evaluation = Evaluation.of(said.get());
        if (!evaluation.isQuick()) {
            return null;
        }
        return decisions
                .attempt(evaluation.form())
                .map(brief -> reply(Written.of(json -> Detail.write(brief, json)), headers.get(REQUEST_ID)))
                .orElse(null);
    }

    private Reply reply(byte[] body, @Nullable String id) {
        var revision = Long.toString(store.revision());
        return id == null || !Stamp.isName(id)
                ? new Reply(body, HttpHeaderNames.CONTENT_TYPE, JSON, HttpHeaderNames.VARY, VARY, REVISION, revision)
                : new Reply(
                        body,
                        HttpHeaderNames.CONTENT_TYPE,
                        JSON,
                        HttpHeaderNames.VARY,
                        VARY,
                        REVISION,
                        revision,
                        REQUEST_ID,
                        id);
    }
}
