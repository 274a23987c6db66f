package org.shuqi.shield;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.ReadOnlyHttpHeaders;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shuqi.access.Acting;
import org.shuqi.access.Caller;

/**
 * The short ways there are. A request is let in, counted and answered on them by the same rules as everywhere, and its
 * answer carries the same headers.
 */
@Singleton
final class Shortcuts {

    private final Map<String, Way> ways;
    private final Doorkeeper doorkeeper;
    private final Allowances allowances;
    private final HttpDate date = new HttpDate();

    Shortcuts(List<Shortcut> shortcuts, Doorkeeper doorkeeper, Allowances allowances, MeterRegistry meters) {
        this.ways = shortcuts.stream()
                .map(shortcut -> new Way(shortcut, timer(meters, shortcut.path())))
                .collect(Collectors.toUnmodifiableMap(way -> way.shortcut.path(), Function.identity()));
        this.doorkeeper = doorkeeper;
        this.allowances = allowances;
    }

    /** The one in which the framework counts the requests that go the long way. */
    private static Timer timer(MeterRegistry meters, String path) {
        return meters.timer(
                "http.server.requests", "exception", "none", "method", "POST", "status", "200", "uri", path);
    }

    /** A shortcut and how long it takes. */
    record Way(Shortcut shortcut, Timer timer) {

        String route() {
            return "POST " + shortcut.path();
        }

        void took(long nanos) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** The short way to this path; null if there is none. */
    @Nullable Way to(String path) {
        return ways.get(path);
    }

    /** The response; null if the request has to go the long way, as if nothing had been tried. */
    @Nullable FullHttpResponse response(Way way, HttpHeaders headers, byte[] body, @Nullable InetAddress peer, boolean isSecure) {
        var caller = doorkeeper.caller(headers, peer, way.route());
        if (caller.isEmpty() || !allowances.draws(caller.get())) {
            return null;
        }
        var reply = reply(way, headers, body, caller.get());
        if (reply == null) {
            allowances.giveBack(caller.get());
            return null;
        }
        return response(reply, isSecure);
    }

    private static Shortcut.@Nullable Reply reply(Way way, HttpHeaders headers, byte[] body, Caller caller) {
        var before = Acting.swap(caller);
        try {
            return way.shortcut.answer(headers, body);
        } catch (RuntimeException fault) {
            // found again on the long way, which knows how to tell it
            return null;
        } finally {
            Acting.swap(before);
        }
    }

    private FullHttpResponse response(Shortcut.Reply reply, boolean isSecure) {
        var safe = isSecure ? SafeHeaders.OF_DATA_SECURE : SafeHeaders.OF_DATA;
        var own = reply.headers();
        var all = new CharSequence[safe.length + own.length + 4];
        System.arraycopy(own, 0, all, 0, own.length);
        System.arraycopy(safe, 0, all, own.length, safe.length);
        var at = safe.length + own.length;
        all[at] = HttpHeaderNames.DATE;
        all[at + 1] = date.now();
        all[at + 2] = HttpHeaderNames.CONTENT_LENGTH;
        all[at + 3] = Integer.toString(reply.body().length);
        return new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.OK,
                Unpooled.wrappedBuffer(reply.body()),
                new ReadOnlyHttpHeaders(false, all),
                EmptyHttpHeaders.INSTANCE);
    }
}
